#include "cli/graph_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/diagnostics.hpp"
#include "cli/failure.hpp"
#include "cli/graph_json.hpp"
#include "cli/picture.hpp"
#include "cli/point.hpp"
#include "cli/report.hpp"
#include "cli/task.hpp"
#include "cli/tool.hpp"

namespace pdiff::cli {

namespace {

constexpr std::string_view formats[] = {"text", "dot", "svg", "png", "pdf", "json", "mermaid"};
constexpr std::size_t most_paths = 64;   // of one output and one input
constexpr std::size_t short_digits = 6;  // a picture has little room

struct Drawing {
    Pool& pool;
    const Graph& graph;
    std::vector<PathSum> sums;
    std::optional<GraphValues> values;

    const GraphValues* shown_values() const { return values ? &*values : nullptr; }

    std::string text(std::string_view format, std::string_view input) const {
        if (format == "json") return graph_json(pool, graph, sums, shown_values(), input) + "\n";
        if (format == "mermaid") return graph_mermaid(pool, graph, sums, shown_values());
        if (format == "text") return graph_text(pool, graph, sums, shown_values());
        const std::string dot = graph_dot(pool, graph, sums, shown_values());
        if (format == "dot") return dot;
        return run_tool({{"dot", fmt::format("-T{}", format)}, "graphviz", "--format dot and text need nothing"}, dot);
    }
};

Task graph_task(const Options& options) {
    refuse_operators(options, "choose derivatives with --wrt x");
    Options own = options;
    own.format = "plain";
    Task task = make_task(own);
    if (task.stream) throw Error(ErrorKind::usage, "`pdiff graph` reads one expression, not standard input");
    task.reading.typed = true;
    return task;
}

GraphValues values_at(Pool& pool, const Task& task, const Graph& graph, const Parsed& parsed) {
    if (graph.collapsed)
        throw Error(ErrorKind::limit,
                    fmt::format("--at: the graph has {} nodes and {} are drawn", graph.size, graph.nodes.size()), {},
                    fmt::format("draw all of them with --nodes {}", graph.size));
    const Point point = read_point(pool, task, Answer{parsed, variables(pool, parsed.value), {}});
    try {
        return graph_values(pool, graph, point.bindings, task.options.digits.value_or(short_digits));
    } catch (const Error& error) {
        if (error.kind != ErrorKind::undefined) throw;
        throw no_value(fmt::format("{} at {}", error.message, point.text), error.hint);
    }
}

// With --wrt only the derivatives that it names.
void keep_asked(const Task& task, const Graph& graph, std::vector<PathSum>& sums) {
    if (task.reading.wrt.empty()) return;
    std::erase_if(sums, [&](const PathSum& sum) {
        return std::ranges::find(task.reading.wrt, graph.nodes[sum.input].name) == task.reading.wrt.end();
    });
}

}  // namespace

int graph_command(const Options& options, Output& output, std::string& text) {
    text = the_expression(options, "pdiff graph \"x^2*sin(y)\"");
    const std::string format = picture_format(options, formats);
    const Task task = graph_task(options);
    if (options.timeout != 0) start_timeout(options.timeout);
    Pool pool(task.limits);
    pool.assume(task.assumptions);
    const Parsed parsed = parse(pool, text, task.reading);
    const Graph graph = make_graph(pool, parsed, {options.nodes});
    Drawing drawing{pool, graph, path_sums(pool, graph, most_paths), {}};
    keep_asked(task, graph, drawing.sums);
    if (!task.at.empty()) drawing.values = values_at(pool, task, graph, parsed);
    write_picture(options, output, format, drawing.text(format, text));
    if (options.quiet) return 0;
    std::vector<Remark> notes;
    for (const Note& note : parsed.notes) notes.push_back({note.message, note.span});
    if (graph.collapsed)
        notes.push_back(
            {fmt::format("the graph has {} nodes: {} are drawn, the rest is collapsed; --nodes N draws more",
                         graph.size, graph.nodes.size()),
             {}});
    write_remarks(notes, text);
    return 0;
}

}  // namespace pdiff::cli
