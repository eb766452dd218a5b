// Sums of exp(u) and exp(-u) as hyperbolic functions: (1 - exp(2*x))*exp(-x)/2 is -sinh(x).
#pragma once

#include "algebra/forms/measure.hpp"
#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// f with such sums as hyperbolic functions where that is shorter.
Expr merge_exponential_pairs(Pool& pool, Survey& f, MeasureScratch& scratch);

}  // namespace pdiff
