// A graph as a Mermaid flowchart, which many documentation sites draw; nodes have numbers for names there.
#include <fmt/format.h>

#include "pdiff/graph.hpp"

namespace pdiff {
namespace {

// Quotes, tags, links and Markdown mean something in a label; as entities they do not.
std::string escaped(std::string_view text) {
    std::string to;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        const bool is_special = std::string_view("\"#&<>`\\[]{}|;%").find(c) != std::string_view::npos;
        to += code < ' ' || code == 0x7f ? " " : is_special ? fmt::format("#{};", code) : std::string(1, c);
    }
    return to;
}

}  // namespace

std::string graph_mermaid(Pool& pool, const Graph& graph, std::span<const PathSum> sums, const GraphValues* values) {
    std::string text = "flowchart LR\n";
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
        std::string label = escaped(node_label(pool, graph, i));
        if (values) {
            label += fmt::format("<br/>value {}", escaped(values->values[i]));
            for (const std::string& adjoint : values->adjoints[i])
                label += fmt::format("<br/>adjoint {}", escaped(adjoint));
        }
        const bool round = graph.nodes[i].input;
        text += fmt::format("  n{}{}\"{}\"{}\n", i, round ? "([" : "[", label, round ? "])" : "]");
    }
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
        std::string label = escaped(partial_label(pool, graph, i));
        if (values) label += fmt::format("<br/>= {}", escaped(values->partials[i]));
        text += fmt::format("  n{} -->|\"{}\"| n{}\n", graph.edges[i].from, label, graph.edges[i].to);
    }
    for (const PathSum& sum : sums) text += fmt::format("  %% {}\n", escaped(total_label(pool, graph, sum)));
    return text;
}

}  // namespace pdiff
