#include "algebra/split_roots.hpp"

#include <algorithm>

#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

bool is_root(const Pool& pool, const Pair& p) {
    return pool.is_number(p.second) && !pool.number(p.second).is_integer();
}

}  // namespace

std::optional<Expr> split_roots(Pool& pool, Expr f) {
    const auto roots =
        static_cast<std::size_t>(std::ranges::count_if(pool.pairs(f), [&](const Pair& p) { return is_root(pool, p); }));
    if (roots < 2) return std::nullopt;
    for (const Pair& root : pool.pairs(f)) {
        if (!is_root(pool, root) || pool.op(root.first) != Op::product) continue;
        for (const Pair& inner : pool.pairs(root.first)) {
            const auto meets = [&](const Pair& p) { return p.first == inner.first && is_root(pool, p); };
            if (std::ranges::none_of(pool.pairs(f), meets) || !pool.range(inner.first).is_positive()) continue;
            SmallVector<Pair> outside, inside;
            for (const Pair& p : pool.pairs(f))
                if (p != root) outside.push_back(p);
            for (const Pair& p : pool.pairs(root.first))
                if (p != inner) inside.push_back(p);
            const Expr lead = pool.lead(f), rest_lead = pool.lead(root.first), q = root.second;
            const Pair taken = inner;
            outside.push_back({taken.first, product(pool, {taken.second, q})});
            outside.push_back({product_of_powers(pool, rest_lead, inside), q});
            return product_of_powers(pool, lead, outside);
        }
    }
    return std::nullopt;
}

}  // namespace pdiff
