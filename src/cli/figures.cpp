#include "cli/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/tool.hpp"
#include "pdiff/graph.hpp"

namespace pdiff::cli {

namespace {

constexpr std::size_t most_nodes = 40;  // more are no picture for a page
constexpr std::size_t most_paths = 12;

// The element alone, without what belongs to a file of its own.
std::string element(const std::string& svg) {
    const std::size_t begin = svg.find("<svg");
    return begin == std::string::npos ? std::string() : svg.substr(begin);
}

std::string figure(const std::string& svg, std::string_view caption) {
    if (svg.empty()) return {};
    return fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}</figure>\n", caption, svg);
}

std::string graph_figure(Pool& pool, const Task& task, const Parsed& parsed) {
    const Graph graph = make_graph(pool, parsed);
    if (graph.nodes.size() > most_nodes || graph.collapsed) return {};
    std::vector<PathSum> sums = path_sums(pool, graph, most_paths);
    std::erase_if(sums, [&](const PathSum& sum) {
        const auto& by = task.reading.wrt;
        return !by.empty() && std::ranges::find(by, graph.nodes[sum.input].name) == by.end();
    });
    const std::string dot = graph_dot(pool, graph, sums, nullptr);
    return figure(element(run_tool({{"dot", "-Tsvg"}, "graphviz", ""}, dot)),
                  "The computation graph: on each edge the partial derivative by what the edge comes from");
}

}  // namespace

std::string figures(Pool& pool, const Task& task, const Parsed& parsed) {
    try {
        return graph_figure(pool, task, parsed);
    } catch (const Error& e) {
        // The solution is complete without its pictures: no program to draw them, or nothing that can be drawn.
        if (e.kind != ErrorKind::io && e.kind != ErrorKind::usage && e.kind != ErrorKind::limit) throw;
        return {};
    }
}

}  // namespace pdiff::cli
