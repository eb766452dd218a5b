#include "check/zeros.hpp"

#include <algorithm>

#include "check/signed_factors.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

constexpr int most_roots = 4;

// The highest root in f: a base whose half powers occur.
std::optional<Expr> highest_root(const Pool& pool, Expr f) {
    std::optional<Expr> found;
    const auto look = [&](Expr base, Expr exponent) {
        if (pool.is_number(exponent) && pool.number(exponent).denominator() == Number(2)) found = base;
    };
    for (const Expr e : reachable(pool, f)) {
        if (pool.op(e) == Op::power) look(pool.args(e)[0], pool.args(e)[1]);
        if (pool.op(e) == Op::product)
            for (const Pair& p : pool.pairs(e)) look(p.first, p.second);
    }
    return found;
}

// f with base^(k/2) as base^((k-1)/2)*s.
Expr with_root_named(Pool& pool, Expr f, Expr base, Expr s) {
    const std::vector<Expr> order = reachable(pool, f);
    Image image(order);
    const auto raised = [&](Expr b, Expr exponent) {
        const bool half_power =
            b == base && pool.is_number(exponent) && pool.number(exponent).denominator() == Number(2);
        if (!half_power) return power(pool, image[b], image[exponent]);
        const Expr whole = pool.number(pool.number(exponent) - Number::fraction(1, 2));
        return product(pool, {power(pool, image[b], whole), s});
    };
    for (const Expr e : order) {
        const std::vector<Expr> args(pool.args(e).begin(), pool.args(e).end());
        if (args.empty()) {
            image[e] = e;
        } else if (pool.op(e) == Op::power) {
            image[e] = raised(args[0], args[1]);
        } else if (pool.op(e) == Op::product) {
            std::vector<Expr> factors = {args[0]};
            for (std::size_t i = 1; i + 1 < args.size(); i += 2) factors.push_back(raised(args[i], args[i + 1]));
            image[e] = product(pool, factors);
        } else {
            std::vector<Expr> mapped;
            for (const Expr a : args) mapped.push_back(image[a]);
            image[e] = rebuild(pool, pool.op(e), mapped, pool.op(e) == Op::call ? pool.function(e) : Function{});
        }
    }
    return image[f];
}

Expr numerator(Pool& pool, Expr f) {
    const Expr together = in_form(pool, f, Form::together);
    std::vector<Expr> factors;
    const auto keep = [&](Expr base, Expr exponent) {
        if (!pool.is_number(exponent) || pool.number(exponent).sign() > 0)
            factors.push_back(power(pool, base, exponent));
    };
    if (pool.op(together) == Op::power) {
        keep(pool.args(together)[0], pool.args(together)[1]);
    } else if (pool.op(together) == Op::product) {
        const std::vector<Pair> pairs(pool.pairs(together).begin(), pool.pairs(together).end());
        for (const Pair& p : pairs) keep(p.first, p.second);
    } else {
        return together;
    }
    return product(pool, factors);
}

}  // namespace

bool add_zeros(Pool& pool, Expr h, std::vector<Expr>& polynomials) {
    if (pool.op(h) == Op::product) h = divide(pool, h, pool.lead(h));
    while (pool.op(h) == Op::call && pool.function(h) == Function::abs) h = pool.args(h)[0];
    if (seen_sign(pool, h, {})) return true;
    Expr n = numerator(pool, h);
    for (int i = 0; i < most_roots; ++i) {
        if (seen_sign(pool, n, {})) return true;
        const auto base = highest_root(pool, n);
        if (!base) break;
        const Expr s = pool.symbol("s root");
        const Expr named = with_root_named(pool, in_form(pool, n, Form::expanded), *base, s);
        const Expr slope = in_form(pool, differentiate(pool, named, s), Form::expanded);
        const Expr rest = substitute(pool, named, std::span(&s, 1), std::span(&zero, 1));
        if (std::ranges::binary_search(reachable(pool, slope), s)) return false;
        const Expr square = product(pool, {slope, slope, *base});
        n = numerator(pool, in_form(pool, subtract(pool, product(pool, {rest, rest}), square), Form::expanded));
    }
    n = in_form(pool, n, Form::expanded);
    if (pool.is_number(n)) return n != zero;
    polynomials.push_back(n);
    return true;
}

}  // namespace pdiff
