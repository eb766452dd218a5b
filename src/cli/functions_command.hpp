// `pdiff functions`: the table of functions, as a list for a person or as the page docs/functions.md.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

// A Run of commands.hpp.
int functions_command(const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
