// A graph for a terminal: a line a node with its local partials, below it the sums over all paths.
#include <fmt/format.h>

#include <algorithm>

#include "pdiff/graph.hpp"
#include "print/tables.hpp"

namespace pdiff {
namespace {

using Line = std::vector<std::string>;

std::string joined(const std::vector<std::string>& texts) {
    return texts.size() == 1 ? texts[0] : fmt::format("[{}]", fmt::join(texts, ", "));
}

std::string local_partials(Pool& pool, const Graph& graph, std::uint32_t node, const GraphValues* values) {
    const auto begin = std::ranges::lower_bound(graph.edges, node, {}, &GraphEdge::to);
    std::string text;
    for (auto edge = begin; edge != graph.edges.end() && edge->to == node; ++edge) {
        const auto i = static_cast<std::uint32_t>(edge - graph.edges.begin());
        const std::string formula = partial_label(pool, graph, i);
        text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", partial_name(graph, edge->to, edge->from), formula);
        if (values && values->partials[i] != formula) text += fmt::format(" = {}", values->partials[i]);
    }
    return text;
}

std::string nodes_text(Pool& pool, const Graph& graph, const GraphValues* values) {
    std::vector<Line> lines;
    if (values) lines.push_back({"node", "value", "adjoint", "local partials"});
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
        Line line{node_label(pool, graph, i)};
        if (values) line.push_back(values->values[i]), line.push_back(joined(values->adjoints[i]));
        line.push_back(local_partials(pool, graph, i, values));
        lines.push_back(std::move(line));
    }
    return in_columns(lines);
}

std::string sum_text(Pool& pool, const Graph& graph, const PathSum& sum) {
    std::vector<Line> lines;
    for (const auto& path : sum.paths)
        lines.push_back({path_nodes(graph, sum.input, path) + ":", path_product(pool, graph, path)});
    std::string text = fmt::format("\n{}\n{}", total_label(pool, graph, sum), in_columns(lines, "  "));
    const std::string left_out = paths_left_out(sum);
    return left_out.empty() ? text : text + fmt::format("  {}\n", left_out);
}

}  // namespace

std::string graph_text(Pool& pool, const Graph& graph, std::span<const PathSum> sums, const GraphValues* values) {
    std::string text = nodes_text(pool, graph, values);
    for (const PathSum& sum : sums) text += sum_text(pool, graph, sum);
    return text;
}

}  // namespace pdiff
