// Roots of one index as one root: sqrt(3)*sqrt(x + 1) is sqrt(3*x + 3), sqrt(1 - x)*sqrt(1 + x) is sqrt(1 - x^2).
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Whether a product in `order` holds several roots.
bool has_roots_to_merge(const Pool& pool, const std::vector<Expr>& order);

// f with the roots in its products merged where that is shorter and what is under them is defined and not negative just
// where it was before. `order` as reachable() gives it.
Expr merge_roots(Pool& pool, Expr f, const std::vector<Expr>& order);

}  // namespace pdiff
