// The main command: the derivatives of one expression, or of every line of a stream.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

// A Run of commands.hpp.
int derive(const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
