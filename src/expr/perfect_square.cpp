#include "perfect_square.hpp"

#include <algorithm>
#include <array>

#include "small_vector.hpp"

namespace pdiff {
namespace {

std::optional<Pair> half_of(Pool& pool, const Pair& power) {
    const auto [base, exponent] = power;
    if (base == euler) return Pair{base, product(pool, {half, exponent})};
    if (!pool.is_number(exponent)) return std::nullopt;
    return Pair{base, pool.number(pool.number(exponent) / 2)};
}

// A square root of the term without regard to its sign, where it has one: of 4*x^2*e^y it is 2*x*e^(y/2).
std::optional<Expr> root_of_term(Pool& pool, Expr term, Expr coefficient) {
    const Number& c = pool.number(coefficient);
    const auto root = c.sign() > 0 ? exact_root(c, 2) : std::nullopt;
    if (!root) return std::nullopt;
    const Expr front = pool.number(*root);
    if (term == one) return front;
    if (pool.op(term) != Op::product) {
        const bool is_power = pool.op(term) == Op::power;
        const auto p = half_of(pool, is_power ? Pair{pool.args(term)[0], pool.args(term)[1]} : Pair{term, one});
        return p ? std::optional(product_of_powers(pool, front, {&*p, 1})) : std::nullopt;
    }
    std::array<Pair, 4> powers;
    const std::size_t count = pool.pairs(term).size();
    if (count > powers.size()) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
        const auto p = half_of(pool, pool.pairs(term)[i]);
        if (!p) return std::nullopt;
        powers[i] = *p;
    }
    return product_of_powers(pool, front, std::span(powers).first(count));
}

// Whether every root in e is of something that f holds a root of too: the root of x is defined only where x is
// positive.
bool has_roots_of(const Pool& pool, Expr e, Expr f) {
    const auto is_root = [&](const Pair& p) {
        return p.first != euler && !pool.number(p.second).is_integer() && !pool.is_number(p.first);
    };
    const auto powers = [&](Expr g) {
        SmallVector<Pair, 4> result;
        if (pool.op(g) == Op::power && pool.is_number(pool.args(g)[1]))
            result.push_back({pool.args(g)[0], pool.args(g)[1]});
        if (pool.op(g) == Op::product)
            for (const Pair& p : pool.pairs(g))
                if (pool.is_number(p.second)) result.push_back(p);
        return result;
    };
    const auto there = powers(f), here = powers(e);
    return std::ranges::all_of(here.all(), [&](const Pair& p) {
        return !is_root(p) ||
               std::ranges::any_of(there.all(), [&](const Pair& q) { return q.first == p.first && is_root(q); });
    });
}

}  // namespace

std::optional<PerfectSquare> perfect_square(Pool& pool, Expr sum) {
    std::array<Pair, 3> terms;
    const bool has_constant = pool.lead(sum) != zero;
    const std::size_t count = pool.pairs(sum).size() + (has_constant ? 1 : 0);
    if (count != terms.size()) return std::nullopt;
    if (has_constant) terms[2] = {one, pool.lead(sum)};
    for (std::size_t i = 0; i < pool.pairs(sum).size(); ++i) terms[i] = pool.pairs(sum)[i];
    for (std::size_t middle = 0; middle < terms.size(); ++middle) {
        const Pair &p = terms[(middle + 1) % 3], &q = terms[(middle + 2) % 3];
        const Number &cp = pool.number(p.second), &cq = pool.number(q.second), &cm = pool.number(terms[middle].second);
        if (cp.sign() <= 0 || cq.sign() <= 0 || !(cm * cm - cp * cq * 4).is_zero()) continue;
        const Number content = gcd(cp, cq);
        const auto root = [&](const Pair& t) {
            return root_of_term(pool, t.first, pool.number(pool.number(t.second) / content));
        };
        const auto a = root(p), b = a ? root(q) : a;
        if (!b) continue;
        const Expr between =
            product(pool, {terms[middle].first, pool.number(pool.number(terms[middle].second) / content)});
        if (!has_roots_of(pool, *a, between) || !has_roots_of(pool, *b, between)) continue;
        for (const Expr sign : {one, minus_one})
            if (product(pool, {two, sign, *a, *b}) == between)
                return PerfectSquare{content, pdiff::sum(pool, {*a, product(pool, {sign, *b})})};
    }
    return std::nullopt;
}

}  // namespace pdiff
