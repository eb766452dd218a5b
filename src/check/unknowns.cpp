#include "check/unknowns.hpp"

#include <algorithm>

#include "pdiff/forms.hpp"
#include "pdiff/print.hpp"

namespace pdiff {

namespace {

// The name of f, f' or D[1](f), where it is not that of a known function.
bool is_unknown(const Pool& pool, Expr applied) {
    Expr name = pool.args(applied)[0];
    if (pool.op(name) == Op::derived_name) name = pool.args(name)[0];
    return functions_named(pool.name(name)).empty();
}

}  // namespace

Unknowns::Unknowns(Pool& pool, std::span<const Expr> roots) : pool_(pool) {
    if (!pool.has(Op::apply)) return;
    for (const Expr e : reachable(pool, roots)) {
        if (pool.op(e) != Op::apply || !is_unknown(pool, e)) continue;
        const auto twin = std::ranges::find_if(applied_, [&](Expr other) { return same(other, e); });
        const Expr symbol = twin == applied_.end() ? pool.symbol(print(pool, e))
                                                   : symbols_[static_cast<std::size_t>(twin - applied_.begin())];
        applied_.push_back(e), symbols_.push_back(symbol);
    }
}

// f((x + 1)^2) is f(x^2 + 2*x + 1).
bool Unknowns::same(Expr a, Expr b) const {
    const auto left = pool_.args(a), right = pool_.args(b);
    if (left.size() != right.size() || left[0] != right[0]) return false;
    const std::vector<Expr> f(left.begin(), left.end()), g(right.begin(), right.end());
    for (std::size_t i = 1; i < f.size(); ++i)
        if (f[i] != g[i] && !is_zero(pool_, subtract(pool_, replaced(f[i]), replaced(g[i])))) return false;
    return true;
}

Expr Unknowns::replaced(Expr f) const { return empty() ? f : substitute(pool_, f, applied_, symbols_); }

std::vector<Expr> Unknowns::conditions() const {
    std::vector<Expr> all;
    for (std::size_t i = 0; i < applied_.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            const std::vector<Expr> f(pool_.args(applied_[i]).begin(), pool_.args(applied_[i]).end());
            const std::vector<Expr> g(pool_.args(applied_[k]).begin(), pool_.args(applied_[k]).end());
            if (symbols_[i] == symbols_[k] || f.size() != g.size() || f[0] != g[0]) continue;
            std::vector<Expr> apart;
            for (std::size_t a = 1; a < f.size(); ++a) {
                const Expr sides[] = {replaced(f[a]), replaced(g[a])};
                apart.push_back(rebuild(pool_, Op::not_equal, sides));
            }
            all.push_back(apart.size() == 1 ? apart[0] : rebuild(pool_, Op::logic_or, apart));
        }
    return all;
}

}  // namespace pdiff
