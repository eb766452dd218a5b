// What the sign of a product says of its factors.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// Seen where a + k*b is positive for a k > 0, as for 1 - x and 2*x + 3: then a*b > 0 only where both are positive.
bool never_both_negative(Pool& pool, Expr a, Expr b);

}  // namespace pdiff
