// Fractions over one bracket beside other terms: 2*x/(x + 1) - x^2/(x + 1)^2 + cos(x) is x*(x + 2)/(x + 1)^2 + cos(x).
#pragma once

#include "algebra/forms/measure.hpp"
#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// f, if it is a sum, with its rational terms over powers of one bracket as one fraction, where that is shorter.
Expr join_fractions(Pool& pool, Survey& f, MeasureScratch& scratch);

}  // namespace pdiff
