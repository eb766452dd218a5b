#include "algebra/forms/multiply_out.hpp"

#include <algorithm>
#include <vector>

#include "algebra/common_factor.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 200;
constexpr std::int64_t highest_power = 3;

// How often the bracket is multiplied out; 0 where base^exponent stays a factor.
std::int64_t times(const Pool& pool, const Pair& p) {
    if (pool.op(p.first) != Op::sum || !pool.is_number(p.second)) return 0;
    const auto n = pool.number(p.second).to_int();
    return n && *n > 0 && *n <= highest_power ? *n : 0;
}

// The lowest exponent of each base that a term is divided by.
std::vector<Pair> denominators(Pool& pool, Expr sum) {
    std::vector<Pair> lowest;
    for (const Pair& t : pool.pairs(sum))
        for (const Pair& p : factors_of_term(pool, t.first)) {
            if (!pool.is_number(p.second) || pool.number(p.second).sign() >= 0) continue;
            const auto at = std::ranges::find(lowest, p.first, &Pair::first);
            if (at == lowest.end())
                lowest.push_back(p);
            else if (pool.number(p.second) < pool.number(at->second))
                at->second = p.second;
        }
    return lowest;
}

// Appends the products that base^exponent ... make when their brackets are opened. False beyond the bound.
bool open_brackets(Pool& pool, Expr coefficient, Expr term, std::vector<Expr>& into) {
    std::vector<Expr> products{coefficient};
    SmallVector<Pair> kept;
    for (const Pair& p : factors_of_term(pool, term)) {
        const std::int64_t n = times(pool, p);
        if (n == 0) {
            kept.push_back(p);
            continue;
        }
        for (std::int64_t i = 0; i < n; ++i) {
            if (products.size() * (pool.pairs(p.first).size() + 1) > most_terms) return false;
            std::vector<Expr> next;
            for (const Expr a : products) {
                if (pool.lead(p.first) != zero) next.push_back(product(pool, {a, pool.lead(p.first)}));
                for (std::size_t k = 0; k < pool.pairs(p.first).size(); ++k) {
                    const Pair inner = pool.pairs(p.first)[k];
                    next.push_back(product(pool, {a, inner.first, inner.second}));
                }
            }
            products = std::move(next);
        }
    }
    const Expr rest = product_of_powers(pool, one, kept);
    for (const Expr p : products) into.push_back(product(pool, {p, rest}));
    return into.size() <= most_terms;
}

}  // namespace

Expr multiply_out(Pool& pool, Expr f) {
    std::vector<Pair> below = denominators(pool, f);
    for (Pair& p : below) p.second = pool.number(-pool.number(p.second));
    const Expr denominator = product_of_powers(pool, one, below);
    std::vector<Expr> terms;
    if (pool.lead(f) != zero && !open_brackets(pool, pool.lead(f), denominator, terms)) return f;
    for (std::size_t i = 0; i < pool.pairs(f).size(); ++i) {
        const Pair t = pool.pairs(f)[i];
        const Expr cleared = denominator == one ? t.first : product(pool, {t.first, denominator});
        const Expr number = pool.op(cleared) == Op::product
                                ? pool.number(pool.number(t.second) * pool.number(pool.lead(cleared)))
                                : t.second;
        const Expr unit = pool.op(cleared) == Op::product && pool.lead(cleared) != one
                              ? divide(pool, cleared, pool.lead(cleared))
                              : cleared;
        if (pool.is_number(cleared))
            terms.push_back(product(pool, {cleared, t.second}));
        else if (!open_brackets(pool, number, unit, terms))
            return f;
    }
    const Expr numerator = common_monomial_in_front(pool, sum(pool, terms));
    return denominator == one ? numerator : divide(pool, numerator, denominator);
}

Expr common_monomial_in_front(Pool& pool, Expr f) {
    if (pool.op(f) != Op::sum) return f;
    const auto pairs = pool.pairs(f);
    Number content = pool.number(pairs[0].second);
    SmallVector<Pair> first = factors_of_term(pool, pairs[0].first);
    std::vector<Pair> shared(first.begin(), first.end());
    if (pool.lead(f) != zero) content = gcd(content, pool.number(pool.lead(f))), shared.clear();
    for (const Pair& t : pairs) {
        content = gcd(content, pool.number(t.second));
        SmallVector<Pair> here = factors_of_term(pool, t.first);
        for (Pair& s : shared) {
            const auto at = std::ranges::find(here, s.first, &Pair::first);
            const bool both = at != here.end() && pool.is_number(at->second) && pool.is_number(s.second);
            if (!both)
                s.second = at != here.end() && at->second == s.second ? s.second : zero;
            else if (pool.number(at->second) < pool.number(s.second))
                s.second = at->second;
        }
        std::erase_if(shared, [](const Pair& p) { return p.second == zero; });
    }
    if (content.sign() < 0) content = -content;
    if (shared.empty() && content.is_one()) return f;
    const Expr front = product_of_powers(pool, pool.number(content), shared);
    const Expr inverse = power(pool, front, minus_one);
    std::vector<Expr> rest;
    if (pool.lead(f) != zero) rest.push_back(product(pool, {pool.lead(f), inverse}));
    for (std::size_t i = 0; i < pool.pairs(f).size(); ++i) {
        const Pair t = pool.pairs(f)[i];
        rest.push_back(product(pool, {t.second, t.first, inverse}));
    }
    return product(pool, {front, sum(pool, rest)});
}

}  // namespace pdiff
