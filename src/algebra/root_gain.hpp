// Roots of products beside powers of what they hold.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// Of a product and one of its factors: sqrt(a/b)/b, b/sqrt(a*b), which may be shorter.
bool meets_root(const Pool& pool, Expr product, const Pair& root);
// Whether it is, but cannot be shorter by itself: b/sqrt(a*b) is as short as sqrt(a*b)/a.
bool is_settled_root(const Pool& pool, Expr product, const Pair& root);

}  // namespace pdiff
