#include "algebra/extremes.hpp"

#include <algorithm>
#include <vector>

namespace pdiff {

namespace {

constexpr std::size_t most_compared = 8;  // each with each

bool is_known_at_most(Pool& pool, Expr a, Expr b) {
    if (is_at_most(pool.range(a), pool.range(b))) return true;
    return pool.range(subtract(pool, b, a)).is_nonnegative();
}

// Those that another one exceeds, or of equals all but the first, go.
void drop_exceeded(Pool& pool, Function function, std::vector<Expr>& args) {
    if (args.size() > most_compared) return;
    for (std::size_t i = 0; i < args.size();) {
        const bool exceeded = std::ranges::any_of(args, [&](Expr other) {
            if (other == args[i]) return false;
            return function == Function::max ? is_known_at_most(pool, args[i], other)
                                             : is_known_at_most(pool, other, args[i]);
        });
        if (exceeded)
            args.erase(args.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
}

}  // namespace

std::optional<Expr> merge_extremes(Pool& pool, Expr f) {
    const Function function = pool.function(f);
    if (function != Function::max && function != Function::min) return std::nullopt;
    constexpr std::size_t flatten_limit = 16;  // a long chain of nested ones stays nested, and linear
    std::vector<Expr> kept;
    std::optional<Number> number;
    const auto add = [&](Expr a) {
        if (pool.is_number(a)) {
            const Number n = pool.number(a);
            number = !number ? n : function == Function::max ? std::max(*number, n) : std::min(*number, n);
        } else if (std::ranges::find(kept, a) == kept.end()) {
            kept.push_back(a);
        }
    };
    for (const Expr a : pool.args(f)) {
        if (pool.op(a) == Op::call && pool.function(a) == function &&
            pool.args(a).size() + pool.args(f).size() <= flatten_limit)
            for (const Expr inner : pool.args(a)) add(inner);
        else
            add(a);
    }
    if (number) kept.insert(kept.begin(), pool.number(*number));
    drop_exceeded(pool, function, kept);
    return kept.size() == 1 ? kept[0] : call(pool, function, kept);
}

namespace {

// The arguments of max and min as they are compared: those of e itself, where it is one of them.
std::vector<Expr> compared(const Pool& pool, Function function, std::span<const Expr> operands) {
    std::vector<Expr> result;
    for (const Expr e : operands)
        if (pool.op(e) == Op::call && pool.function(e) == function)
            result.insert(result.end(), pool.args(e).begin(), pool.args(e).end());
        else
            result.push_back(e);
    std::ranges::sort(result);
    return result;
}

}  // namespace

Expr with_known_extremes(Pool& pool, Expr f, Expr condition) {
    const auto is_called = [&](Function g) { return pool.called()[static_cast<std::size_t>(g)]; };
    const auto is_any_called = [&] {
        return is_called(Function::max) || is_called(Function::min) || is_called(Function::relu);
    };
    const bool compares = pool.op(condition) == Op::less || pool.op(condition) == Op::less_equal;
    if (!compares || !is_any_called()) return f;
    const std::vector<Expr> sides(pool.args(condition).begin(), pool.args(condition).end());
    std::vector<Expr> from, to;
    for (const Expr e : reachable(pool, f)) {
        if (pool.op(e) != Op::call) continue;
        const Function function = pool.function(e);
        if (function == Function::relu && sides[0] == zero && sides[1] == pool.args(e)[0])
            from.push_back(e), to.push_back(sides[1]);
        if (function != Function::max && function != Function::min) continue;
        if (compared(pool, function, {&e, 1}) != compared(pool, function, sides)) continue;
        from.push_back(e), to.push_back(function == Function::max ? sides[1] : sides[0]);
    }
    return from.empty() ? f : substitute(pool, f, from, to);
}

}  // namespace pdiff
