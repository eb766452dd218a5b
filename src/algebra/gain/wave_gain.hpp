// Which sums of functions of multiples of one angle may get shorter: 2*cos(2*x)*sin(5*x) - sin(3*x) - sin(7*x) is 0.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// A product of functions of two multiples beside a function of their sum or difference.
bool wave_products_meet(const Pool& pool, Expr sum);
// 3*sin(x) - sin(3*x) is 4*sin(x)^3: sines, or cosines, whose sum vanishes more than once somewhere.
bool is_power_of_wave(const Pool& pool, Expr sum);
// Of a product: 1 + cos(2*x) in brackets.
bool holds_half_angle(const Pool& pool, Expr product);
// x - x*cos(2*x) is 2*x*sin(x)^2.
bool shares_half_angle(const Pool& pool, Expr sum);
// exp(x)*cosh(x) + exp(2*x): exponentials beside a hyperbolic function of one of their exponents.
bool hyperbolic_meets_exponential(const Pool& pool, Expr sum);

}  // namespace pdiff
