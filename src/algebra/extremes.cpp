#include "algebra/extremes.hpp"

#include <algorithm>
#include <vector>

namespace pdiff {

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
        if (pool.op(a) == Op::call && pool.function(a) == function && pool.args(a).size() + pool.args(f).size() <= flatten_limit)
            for (const Expr inner : pool.args(a)) add(inner);
        else
            add(a);
    }
    if (number) kept.insert(kept.begin(), pool.number(*number));
    return kept.size() == 1 ? kept[0] : call(pool, function, kept);
}

}  // namespace pdiff
