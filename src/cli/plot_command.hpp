// `pdiff plot`: pictures of a function and its derivatives, in characters or drawn by gnuplot.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

int plot_command(const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
