// Roots of products beside roots of their factors.
#pragma once

#include <optional>

#include "pdiff/expr.hpp"

namespace pdiff {

// sqrt(x*y)/sqrt(x) is sqrt(y) where x is known to be positive; nothing where no factor of a root meets a root of its
// own.
std::optional<Expr> split_roots(Pool& pool, Expr product);

}  // namespace pdiff
