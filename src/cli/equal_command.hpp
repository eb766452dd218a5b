// `pdiff equal`: are two expressions equal?
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

// A Run of commands.hpp.
int equal_command(const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
