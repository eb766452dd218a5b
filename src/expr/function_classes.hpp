// Families of functions, as functions.def lists them side by side.
#pragma once

#include "pdiff/functions.hpp"

namespace pdiff {

// sin, cos, tan, cot, sec, csc
constexpr bool is_circular(Function f) { return f >= Function::sin && f <= Function::csc; }
// sinh, cosh, tanh, coth, sech, csch
constexpr bool is_hyperbolic(Function f) { return f >= Function::sinh && f <= Function::csch; }
constexpr bool is_angle_function(Function f) { return is_circular(f) || is_hyperbolic(f); }

}  // namespace pdiff
