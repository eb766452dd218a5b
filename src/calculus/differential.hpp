// One operation's part in a derivative: the differential of the operation for given differentials of its operands.
#pragma once

#include <span>
#include <vector>

#include "calculus/derivative_rules.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// The law that base^exponent is differentiated by, of which one or both vary.
Law power_rule(Expr base, bool base_varies, bool exponent_varies);

// d(base^exponent) for differentials of base and exponent; either may be zero.
Expr power_differential(Pool& pool, Expr base, Expr exponent, Expr d_base, Expr d_exponent);

// The part of d(f(args)) that comes from operand i with differential d; f is an Op::call or Op::apply.
Expr operand_differential(Pool& pool, Expr f, std::size_t i, Expr d);

// d(piecewise): `values` are the differentials of its branches, as many as there are values in f. Boundaries belong to
// no branch of the result: there the function may have no derivative.
Expr piecewise_differential(Pool& pool, Expr f, std::span<const Expr> values);

// Whether so many partials of f are cheap one by one.
bool go_forward(const Pool& pool, Expr f, std::size_t partials);

// gradient() by reverse accumulation, however small f is.
std::vector<Expr> reverse_gradient(Pool& pool, Expr f, std::span<const Expr> variables);

}  // namespace pdiff
