// The derivative as a person writes it down before anything is simplified: where wrong algebra begins.
#pragma once

#include <span>

#include "check/written.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// Of all steps, the last of which is the function; as typed. Only zeros and ones are left out, numbers multiplied, and
// equal factors stand side by side.
Expr written_derivative(Pool& pool, std::span<const WrittenStep> steps, Expr x);

}  // namespace pdiff
