// Powers whose exponents are no numbers, x^n and x^(n - 1): once in front of a sum, once in a product.
#pragma once

#include "algebra/forms/measure.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// Of a sum: the powers whose bases all terms have, with exponents that differ by numbers: the lowest.
SmallVector<Pair, 4> shared_symbolic_powers(Pool& pool, Expr sum);

// x^(1/x) - x^(1/x)*log(x) as (1 - log(x))*x^(1/x), where that is shorter.
Expr with_power_in_front(Pool& pool, Expr sum, MeasureScratch& scratch);

// b^e*(b^e)^v is (b^e)^(v + 1), (1 - x)^n/(x - 1) is -(1 - x)^(n - 1).
Expr with_powers_merged(Pool& pool, Expr product);

}  // namespace pdiff
