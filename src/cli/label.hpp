// What a result is called: df/dx, ∂²f/∂x∂y, grad f.
#pragma once

#include <string>

#include "cli/answer.hpp"

namespace pdiff::cli {

std::string label(const Pool& pool, const Answer& answer, const Result& result, Format format);

}  // namespace pdiff::cli
