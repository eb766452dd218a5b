// `pdiff check`: is the answer the derivative?
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

// A Run of commands.hpp.
int check_command(const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
