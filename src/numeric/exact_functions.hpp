// Functions of the table whose value at rationals is a rational that a ball would only enclose.
#pragma once

#include <span>

#include "numeric/value.hpp"
#include "pdiff/functions.hpp"

namespace pdiff {

// All arguments are exact. False where the function is not one of these, or has no exact value here.
bool evaluate_exactly(Rational& result, Function f, std::span<const Rational* const> args);

}  // namespace pdiff
