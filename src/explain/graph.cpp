#include "pdiff/graph.hpp"

#include <algorithm>
#include <unordered_map>

#include "explain/graph_names.hpp"
#include "explain/graph_operands.hpp"
#include "expr/scalars.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"

namespace pdiff {
namespace {

void check_output(const Pool& pool, Expr f) {
    const Op op = pool.op(f);
    if (op == Op::equal)
        throw Error(ErrorKind::usage, "an equation has no computation graph", {}, "give one side alone");
    if (is_condition(op))
        throw Error(ErrorKind::usage, "a condition has no computation graph", {},
                    "write a function such as x^2*sin(y)");
}

class Builder {
public:
    Builder(Pool& pool, const Parsed& parsed, std::vector<Expr> outputs, const std::vector<Expr>& kept,
            std::size_t most)
        : pool_(pool),
          outputs_(std::move(outputs)),
          operands_(pool, kept),
          all_(operands_.reachable(outputs_)),
          names_(pool, parsed, outputs_, all_),
          most_(std::max<std::size_t>(most, 2)) {
        graph_.size = all_.size();
        graph_.decimals = parsed.decimals;
    }

    Graph build(std::span<const Expr> values, std::span<const Expr> order) {
        choose();
        for (const Expr x : order)
            if (drawn_.contains(x)) add_input(x);
        for (const Expr e : all_)
            if (drawn_.contains(e) && pool_.op(e) != Op::symbol) add_operation(e);
        for (std::size_t i = 0; i < outputs_.size(); ++i)
            if (node_of_.contains(outputs_[i])) graph_.outputs.push_back({node_of_[outputs_[i]], values[i]});
        return std::move(graph_);
    }

private:
    // All nodes if they are few, else those nearest to the outputs.
    void choose() {
        if (all_.size() <= most_) {
            drawn_.insert(all_.begin(), all_.end());
            return;
        }
        std::vector<Expr> queue;
        const auto add = [&](Expr e) {
            if (queue.size() < most_ / 2 && drawn_.insert(e).second) queue.push_back(e);
        };
        for (const Expr e : outputs_) add(e);
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const Expr operand : operands_(queue[i])) add(operand);
    }

    void add_input(Expr x) {
        node_of_[x] = static_cast<std::uint32_t>(graph_.nodes.size());
        graph_.nodes.push_back({std::string(pool_.name(x)), x, x, x, false, true});
        graph_.inputs.push_back(x);
    }

    std::uint32_t add(std::string name, Expr operation, Expr whole, bool collapsed) {
        graph_.collapsed |= collapsed;
        const Expr symbol = pool_.symbol(name);
        graph_.nodes.push_back({std::move(name), symbol, operation, whole, collapsed, false});
        return static_cast<std::uint32_t>(graph_.nodes.size() - 1);
    }

    void add_hidden(Expr e) {
        if (pool_.op(e) == Op::symbol) return add_input(e);
        node_of_[e] = add(names_.of(e), e, e, true);
    }

    bool is_chain(Expr e) const { return pool_.op(e) == Op::sum || pool_.op(e) == Op::product; }

    // Whether nothing would be left of it to draw.
    bool is_hidden(Expr e, const std::vector<Expr>& operands) const {
        if (!is_chain(e)) return operands.size() > most_;
        return operands.size() > 1 && std::ranges::none_of(operands, [&](Expr a) { return node_of_.contains(a); });
    }

    // Of a long sum or product all that is not drawn is one node.
    Expr with_rest_collapsed(Expr e, const std::vector<Expr>& operands) {
        const auto hidden = std::ranges::count_if(operands, [&](Expr a) { return !node_of_.contains(a); });
        if (!is_chain(e) || hidden < 2) return e;
        std::vector<Expr> rest{pool_.op(e) == Op::sum ? zero : one}, shown{pool_.lead(e)};
        const std::vector<Pair> pairs(pool_.pairs(e).begin(), pool_.pairs(e).end());  // `make` may move them
        for (const Pair& p : pairs) {
            const std::vector<Expr> parts = operands_(pool_.make(pool_.op(e), {rest[0], p.first, p.second}));
            const bool known = std::ranges::all_of(parts, [&](Expr a) { return node_of_.contains(a); });
            std::vector<Expr>& to = known ? shown : rest;
            to.push_back(p.first), to.push_back(p.second);
        }
        const Expr others = pool_.make(pool_.op(e), rest);
        add_hidden(others);
        shown.push_back(others), shown.push_back(one);
        return pool_.make(pool_.op(e), shown);
    }

    void add_operation(Expr e) {
        std::vector<Expr> operands = operands_(e);
        if (is_hidden(e, operands)) return add_hidden(e);
        const Expr shortened = with_rest_collapsed(e, operands);
        if (shortened != e) operands = operands_(shortened);
        for (const Expr a : operands)
            if (!node_of_.contains(a)) add_hidden(a);
        const Replace replace = [this](Expr a) {
            const auto found = node_of_.find(a);
            return found == node_of_.end() ? a : graph_.nodes[found->second].symbol;
        };
        const Expr typed = with_operands(pool_, shortened, replace, false);
        const std::uint32_t node = node_of_[e] = add(names_.of(e), typed, e, false);
        add_edges(node, operands, with_operands(pool_, shortened, replace, true));
    }

    void add_edges(std::uint32_t node, const std::vector<Expr>& operands, Expr operation) {
        std::vector<Expr> symbols;
        for (const Expr a : operands) symbols.push_back(graph_.nodes[node_of_[a]].symbol);
        const std::vector<Expr> partials = gradient(pool_, operation, symbols);
        for (std::size_t i = 0; i < operands.size(); ++i)
            graph_.edges.push_back({node_of_[operands[i]], node, partials[i]});
    }

    Pool& pool_;
    std::vector<Expr> outputs_;
    GraphOperands operands_;
    std::vector<Expr> all_;  // operands first
    GraphNames names_;
    std::size_t most_;
    std::unordered_set<Expr> drawn_;
    std::unordered_map<Expr, std::uint32_t> node_of_;
    Graph graph_;
};

}  // namespace

Graph make_graph(Pool& pool, const Parsed& parsed, const GraphOptions& options) {
    const std::vector<Expr> values = scalars(pool, resolve_derivatives(pool, parsed.value));
    // Where a derivative is still to be taken the expression as typed computes nothing.
    const std::vector<Expr> outputs = pool.has(Op::diff) ? values : scalars(pool, parsed.typed);
    for (const Expr f : outputs) check_output(pool, f);
    std::vector<Expr> kept = outputs;
    for (const Definition& d : parsed.definitions) kept.push_back(d.typed);
    const Expr all = pool.make(Op::vector, outputs);
    const std::vector<Expr> inputs = parsed.parameters.empty() ? variables(pool, all) : parsed.parameters;
    Builder builder(pool, parsed, outputs, kept, options.nodes);
    return builder.build(values, inputs);
}

}  // namespace pdiff
