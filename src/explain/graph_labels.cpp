// What every format of a graph writes, in the plain format: valid input.
#include <fmt/format.h>

#include "pdiff/error.hpp"
#include "pdiff/graph.hpp"
#include "pdiff/print.hpp"

namespace pdiff {
namespace {

// A sum or a minus sign as a factor needs brackets.
std::string factor(Pool& pool, const Graph& graph, Expr e) {
    const std::string text = print(pool, e, {Format::plain, graph.decimals});
    const bool is_atom = pool.op(e) != Op::sum && !text.starts_with('-');
    return is_atom ? text : fmt::format("({})", text);
}

}  // namespace

std::string node_label(Pool& pool, const Graph& graph, std::uint32_t node) {
    const GraphNode& n = graph.nodes[node];
    if (n.input) return n.name;
    if (n.collapsed) return fmt::format("{} = ...", n.name);
    return fmt::format("{} = {}", n.name, print(pool, n.operation, {Format::plain, graph.decimals, false, true}));
}

std::string partial_name(const Graph& graph, std::uint32_t of, std::uint32_t by) {
    return fmt::format("d{}/d{}", graph.nodes[of].name, graph.nodes[by].name);
}

std::string partial_label(Pool& pool, const Graph& graph, std::uint32_t edge) {
    return print(pool, graph.edges[edge].partial, {Format::plain, graph.decimals});
}

std::string path_product(Pool& pool, const Graph& graph, std::span<const std::uint32_t> path) {
    if (path.empty()) return "1";
    if (path.size() == 1) return partial_label(pool, graph, path[0]);
    std::string text;
    for (const std::uint32_t edge : path)
        text += fmt::format("{}{}", text.empty() ? "" : " * ", factor(pool, graph, graph.edges[edge].partial));
    return text;
}

std::string path_nodes(const Graph& graph, std::uint32_t input, std::span<const std::uint32_t> path) {
    std::string text = graph.nodes[input].name;
    for (const std::uint32_t edge : path) text += fmt::format(" -> {}", graph.nodes[graph.edges[edge].to].name);
    return text;
}

std::string total_text(const Pool& pool, const Graph& graph, const PathSum& sum, Format format) {
    try {
        return print(pool, sum.total, {format, graph.decimals});
    } catch (const Error& error) {
        // The paths say it all the same.
        if (error.kind != ErrorKind::limit) throw;
        return "...";
    }
}

std::string total_label(Pool& pool, const Graph& graph, const PathSum& sum) {
    return fmt::format("{} = {}", partial_name(graph, sum.output, sum.input),
                       total_text(pool, graph, sum, Format::plain));
}

std::string paths_left_out(const PathSum& sum) {
    if (sum.paths.size() == sum.count) return {};
    if (sum.count == SIZE_MAX) return "and more paths than can be counted";
    return fmt::format("and {} more of {} paths", sum.count - sum.paths.size(), sum.count);
}

}  // namespace pdiff
