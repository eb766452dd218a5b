// Exponentials that may merge, or be powers of something else.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// exp(x - x^2) and exp(x*(1 - x)) in one sum.
bool exponents_may_meet(const Pool& pool, Expr sum);
// An exponent that may be shorter multiplied out, exp(1/4 - (x - 1/2)^2), or by another base, exp(2*y*log(x)).
bool exponent_may_shorten(const Pool& pool, Expr base, Expr exponent);

}  // namespace pdiff
