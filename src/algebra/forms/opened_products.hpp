// Products that are shorter multiplied out: (x^2 + y^2)/(x^2*y) is 1/y + y/x^2, sqrt(x)*(sqrt(x) + 1) is x + sqrt(x).
#pragma once

#include "algebra/forms/measure.hpp"
#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// f with such products multiplied out where that is shorter.
Expr open_products(Pool& pool, Survey& f, MeasureScratch& scratch);

// 1/(x*(1/x + 1)) is 1/(x + 1): a product, or the terms of a sum, with such factors.
Expr with_fractions_cleared(Pool& pool, Expr f);

}  // namespace pdiff
