// Walks over the graph that every layer needs.
#include <algorithm>

#include "pdiff/expr.hpp"

namespace pdiff {

std::vector<Expr> reachable(const Pool& pool, std::span<const Expr> roots) {
    std::uint32_t top = 0;
    for (const Expr r : roots) top = std::max(top, index(r));
    std::vector<bool> seen(top + 1);
    std::size_t count = 0;
    for (const Expr r : roots) seen[index(r)] = true;
    // Operands are older: one sweep downwards meets every operation after all that use it.
    for (std::uint32_t i = top + 1; i-- > 0;) {
        if (!seen[i]) continue;
        ++count;
        for (const Expr a : pool.args(Expr{i})) seen[index(a)] = true;
    }
    std::vector<Expr> order;
    order.reserve(count);
    for (std::uint32_t i = 0; i <= top; ++i)
        if (seen[i]) order.push_back(Expr{i});
    return order;
}

std::vector<Expr> variables(const Pool& pool, Expr f) {
    std::vector<Expr> result;
    for (const Expr e : reachable(pool, f))
        if (pool.op(e) == Op::symbol) result.push_back(e);
    std::ranges::sort(result, [&](Expr a, Expr b) { return natural_less(pool.name(a), pool.name(b)); });
    return result;
}

Expr substitute(Pool& pool, Expr f, std::span<const Expr> from, std::span<const Expr> to) {
    std::vector<Expr> image(index(f) + 1);
    std::vector<Expr> args;
    for (const Expr e : reachable(pool, f)) {
        image[index(e)] = e;
        if (const auto found = std::ranges::find(from, e); found != from.end()) {
            image[index(e)] = to[static_cast<std::size_t>(found - from.begin())];
            continue;
        }
        args.assign(pool.args(e).begin(), pool.args(e).end());
        bool changed = false;
        for (Expr& a : args) {
            changed |= image[index(a)] != a;
            a = image[index(a)];
        }
        if (changed) image[index(e)] = rebuild(pool, pool.op(e), args, pool.function(e));
    }
    return image[index(f)];
}

bool natural_less(std::string_view a, std::string_view b) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0, k = 0;
    while (i < a.size() && k < b.size()) {
        if (is_digit(a[i]) && is_digit(b[k])) {
            const auto run = [&](std::string_view s, std::size_t& at) {
                while (at + 1 < s.size() && s[at] == '0' && is_digit(s[at + 1])) ++at;
                const std::size_t first = at;
                while (at < s.size() && is_digit(s[at])) ++at;
                return s.substr(first, at - first);
            };
            const auto x = run(a, i), y = run(b, k);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
        } else if (a[i] != b[k]) {
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[k]);
        } else {
            ++i, ++k;
        }
    }
    if (a.size() - i != b.size() - k) return a.size() - i < b.size() - k;
    return a < b;  // x01 and x1 differ all the same
}

}  // namespace pdiff
