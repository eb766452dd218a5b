// Which sums and products of functions of one angle may get shorter: sin(x)*cos(x), 1 + cos(2*x), sin(2*asin(x)).
#pragma once

#include <span>

#include "pdiff/expr.hpp"

namespace pdiff {

// Of a product.
bool angle_functions_merge(const Pool& pool, Expr product);
bool square_in_bracket(const Pool& pool, Expr product);
// Of a sum.
bool squares_meet(const Pool& pool, Expr sum);
bool is_half_angle(const Pool& pool, Expr sum);
bool exponentials_meet(const Pool& pool, Expr product);
// Of the factors of a product, or a power's base and exponent.
bool is_reciprocal_of_sine(const Pool& pool, std::span<const Pair> factors);
// Of a call.
bool is_multiple_of_inverse(const Pool& pool, Expr call);

}  // namespace pdiff
