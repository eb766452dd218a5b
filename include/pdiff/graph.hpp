// The computation graph that the chain rule is drawn on: one node an operation, a local partial on every edge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/evaluate.hpp"
#include "pdiff/expr.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

namespace pdiff {

struct GraphNode {
    std::string name;        // "x", "u1"; each once
    Expr symbol{};           // of that name
    Expr operation{};        // as typed, in the symbols of its operands: x + u1; an input is its own symbol
    Expr whole{};            // as typed, in the inputs alone
    bool collapsed = false;  // an expression of several operations, whose operands are not drawn
    bool input = false;
};

// ∂to/∂from, in the symbols of the operands of `to`.
struct GraphEdge {
    std::uint32_t from, to;
    Expr partial{};
};

struct GraphOutput {
    std::uint32_t node;
    Expr value{};  // canonical, in the inputs
};

struct Graph {
    std::vector<GraphNode> nodes;  // operands first
    std::vector<GraphEdge> edges;  // by `to`, then in the order of its operands
    std::vector<GraphOutput> outputs;
    std::vector<Expr> inputs;  // in order; of a collapsed graph those that are drawn
    std::size_t size = 0;      // how many nodes there are, drawn or not
    bool collapsed = false;
    bool decimals = false;
};

struct GraphOptions {
    std::size_t nodes = 300;  // more are collapsed
};

// `parsed` was read with ParseOptions::typed; its definitions name their nodes, all others are u1, u2, ...
// Throws Error{usage} for conditions and equations.
Graph make_graph(Pool& pool, const Parsed& parsed, const GraphOptions& options = {});

// The derivative of one output by one input: the sum over all paths of the products of their partials.
struct PathSum {
    std::uint32_t output, input;                    // nodes
    std::vector<std::vector<std::uint32_t>> paths;  // edges, from the input on; at most as many as were asked for
    std::size_t count = 0;                          // of all paths; SIZE_MAX: more than that
    Expr total{};                                   // in the inputs, as `pdiff` prints it
};
// Empty for a graph that is collapsed.
std::vector<PathSum> path_sums(Pool& pool, const Graph& graph, std::size_t most_paths);

// At a point: what each node is worth, and backwards what a change of it does to each output.
struct GraphValues {
    std::vector<std::string> values;                 // of each node
    std::vector<std::string> partials;               // of each edge
    std::vector<std::vector<std::string>> adjoints;  // of each node: one an output
};
// `digits` correct ones of what is not rational. Throws Error{undefined} where a node has no value, or an edge no
// derivative, at the point.
GraphValues graph_values(Pool& pool, const Graph& graph, std::span<const Binding> point, std::size_t digits);

// As text; `values` may be null.
std::string graph_text(Pool& pool, const Graph& graph, std::span<const PathSum> sums, const GraphValues* values);
// In the language of Graphviz.
std::string graph_dot(Pool& pool, const Graph& graph, std::span<const PathSum> sums, const GraphValues* values);
std::string graph_mermaid(Pool& pool, const Graph& graph, std::span<const PathSum> sums, const GraphValues* values);

// What each of them writes.
std::string node_label(Pool& pool, const Graph& graph, std::uint32_t node);                            // u2 = x + u1
std::string partial_name(const Graph& graph, std::uint32_t of, std::uint32_t by);                      // du2/dx
std::string partial_label(Pool& pool, const Graph& graph, std::uint32_t edge);                         // 2*x
std::string path_nodes(const Graph& graph, std::uint32_t input, std::span<const std::uint32_t> path);  // x -> u1 -> f
std::string path_product(Pool& pool, const Graph& graph, std::span<const std::uint32_t> path);         // 2*x * cos(u1)
std::string total_label(Pool& pool, const Graph& graph, const PathSum& sum);                           // df/dx = ...
// The derivative alone; "..." where it is longer than the limit on output.
std::string total_text(const Pool& pool, const Graph& graph, const PathSum& sum, Format format);
std::string paths_left_out(const PathSum& sum);  // "and 5 more of 69 paths"; empty where all are there

}  // namespace pdiff
