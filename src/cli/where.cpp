#include "cli/where.hpp"

#include <algorithm>
#include <bitset>

#include "pdiff/evaluate.hpp"
#include "pdiff/seams.hpp"

namespace pdiff::cli {

namespace {

// Each result is looked at by itself up to here; more share the conditions of all, so many variables stay linear.
constexpr std::size_t looked_at_singly = 256;

std::optional<int> sign_of(Pool& pool, Expr constant) { return sign_at(pool, constant, {}); }

bool may_have_seams(const Pool& pool, Expr f) {
    // The pool knows what was ever made in it: most expressions need no walk.
    static const std::bitset<128> seamed = [] {
        std::bitset<128> functions;
        for (std::size_t id = 0; id < function_rows().size(); ++id) functions[id] = !function_rows()[id].smooth.empty();
        return functions;
    }();
    if (!pool.has(Op::piecewise) && !pool.has(Op::diff) && (pool.called() & seamed).none()) return false;
    const std::vector<Expr> parts = reachable(pool, f);
    return std::ranges::any_of(parts, [&](Expr e) {
        const Op op = pool.op(e);
        return op == Op::piecewise || op == Op::diff || (op == Op::call && !row(pool.function(e)).smooth.empty());
    });
}

void add_variables(std::vector<Expr>& by, Pool& pool, const Answer& a, const Result& result) {
    by.insert(by.end(), result.sequence.begin(), result.sequence.end());
    if (result.kind == Result::Kind::implicit) by.push_back(result.subject);
    if (result.kind == Result::Kind::total) by = variables(pool, a.parsed.value);
}

Conditions conditions_by(Pool& pool, Expr f, std::vector<Expr> by) {
    std::ranges::sort(by);
    by.erase(std::unique(by.begin(), by.end()), by.end());
    return conditions(pool, f, by);
}

// A first partial of a scalar may hold at some of its seams too.
void complete(Pool& pool, Expr f, Result& result, Conditions& where) {
    const bool first_partial = result.kind == Result::Kind::partial && result.sequence.size() == 1;
    if (!first_partial || where.smooth.empty() || pool.op(f) == Op::vector) return;
    ClosedDerivative closed = close_seams(pool, f, result.sequence.front(), result.value, where.smooth, sign_of);
    result.value = closed.closed;
    where.smooth = std::move(closed.conditions);
}

}  // namespace

void find_conditions(Pool& pool, const Task& task, Answer& a) {
    const Expr f = a.parsed.value;
    const bool seams = may_have_seams(pool, f);
    if (!seams && !task.json) return;
    if (!seams || a.results.size() > looked_at_singly) {
        std::vector<Expr> by;
        for (const Result& result : a.results) add_variables(by, pool, a, result);
        const auto all = std::make_shared<const Conditions>(conditions_by(pool, f, std::move(by)));
        for (Result& result : a.results) result.where = all;
        return;
    }
    for (Result& result : a.results) {
        std::vector<Expr> by;
        add_variables(by, pool, a, result);
        Conditions where = conditions_by(pool, f, std::move(by));
        complete(pool, f, result, where);
        result.where = std::make_shared<const Conditions>(std::move(where));
    }
}

}  // namespace pdiff::cli
