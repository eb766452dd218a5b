// max and min of arguments that can be told apart without their values.
#pragma once

#include <optional>

#include "pdiff/expr.hpp"

namespace pdiff {

// max(a, max(a, b, 1), 2) as max(a, b, 2): flattened, each argument once, numbers merged.
std::optional<Expr> merge_extremes(Pool& pool, Expr call);

// f where the condition holds: max(x, y) where y < x is x, max(x, y, z) where x < max(y, z) is max(y, z), and
// relu(x) where x >= 0 is x.
Expr with_known_extremes(Pool& pool, Expr f, Expr condition);

}  // namespace pdiff
