// Polynomials whose zeros are among those of expressions with roots.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Adds a polynomial that is 0 wherever h is, if h can be 0 at all; false where none is found. Square roots are taken
// out one by one: (a + b*s)*(a - b*s) = a^2 - b^2*p for s^2 = p.
bool add_zeros(Pool& pool, Expr h, std::vector<Expr>& polynomials);

}  // namespace pdiff
