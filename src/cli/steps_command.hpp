// `pdiff steps`: the worked solution of a derivative.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

int steps_command(const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
