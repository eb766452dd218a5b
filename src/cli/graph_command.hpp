// `pdiff graph`: the computation graph as text, for Graphviz and Mermaid, as JSON, and drawn.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

int graph_command(const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
