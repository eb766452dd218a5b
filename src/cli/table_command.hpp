// `pdiff table`: derivative, central difference and error, point by point.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

int table_command(const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
