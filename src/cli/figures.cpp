#include "cli/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/tool.hpp"
#include "pdiff/graph.hpp"
#include "pdiff/plot.hpp"

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

// Of one variable the function and its derivative; of two the slices that are the partial derivatives, and the map.
std::string plot_figure(Pool& pool, const Parsed& parsed, std::string_view kind, std::string_view caption) {
    PlotOptions options;
    options.kind = kind;
    const std::string script = gnuplot_script(make_figure(pool, parsed, options), "svg");
    return figure(element(run_tool({{"gnuplot", "-d", "-"}, "gnuplot-nox", ""}, script)), caption);
}

// A solution is complete without a picture: where no program draws it, or where there is nothing to be drawn.
template <class Draw>
std::string if_possible(Draw draw) {
    try {
        return draw();
    } catch (const Error& e) {
        if (e.kind == ErrorKind::internal) throw;
        return {};
    }
}

}  // namespace

std::string figures(Pool& pool, const Task& task, const Parsed& parsed) {
    std::string all = if_possible([&] { return graph_figure(pool, task, parsed); });
    const auto plot = [&](std::string_view kind, std::string_view caption) {
        all += if_possible([&] { return plot_figure(pool, parsed, kind, caption); });
    };
    const std::size_t count = variables(pool, parsed.value).size();
    if (count == 1) plot("", "The function and its derivative");
    if (count == 2) {
        plot("slices", "Slices: along one variable, with the other held fixed");
        plot("map", "The function from above, with its contours and gradient");
    }
    return all;
}

}  // namespace pdiff::cli
