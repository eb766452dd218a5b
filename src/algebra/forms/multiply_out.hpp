// A sum over one common denominator, its brackets multiplied out, by the canonical constructors alone.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// For sums of few terms, as together_size() admits them. Equal to `sum` wherever both are defined.
Expr multiply_out(Pool& pool, Expr sum);

// The number and the powers of names that all terms of a sum share, in front of it: 6*x^2 + 4*x is 2*x*(3*x + 2).
Expr common_monomial_in_front(Pool& pool, Expr sum);

}  // namespace pdiff
