// Sums with what some of their terms share written once.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// x*log(u) + log(u) + 1 as (x + 1)*log(u) + 1, log(x)^2 + 2*log(x) + 1 + 1/x as (log(x) + 1)^2 + 1/x: in every sum of f
// where that is shorter. `order` as reachable() gives it.
Expr collected(Pool& pool, Expr f, const std::vector<Expr>& order);

}  // namespace pdiff
