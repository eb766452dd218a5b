// A computation graph as one JSON object; docs/json.md has the schema.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pdiff/graph.hpp"

namespace pdiff::cli {

// `values` may be null. Without an end of line.
std::string graph_json(Pool& pool, const Graph& graph, std::span<const PathSum> sums, const GraphValues* values,
                       std::string_view input);

}  // namespace pdiff::cli
