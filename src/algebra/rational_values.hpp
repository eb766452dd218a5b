// Functions whose value at rational numbers is rational.
#pragma once

#include <optional>
#include <span>

#include "pdiff/expr.hpp"

namespace pdiff {

std::optional<Number> rational_value(Function f, std::span<const Number> args, std::size_t max_bits);

}  // namespace pdiff
