// The last touches of a result that is as short as its forms get.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Terms that share a function collected, contents of brackets joined to the coefficients of their terms, and the minus
// that a bracket begins with in front of the product: -x^2*(3*x^7 - 7*x^4 + 27) for x^2*(-3*x^7 + 7*x^4 - 27).
// `order` as reachable() gives it.
Expr polished(Pool& pool, Expr f, const std::vector<Expr>& order);

}  // namespace pdiff
