// Two sines or cosines as a product.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// cos(2*x)/2 - cos(4*x)/2 as sin(x)*sin(3*x); what is no such sum comes back as it is.
Expr wave_product(Pool& pool, Expr sum);

}  // namespace pdiff
