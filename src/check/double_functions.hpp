// Every function of the table in doubles, by balls where C++ has none: to recognise a value, never to prove anything.
#pragma once

#include <span>

#include "pdiff/functions.hpp"

namespace pdiff {

// Not a number where the function has no value.
double double_value(Function function, std::span<const double> args);

}  // namespace pdiff
