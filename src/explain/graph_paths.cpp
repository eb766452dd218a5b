// The multivariable chain rule as it is read off the graph: over all paths, the products of the partials on them.
#include <algorithm>

#include "pdiff/differentiate.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/graph.hpp"

namespace pdiff {
namespace {

std::size_t add(std::size_t a, std::size_t b) { return a > SIZE_MAX - b ? SIZE_MAX : a + b; }

// From each node on to the output.
std::vector<std::size_t> count_paths(const Graph& graph, std::uint32_t output) {
    std::vector<std::size_t> count(graph.nodes.size(), 0);
    count[output] = 1;
    for (auto edge = graph.edges.rbegin(); edge != graph.edges.rend(); ++edge)
        if (edge->from != output) count[edge->from] = add(count[edge->from], count[edge->to]);
    return count;
}

class PathFinder {
public:
    PathFinder(const Graph& graph, std::vector<std::vector<std::uint32_t>> users, std::uint32_t output)
        : graph_(graph), users_(std::move(users)), output_(output), count_(count_paths(graph, output)) {}

    std::size_t count(std::uint32_t input) const { return count_[input]; }

    // Depth first, the longest detours as late as the order of the nodes has them.
    std::vector<std::vector<std::uint32_t>> paths(std::uint32_t input, std::size_t most) const {
        struct Visit {
            std::uint32_t node;
            std::size_t next = 0;
        };
        std::vector<std::vector<std::uint32_t>> found;
        std::vector<std::uint32_t> path;
        std::vector<Visit> stack{{input}};
        while (!stack.empty() && found.size() < most) {
            Visit& visit = stack.back();
            if (visit.node == output_) found.push_back(path);
            if (visit.node == output_ || visit.next == users_[visit.node].size()) {
                stack.pop_back();
                if (!path.empty()) path.pop_back();
                continue;
            }
            const std::uint32_t edge = users_[visit.node][visit.next++];
            if (count_[graph_.edges[edge].to] == 0) continue;
            path.push_back(edge);
            stack.push_back({graph_.edges[edge].to});
        }
        return found;
    }

private:
    const Graph& graph_;
    std::vector<std::vector<std::uint32_t>> users_;  // of each node: the edges that leave it
    std::uint32_t output_;
    std::vector<std::size_t> count_;
};

}  // namespace

std::vector<PathSum> path_sums(Pool& pool, const Graph& graph, std::size_t most_paths) {
    std::vector<PathSum> sums;
    if (graph.collapsed) return sums;
    std::vector<std::vector<std::uint32_t>> users(graph.nodes.size());
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i) users[graph.edges[i].from].push_back(i);
    for (const GraphOutput& output : graph.outputs) {
        const PathFinder finder(graph, users, output.node);
        const std::vector<Expr> totals = gradient(pool, output.value, graph.inputs);
        for (std::uint32_t input = 0; input < graph.inputs.size(); ++input) {
            if (finder.count(input) == 0) continue;
            sums.push_back({output.node, input, finder.paths(input, most_paths), finder.count(input),
                            in_form(pool, totals[input])});
        }
    }
    return sums;
}

}  // namespace pdiff
