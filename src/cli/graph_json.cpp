#include "cli/graph_json.hpp"

#include <nlohmann/json.hpp>

#include "cli/schema.hpp"
#include "pdiff/print.hpp"

namespace pdiff::cli {

namespace {

using Json = nlohmann::ordered_json;

Json node_object(Pool& pool, const Graph& graph, std::size_t i, const GraphValues* values) {
    const GraphNode& node = graph.nodes[i];
    Json object = {{"name", node.name}, {"kind", node.input ? "input" : node.collapsed ? "collapsed" : "operation"}};
    if (!node.input && !node.collapsed) {
        object["operation"] = print(pool, node.operation, {Format::plain, graph.decimals, false, true});
        object["latex"] = print(pool, node.operation, {Format::latex, graph.decimals, false, true});
    }
    if (values) object["value"] = values->values[i], object["adjoints"] = values->adjoints[i];
    return object;
}

Json edge_object(Pool& pool, const Graph& graph, std::uint32_t i, const GraphValues* values) {
    const GraphEdge& edge = graph.edges[i];
    Json object = {{"from", graph.nodes[edge.from].name},
                   {"to", graph.nodes[edge.to].name},
                   {"partial", partial_label(pool, graph, i)},
                   {"latex", print(pool, edge.partial, {Format::latex, graph.decimals})}};
    if (values) object["value"] = values->partials[i];
    return object;
}

Json sum_object(Pool& pool, const Graph& graph, const PathSum& sum) {
    Json paths = Json::array();
    for (const auto& path : sum.paths) {
        Json nodes = {graph.nodes[sum.input].name};
        for (const std::uint32_t edge : path) nodes.push_back(graph.nodes[graph.edges[edge].to].name);
        paths.push_back({{"nodes", std::move(nodes)}, {"product", path_product(pool, graph, path)}});
    }
    Json object = {{"of", graph.nodes[sum.output].name},
                   {"by", graph.nodes[sum.input].name},
                   {"total", total_text(pool, graph, sum, Format::plain)},
                   {"latex", total_text(pool, graph, sum, Format::latex)}};
    if (sum.count != SIZE_MAX) object["count"] = sum.count;
    object["paths"] = std::move(paths);
    return object;
}

}  // namespace

std::string graph_json(Pool& pool, const Graph& graph, std::span<const PathSum> sums, const GraphValues* values,
                       std::string_view input) {
    Json object = {{"pdiff", schema_version}, {"input", input},         {"outputs", Json::array()},
                   {"nodes", Json::array()},  {"edges", Json::array()}, {"paths", Json::array()}};
    for (const GraphOutput& output : graph.outputs) object["outputs"].push_back(graph.nodes[output.node].name);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) object["nodes"].push_back(node_object(pool, graph, i, values));
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i)
        object["edges"].push_back(edge_object(pool, graph, i, values));
    for (const PathSum& sum : sums) object["paths"].push_back(sum_object(pool, graph, sum));
    if (graph.collapsed) object["size"] = graph.size;
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace pdiff::cli
