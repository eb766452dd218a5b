#include "explain/graph_operands.hpp"

#include <algorithm>
#include <unordered_map>

namespace pdiff {
namespace {

bool is_negation(const Pool& pool, Expr e) {
    return pool.op(e) == Op::product && pool.lead(e) == minus_one && pool.pairs(e).size() == 1 &&
           pool.pairs(e)[0].second == one;
}

// The places of what contributes to the value among the operands: all but names, coefficients and conditions.
template <class Use>
void for_each_part(const Pool& pool, Expr e, Use use) {
    const auto args = pool.args(e);
    switch (pool.op(e)) {
        case Op::apply:
            for (std::size_t i = 1; i < args.size(); ++i) use(args[i]);
            return;
        case Op::piecewise:
            for (std::size_t i = 1; i < args.size(); i += 2) use(args[i]);
            if (args.size() % 2 == 1) use(args.back());
            return;
        default:
            for (const Expr a : args) use(a);
    }
}

// What e consists of down to its operands, operands first.
std::vector<Expr> body(const Pool& pool, Expr e, const Replace& replace, std::unordered_map<Expr, Expr>& image) {
    std::vector<Expr> order, open{e};
    std::unordered_set<Expr> seen{e};
    while (!open.empty()) {
        const Expr a = open.back();
        open.pop_back();
        const Expr replaced = a == e ? a : replace(a);
        if (replaced != a) {
            image[a] = replaced;
            continue;
        }
        order.push_back(a);
        for (const Expr operand : pool.args(a))
            if (seen.insert(operand).second) open.push_back(operand);
    }
    std::ranges::sort(order);
    return order;
}

}  // namespace

GraphOperands::GraphOperands(const Pool& pool, std::span<const Expr> kept)
    : pool_(pool), kept_(kept.begin(), kept.end()) {}

bool GraphOperands::is_written_in(Expr e) const { return is_negation(pool_, e) && !kept_.contains(e); }

std::vector<Expr> GraphOperands::operator()(Expr e) const {
    std::vector<Expr> found;
    std::unordered_set<Expr> seen;
    for_each_part(pool_, e, [&](Expr part) {
        while (is_written_in(part)) part = pool_.pairs(part)[0].first;
        if (!pool_.is_constant(part) && seen.insert(part).second) found.push_back(part);
    });
    return found;
}

std::vector<Expr> GraphOperands::reachable(std::span<const Expr> roots) const {
    struct Visit {
        Expr e;
        std::vector<Expr> operands;
        std::size_t next = 0;
    };
    std::vector<Expr> order;
    std::unordered_set<Expr> seen;
    std::vector<Visit> stack;
    for (const Expr root : roots) {
        if (seen.insert(root).second) stack.push_back({root, (*this)(root)});
        while (!stack.empty()) {
            Visit& visit = stack.back();
            if (visit.next == visit.operands.size()) {
                order.push_back(visit.e);
                stack.pop_back();
            } else if (const Expr a = visit.operands[visit.next++]; seen.insert(a).second) {
                stack.push_back({a, (*this)(a)});
            }
        }
    }
    return order;
}

Expr with_operands(Pool& pool, Expr e, const Replace& replace, bool canonical) {
    std::unordered_map<Expr, Expr> image;
    std::vector<Expr> args;
    for (const Expr a : body(pool, e, replace, image)) {
        args.assign(pool.args(a).begin(), pool.args(a).end());
        if (args.empty()) {
            image[a] = a;
            continue;
        }
        for (Expr& operand : args) operand = image.at(operand);
        const Op op = pool.op(a);
        image[a] = canonical ? rebuild(pool, op, args, pool.function(a)) : pool.make(op, args, pool.function(a));
    }
    return image.at(e);
}

}  // namespace pdiff
