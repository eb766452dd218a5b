// Whether it is worth looking for a shorter form: one pass, without the normal form's machinery.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Of the operations in `order`, as reachable() gives it, those that a form may shorten. It is empty where it is seen
// that no form is shorter: a polynomial, a product of powers of different kernels, a sum whose terms neither merge over
// a common denominator nor hold functions of one angle.
std::vector<Expr> mergeable(const Pool& pool, const std::vector<Expr>& order);

// Whether the outermost operation of f is one of them.
bool may_merge_here(const Pool& pool, Expr f);

// The sums of f that are shorter over one denominator and multiplied out, so put: what needs no more than that.
Expr merge_sums(Pool& pool, Expr f, const std::vector<Expr>& order);

}  // namespace pdiff
