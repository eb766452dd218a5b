// Differentiation: single partials forward, gradients by reverse accumulation, and where the result holds.
#pragma once

#include <span>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// ∂f/∂x, simplified. Entries of a vector are differentiated one by one; of an equation both sides.
Expr differentiate(Pool& pool, Expr f, Expr x);
// ∂ⁿf/∂x1…∂xn, in sequence.
Expr differentiate(Pool& pool, Expr f, std::span<const Expr> sequence);

// The same as it comes out of the rules: where a rule that was applied is singular, so is this, though the simplified
// derivative may not be: that of acos(cos(x)) is sign(sin(x)), and 0 at 0, where there is none.
Expr derivative_by_rules(Pool& pool, Expr f, std::span<const Expr> sequence);

// All of ∂f/∂x1 … ∂f/∂xn: of small functions each as differentiate() gives it, of large ones by reverse accumulation,
// at a small multiple of the cost of one.
std::vector<Expr> gradient(Pool& pool, Expr f, std::span<const Expr> variables);

// Every `diff(g, x)` in f carried out.
Expr resolve_derivatives(Pool& pool, Expr f);

struct Conditions {
    std::vector<Expr> smooth;  // where the rules that were applied hold (x != 0 for abs(x)), beyond the domain of f
    std::vector<Expr> domain;  // where f is real: of the functions in it
};
// Of the derivative of f with respect to any of `variables`.
Conditions conditions(Pool& pool, Expr f, std::span<const Expr> variables);

}  // namespace pdiff
