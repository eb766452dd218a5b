// Derivatives of known functions in parameters that have no closed form: D[1](besselj)(n, u), D[1](zeta)(s).
#pragma once

#include "numeric/ball.hpp"
#include "pdiff/functions.hpp"

namespace pdiff {

// The derivative of order `order` in the first parameter; not finite where it cannot be computed.
void parameter_derivative(arb_t result, Function f, slong order, arb_srcptr args, slong count, slong precision);

}  // namespace pdiff
