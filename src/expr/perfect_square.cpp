#include "perfect_square.hpp"

#include <array>

namespace pdiff {
namespace {

std::optional<Pair> half_of(Pool& pool, const Pair& power) {
    const auto [base, exponent] = power;
    if (base == euler) return Pair{base, product(pool, {half, exponent})};
    if (!pool.is_number(exponent)) return std::nullopt;
    const Number n = pool.number(exponent) / 2;
    // The root of x is defined only where x is.
    if (!n.is_integer() && pool.number(exponent).is_integer()) return std::nullopt;
    return Pair{base, pool.number(n)};
}

// A square root of the term without regard to its sign, where it has one: of 4*x^2*e^y it is 2*x*e^(y/2).
std::optional<Expr> root_of_term(Pool& pool, Expr term, Expr coefficient) {
    const Number& c = pool.number(coefficient);
    const auto root = c.sign() > 0 ? exact_root(c, 2) : std::nullopt;
    if (!root) return std::nullopt;
    const Expr front = pool.number(*root);
    if (term == one) return front;
    if (pool.op(term) == Op::power) {
        const auto p = half_of(pool, {pool.args(term)[0], pool.args(term)[1]});
        return p ? std::optional(product_of_powers(pool, front, {&*p, 1})) : std::nullopt;
    }
    if (pool.op(term) != Op::product) return std::nullopt;
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

}  // namespace

std::optional<Expr> square_root(Pool& pool, Expr sum) {
    std::array<Pair, 3> terms;
    const bool has_constant = pool.lead(sum) != zero;
    const std::size_t count = pool.pairs(sum).size() + (has_constant ? 1 : 0);
    if (count != terms.size()) return std::nullopt;
    if (has_constant) terms[2] = {one, pool.lead(sum)};
    for (std::size_t i = 0; i < pool.pairs(sum).size(); ++i) terms[i] = pool.pairs(sum)[i];
    for (std::size_t middle = 0; middle < terms.size(); ++middle) {
        const Pair &p = terms[(middle + 1) % 3], &q = terms[(middle + 2) % 3];
        const auto a = root_of_term(pool, p.first, p.second), b = a ? root_of_term(pool, q.first, q.second) : a;
        if (!b) continue;
        const Expr between = product(pool, {terms[middle].first, terms[middle].second});
        for (const Expr sign : {one, minus_one})
            if (product(pool, {two, sign, *a, *b}) == between) return pdiff::sum(pool, {*a, product(pool, {sign, *b})});
    }
    return std::nullopt;
}

}  // namespace pdiff
