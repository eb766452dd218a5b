// Sums of exp(u) and exp(-u) as hyperbolic functions: (1 - exp(2*x))*exp(-x)/2 is -sinh(x).
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Whether a sum in `order` holds two exponentials, or one and a number.
bool has_exponential_pairs(const Pool& pool, const std::vector<Expr>& order);

// f with such sums as hyperbolic functions where that is shorter. `order` as reachable() gives it.
Expr merge_exponential_pairs(Pool& pool, Expr f, const std::vector<Expr>& order);

}  // namespace pdiff
