// Values forwards and adjoints backwards: what backpropagation computes, here with every digit proved.
#include <fmt/format.h>

#include <algorithm>

#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/graph.hpp"
#include "pdiff/print.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

class At {
public:
    At(Pool& pool, const Graph& graph, std::span<const Binding> point, std::size_t digits)
        : pool_(pool), graph_(graph), point_(point), digits_(digits) {
        for (const GraphNode& node : graph.nodes)
            if (!node.input) symbols_.push_back(node.symbol), wholes_.push_back(node.whole);
        for (const Binding& b : point) bound_.push_back(b.symbol), values_.push_back(b.value);
    }

    std::string value(const GraphNode& node) const {
        return number(node.whole, [&] { return fmt::format("{} has no value", node.name); });
    }

    std::string partial(const GraphEdge& edge) const {
        const GraphNode &to = graph_.nodes[edge.to], &from = graph_.nodes[edge.from];
        const auto what = [&] { return fmt::format("{} does not exist", partial_name(graph_, edge.to, edge.from)); };
        for (const Expr condition : conditions(pool_, to.operation, {&from.symbol, 1}).smooth)
            if (holds_at(pool_, in_inputs(condition), point_) == std::optional(false))
                throw Error(ErrorKind::undefined, what(), {}, fmt::format("it needs {}", print(pool_, condition)));
        return number(in_inputs(edge.partial), what);
    }

    std::string adjoint(Expr e) const {
        return number(in_inputs(e), [] { return std::string("an adjoint has no value"); });
    }

private:
    Expr in_inputs(Expr e) const { return substitute(pool_, e, symbols_, wholes_); }

    // Exact where it is rational.
    template <class What>
    std::string number(Expr e, What what) const {
        const Evaluation found = evaluate(pool_, e, point_, digits_);
        if (found.definedness == Definedness::undefined)
            throw Error(ErrorKind::undefined, what(), {}, fmt::format("{} is undefined", found.reason));
        const Expr exact = simplify(pool_, substitute(pool_, e, bound_, values_));
        if (pool_.is_number(exact)) return print(pool_, exact, {Format::plain, graph_.decimals});
        if (found.definedness == Definedness::defined) return found.digits;
        throw Error(ErrorKind::undefined, what(), {}, found.reason);
    }

    Pool& pool_;
    const Graph& graph_;
    std::span<const Binding> point_;
    std::size_t digits_;
    std::vector<Expr> symbols_, wholes_;  // of the operations
    std::vector<Expr> bound_, values_;
};

// Of each node, in the symbols of the nodes: its users' adjoints times their partials.
std::vector<Expr> adjoints(Pool& pool, const Graph& graph, std::uint32_t output) {
    std::vector<Expr> result(graph.nodes.size(), zero);
    result[output] = one;
    for (auto edge = graph.edges.rbegin(); edge != graph.edges.rend(); ++edge)
        if (result[edge->to] != zero)
            result[edge->from] = sum(pool, {result[edge->from], product(pool, {result[edge->to], edge->partial})});
    return result;
}

}  // namespace

GraphValues graph_values(Pool& pool, const Graph& graph, std::span<const Binding> point, std::size_t digits) {
    const At at(pool, graph, point, digits);
    GraphValues result;
    for (const GraphNode& node : graph.nodes) result.values.push_back(at.value(node));
    for (const GraphEdge& edge : graph.edges) result.partials.push_back(at.partial(edge));
    result.adjoints.resize(graph.nodes.size());
    for (const GraphOutput& output : graph.outputs) {
        const std::vector<Expr> all = adjoints(pool, graph, output.node);
        for (std::size_t i = 0; i < all.size(); ++i) result.adjoints[i].push_back(at.adjoint(all[i]));
    }
    return result;
}

}  // namespace pdiff
