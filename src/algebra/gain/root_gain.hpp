// Roots of products beside powers of what they hold.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// Of a radicand that is a product: a root of it has a value nowhere, or but where it is zero.
bool is_never_positive(const Pool& pool, Expr radicand);
// Of a product and one of its factors: sqrt(a/b)/b, b/sqrt(a*b), which may be shorter.
bool meets_root(const Pool& pool, Expr product, const Pair& root);
// Whether it is, but cannot be shorter by itself: b/sqrt(a*b) is as short as sqrt(a*b)/a.
bool is_settled_root(const Pool& pool, Expr product, const Pair& root);

// Of a radicand: c^2 - u^2 where c - u or c + u has a square: 1 - (3*x - 4*x^3)^2.
bool squares_differ_by_square(const Pool& pool, Expr sum);

}  // namespace pdiff
