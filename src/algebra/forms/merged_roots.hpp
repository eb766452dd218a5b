// Roots of one index as one root: sqrt(3)*sqrt(x + 1) is sqrt(3*x + 3), sqrt(1 - x)*sqrt(1 + x) is sqrt(1 - x^2).
#pragma once

#include "algebra/forms/measure.hpp"
#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// f with the roots in its products merged where that is shorter and what is under them is defined and not negative just
// where it was before.
Expr merge_roots(Pool& pool, Survey& f, MeasureScratch& scratch);

}  // namespace pdiff
