// Sums that are the square of a sum of two terms: x^2 + 2*x + 1.
#pragma once

#include <optional>

#include "pdiff/expr.hpp"

namespace pdiff {

// a + b where the sum is a^2 + 2*a*b + b^2, or a - b.
std::optional<Expr> square_root(Pool& pool, Expr sum);

}  // namespace pdiff
