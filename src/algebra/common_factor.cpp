#include "algebra/common_factor.hpp"

#include <algorithm>

namespace pdiff {
namespace {

constexpr std::size_t term_limit = 64;

// base^exponent of a term, where the exponent is a number or the base occurs with this exponent alone.
std::optional<Expr> exponent_in(const Pool& pool, Expr term, Expr base) {
    if (pool.op(term) == Op::product) {
        for (const Pair& p : pool.pairs(term))
            if (p.first == base) return p.second;
        return std::nullopt;
    }
    if (pool.op(term) == Op::power)
        return pool.args(term)[0] == base ? std::optional(pool.args(term)[1]) : std::nullopt;
    return term == base ? std::optional(one) : std::nullopt;
}

// The exponent that comes out where two terms have a and b; zero where none can.
Expr shared_exponent(const Pool& pool, Expr a, Expr b) {
    if (a == b) return a;
    if (!pool.is_number(a) || !pool.is_number(b)) return zero;
    const Number x = pool.number(a), y = pool.number(b);
    if (!(x - y).is_integer() || x.sign() != y.sign()) return zero;
    return x < y ? a : b;
}

}  // namespace

SmallVector<Pair> factors_of_term(const Pool& pool, Expr term) {
    SmallVector<Pair> result;
    if (pool.op(term) == Op::product) {
        for (const Pair& p : pool.pairs(term)) result.push_back(p);
    } else if (pool.op(term) == Op::power) {
        result.push_back({pool.args(term)[0], pool.args(term)[1]});
    } else {
        result.push_back({term, one});
    }
    return result;
}

std::optional<CommonFactor> common_factor(Pool& pool, Expr f) {
    const std::size_t count = pool.pairs(f).size();
    if (pool.lead(f) != zero || count < 2 || count > term_limit) return std::nullopt;
    const auto is_name = [&](Expr base) { return pool.op(base) == Op::symbol; };
    if (is_name(pool.pairs(f)[0].first)) return std::nullopt;
    SmallVector<Pair> shared = factors_of_term(pool, pool.pairs(f)[0].first);
    const auto only_names = [&] { return std::ranges::all_of(shared.all(), is_name, &Pair::first); };
    if (only_names()) return std::nullopt;
    Number content = pool.number(pool.pairs(f)[0].second);
    for (const Pair& term : pool.pairs(f).subspan(1)) {
        content = gcd(content, pool.number(term.second));
        for (Pair& s : shared.all()) {
            const auto e = exponent_in(pool, term.first, s.first);
            s.second = e ? shared_exponent(pool, s.second, *e) : zero;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < shared.size(); ++i)
            if (shared[i].second != zero) shared[kept++] = shared[i];
        shared.shrink(kept);
        if (kept == 0) return std::nullopt;
    }
    if (only_names()) return std::nullopt;

    const Expr factor = product_of_powers(pool, pool.number(content), shared);
    const Expr inverse = power(pool, factor, minus_one);
    SmallVector<Expr> rest;
    for (std::size_t i = 0; i < count; ++i) {
        const auto [term, coefficient] = pool.pairs(f)[i];
        rest.push_back(product(pool, {coefficient, term, inverse}));
    }
    return CommonFactor{factor, sum(pool, rest)};
}

}  // namespace pdiff
