// A graph in the language of Graphviz; names and labels stand in quotes, with everything escaped that means something.
#include <fmt/format.h>

#include <algorithm>

#include "pdiff/graph.hpp"

namespace pdiff {
namespace {

constexpr std::size_t node_columns = 60, edge_columns = 40, caption_columns = 110;

// In quotes: `\` starts an escape and `&` an entity of HTML.
std::string escaped(std::string_view text) {
    std::string to;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            to += fmt::format("\\{}", c);
        else if (c == '&')
            to += "&amp;";
        else
            to += static_cast<unsigned char>(c) < ' ' || c == 0x7f ? ' ' : c;
    }
    return to;
}

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", escaped(text)); }

// A long formula would push all else out of the picture.
std::string cut(std::string text, std::size_t columns) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((text[i] & 0xc0) == 0x80 || ++count <= columns) continue;
        text.resize(i);
        return text + "...";
    }
    return text;
}

std::string node_line(Pool& pool, const Graph& graph, std::uint32_t i, const GraphValues* values) {
    const GraphNode& node = graph.nodes[i];
    const bool is_output = std::ranges::find(graph.outputs, i, &GraphOutput::node) != graph.outputs.end();
    std::string label = escaped(cut(node_label(pool, graph, i), node_columns));
    if (values) {
        label += fmt::format("\\nvalue {}", escaped(values->values[i]));
        for (const std::string& adjoint : values->adjoints[i]) label += fmt::format("\\nadjoint {}", escaped(adjoint));
    }
    const std::string_view shape = node.input       ? ", shape=ellipse, fillcolor=\"#dcebfa\""
                                   : node.collapsed ? ", style=\"rounded,filled,dashed\""
                                   : is_output      ? ", fillcolor=\"#fbe9c8\", penwidth=2"
                                                    : "";
    return fmt::format("  {} [label=\"{}\"{}];\n", quoted(node.name), label, shape);
}

std::string edge_line(Pool& pool, const Graph& graph, std::uint32_t i, const GraphValues* values) {
    const GraphEdge& edge = graph.edges[i];
    const std::string formula = cut(partial_label(pool, graph, i), edge_columns);
    std::string label = escaped(formula);
    if (values && values->partials[i] != formula) label += fmt::format("\\n= {}", escaped(values->partials[i]));
    return fmt::format("  {} -> {} [label=\"{}\"];\n", quoted(graph.nodes[edge.from].name),
                       quoted(graph.nodes[edge.to].name), label);
}

// The chain rule below the picture, each line ended to the left.
std::string caption(Pool& pool, const Graph& graph, std::span<const PathSum> sums) {
    constexpr std::size_t most_paths = 8;
    std::string text;
    const auto line = [&](std::string content) { text += escaped(cut(std::move(content), caption_columns)) + "\\l"; };
    for (const PathSum& sum : sums) {
        line(total_label(pool, graph, sum));
        const std::size_t shown = std::min(sum.paths.size(), most_paths);
        for (std::size_t i = 0; i < shown; ++i)
            line(fmt::format("   {} {}    ({})", i == 0 ? "=" : "+", path_product(pool, graph, sum.paths[i]),
                             path_nodes(graph, sum.input, sum.paths[i])));
        if (shown < sum.count) line("   + ...");
    }
    return text;
}

}  // namespace

std::string graph_dot(Pool& pool, const Graph& graph, std::span<const PathSum> sums, const GraphValues* values) {
    std::string text =
        "digraph computation {\n"
        "  rankdir=LR;\n"
        "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f4f4f4\", fontname=\"Helvetica\", fontsize=13];\n"
        "  edge [fontname=\"Helvetica\", fontsize=12, fontcolor=\"#1a4f8a\", color=\"#707070\"];\n";
    if (const std::string below = caption(pool, graph, sums); !below.empty())
        text += fmt::format(
            "  graph [fontname=\"Helvetica\", fontsize=13, labelloc=b, labeljust=l, label=\"\\l{}\"];\n", below);
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) text += node_line(pool, graph, i, values);
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i) text += edge_line(pool, graph, i, values);
    return text + "}\n";
}

}  // namespace pdiff
