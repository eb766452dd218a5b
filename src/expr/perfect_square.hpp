// Sums that are a number times the square of a sum of two terms: 2*x^2 + 4*x + 2.
#pragma once

#include <optional>

#include "pdiff/expr.hpp"

namespace pdiff {

// content*root^2, the content positive and the root a + b or a - b.
struct PerfectSquare {
    Number content;
    Expr root;
};
std::optional<PerfectSquare> perfect_square(Pool& pool, Expr sum);

}  // namespace pdiff
