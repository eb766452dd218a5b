// Sums with what some of their terms share written once.
#pragma once

#include "algebra/forms/measure.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// Of a sum: whether two terms may share a function.
bool may_collect(const Pool& pool, Expr sum);

// x*log(u) + log(u) + 1 as (x + 1)*log(u) + 1, log(x)^2 + 2*log(x) + 1 + 1/x as (log(x) + 1)^2 + 1/x: where that is
// shorter.
Expr collected(Pool& pool, Expr sum, MeasureScratch& scratch);

}  // namespace pdiff
