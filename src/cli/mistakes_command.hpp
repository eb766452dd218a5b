// `pdiff mistakes`: the mistakes that a check knows, as a list for a person or as the page docs/mistakes.md.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

int mistakes_command(const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
