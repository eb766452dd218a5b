#include "numeric/tape.hpp"

#include <algorithm>

#include "numeric/steps.hpp"

namespace pdiff {
namespace {

struct Bound {
    Expr symbol;
    std::uint32_t position;
};

// Appends what `roots` consist of; `bound` is in the order of the symbols.
void append(Tape& tape, std::span<const Expr> roots, std::span<const Bound> bound) {
    const std::vector<Expr> order = reachable(*tape.pool, roots);
    const auto start = std::uint32_t(tape.steps.size());
    const auto position = [&](Expr e) {
        return start + std::uint32_t(std::ranges::lower_bound(order, e) - order.begin());
    };
    tape.steps.reserve(start + order.size());
    for (const Expr e : order) {
        const auto first = std::uint32_t(tape.operands.size());
        for (const Expr a : tape.pool->args(e)) tape.operands.push_back(position(a));
        const auto value = std::ranges::lower_bound(bound, e, {}, &Bound::symbol);
        if (value != bound.end() && value->symbol == e) tape.operands.push_back(value->position);
        tape.steps.push_back({e, first, std::uint32_t(tape.operands.size()) - first});
    }
    tape.roots.clear();
    for (const Expr root : roots) tape.roots.push_back(position(root));
}

}  // namespace

Tape make_tape(const Pool& pool, std::span<const Expr> roots, std::span<const Binding> point) {
    Tape tape;
    tape.pool = &pool;
    std::vector<Expr> values;
    for (const Binding& b : point) values.push_back(b.value);
    append(tape, values, {});
    std::vector<Bound> bound;
    for (std::size_t i = 0; i < point.size(); ++i) bound.push_back({point[i].symbol, tape.roots[i]});
    std::ranges::stable_sort(bound, {}, &Bound::symbol);
    append(tape, roots, bound);
    return tape;
}

void run(const Tape& tape, std::vector<Value>& values, slong precision) {
    values.resize(tape.steps.size());
    for (std::uint32_t i = 0; i < tape.steps.size(); ++i) evaluate_step(tape, i, values, precision);
}

}  // namespace pdiff
