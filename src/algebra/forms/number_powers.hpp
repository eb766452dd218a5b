// Powers of numbers whose exponents are not: as one power.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// Of a product or power: 2^x*3^x as 6^x, 4^x/2^x as 2^x, 3^(2*x) as 9^x, (1/2)^x as 2^(-x). The rest of it unchanged.
Expr with_number_powers_merged(Pool& pool, Expr e);

}  // namespace pdiff
