// The last touches of a result that is as short as its forms get.
#pragma once

#include "algebra/forms/measure.hpp"
#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// Terms that share a function collected, contents of brackets joined to the coefficients of their terms, and the minus
// that a bracket begins with in front of the product: -x^2*(3*x^7 - 7*x^4 + 27) for x^2*(-3*x^7 + 7*x^4 - 27).
Expr polished(Pool& pool, Survey& f, MeasureScratch& scratch);

}  // namespace pdiff
