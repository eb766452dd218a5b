// Roots on the side of the line where they are shorter: x^3*y/sqrt(3*x*y) is x^2*sqrt(3*x*y)/3.
#pragma once

#include "algebra/forms/measure.hpp"
#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// f with the roots of products multiplied or divided by what is under them, or taken apart, where another factor then
// gets shorter by more.
Expr move_roots(Pool& pool, Survey& f, MeasureScratch& scratch);

}  // namespace pdiff
