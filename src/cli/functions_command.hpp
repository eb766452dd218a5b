// `pdiff functions`: the table of functions, as a list for a person or as the page docs/functions.md.
#pragma once

#include <string>

#include "cli/options.hpp"

namespace pdiff::cli {

std::string function_list(const Options& options);

}  // namespace pdiff::cli
