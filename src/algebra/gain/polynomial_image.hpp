// Polynomials in names, seen through their images in one name modulo a prime: enough to know that two share no factor.
#pragma once

#include <cstddef>
#include <cstdint>

#include "pdiff/expr.hpp"

namespace pdiff {

// Of sums; `part`: something that is not all of both, but for powers of names. True also where one is no polynomial or
// too high; false is certain but for one chance in millions, which costs a cancellation, never a value.
enum class Share : std::uint8_t { any, part };
bool may_share_factor(const Pool& pool, Expr a, Expr b, Share share = Share::any);

// The same, false where a is no polynomial in names and functions, or b in names.
bool shares_factor(const Pool& pool, Expr a, Expr b);

// Whether some factor of the sum, with a number added to it, may be there twice.
bool may_repeat_factor(const Pool& pool, Expr sum, const Number& plus = 0);

// a*c + a*d + b*c + b*d, which is (a + b)*(c + d).
bool is_product_of_two(const Pool& pool, Expr sum);

// Of a sum in one name, not linear: x - 1, 2*x + 1 or the like divides it.
bool has_small_root(const Pool& pool, Expr sum);

// How many terms the product of two sums has; SIZE_MAX where one is no polynomial.
std::size_t terms_of_product(const Pool& pool, Expr a, Expr b);

}  // namespace pdiff
