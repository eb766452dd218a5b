// Piecewise expressions inside sums and products.
#pragma once

#include <optional>

#include "pdiff/expr.hpp"

namespace pdiff {

// A product with one piecewise factor is multiplied into the branches; a sum adds the branches of piecewise terms that
// have the same conditions. Nothing where neither applies.
std::optional<Expr> merge_piecewise(Pool& pool, Expr f);

}  // namespace pdiff
