// Sums that are shorter as products: x^3 + 3*x^2 + 3*x + 1 is (x + 1)^3, a*b + a*x + b*x + x^2 is (a + x)*(b + x).
#pragma once

#include "algebra/forms/measure.hpp"
#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// f with its sums written as a power of a sum of two terms, or as a product of two such sums, where that is shorter.
Expr sums_as_products(Pool& pool, Survey& f, MeasureScratch& scratch);

}  // namespace pdiff
