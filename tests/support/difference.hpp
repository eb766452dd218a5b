// A derivative against a central difference of the function itself.
#pragma once

#include <optional>
#include <span>

#include "pdiff/evaluate.hpp"
#include "pdiff/expr.hpp"

namespace pdiff::test {

// Whether |derivative - (f(x + h) - f(x - h))/(2h)| < tolerance*(1 + |derivative|) at the point, proved by balls;
// h = 2^-200 leaves the difference far more exact than the tolerance of 2^-40. Nothing where it is not decided, because
// one of the values is not defined there.
std::optional<bool> agrees_with_difference(Pool& pool, Expr f, Expr derivative, Expr x, std::span<const Binding> point);

}  // namespace pdiff::test
