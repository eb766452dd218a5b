// Forward mode: the differential of every operation from those of its operands, in one pass.
#include "pdiff/differentiate.hpp"

#include <algorithm>

#include "calculus/differential.hpp"
#include "calculus/products.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/error.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_nested = 2;  // order up to which the differential of u^v stays a bracket

Expr sum_differential(Pool& pool, Expr f, Image& d) {
    SmallVector<Pair> terms;
    for (const Pair& p : pool.pairs(f))
        if (const Expr dt = d[p.first]; dt != zero) terms.push_back({dt, p.second});
    return terms.empty() ? zero : sum_of_multiples(pool, terms);
}

// One factor replaced by its differential, all others as they are.
Expr product_term(Pool& pool, Expr f, std::size_t i, Expr df) {
    SmallVector<Pair> factors;
    for (const Pair& p : pool.pairs(f)) factors.push_back(p);
    factors[i] = {df, one};
    return product_of_powers(pool, pool.lead(f), factors);
}

// The same with the differential of a power u^v, which is a sum, term by term: of high orders the terms merge, while
// brackets would double with each.
void add_flat_terms(Pool& pool, Expr f, std::size_t i, Expr df, SmallVector<Expr>& into) {
    for (std::size_t k = 0; k < pool.pairs(df).size(); ++k) {
        const Pair t = pool.pairs(df)[k];
        into.push_back(product_term(pool, f, i, product(pool, {t.second, t.first})));
    }
    if (pool.lead(df) != zero) into.push_back(product_term(pool, f, i, pool.lead(df)));
}

// The differential of u^v without the bracket that v is in v*u^(v - 1).
Expr flat_power_differential(Pool& pool, Expr base, Expr exponent, Image& d) {
    const Expr df = power_differential(pool, base, exponent, d[base], d[exponent]);
    const bool bracket = pool.op(exponent) == Op::sum && d[base] != zero && d[exponent] != zero;
    if (!bracket || pool.op(df) != Op::sum) return df;
    SmallVector<Expr> terms;
    if (pool.lead(df) != zero) terms.push_back(pool.lead(df));
    for (std::size_t k = 0; k < pool.pairs(df).size(); ++k) {
        const Pair t = pool.pairs(df)[k];
        const bool holds = pool.op(t.first) == Op::product &&
                           std::ranges::find(pool.pairs(t.first), Pair{exponent, one}) != pool.pairs(t.first).end();
        if (!holds) {
            terms.push_back(product(pool, {t.second, t.first}));
            continue;
        }
        const Expr rest = product(pool, {t.second, divide(pool, t.first, exponent)});
        if (pool.lead(exponent) != zero) terms.push_back(product(pool, {rest, pool.lead(exponent)}));
        for (std::size_t i = 0; i < pool.pairs(exponent).size(); ++i) {
            const Pair part = pool.pairs(exponent)[i];
            terms.push_back(product(pool, {rest, part.second, part.first}));
        }
    }
    return sum(pool, terms);
}

Expr product_differential(Pool& pool, Expr f, Image& d, bool flat) {
    const std::size_t n = pool.pairs(f).size();
    const auto varies = [&](std::size_t i) {
        return d[pool.pairs(f)[i].first] != zero || d[pool.pairs(f)[i].second] != zero;
    };
    const auto differential = [&](std::size_t i) {
        const auto [base, exponent] = pool.pairs(f)[i];
        return flat ? flat_power_differential(pool, base, exponent, d)
                    : power_differential(pool, base, exponent, d[base], d[exponent]);
    };
    SmallVector<Expr> terms;
    if (n <= short_product) {
        for (std::size_t i = 0; i < n; ++i)
            if (varies(i)) {
                const auto [base, exponent] = pool.pairs(f)[i];
                const Expr df = differential(i);
                if (flat && pool.op(df) == Op::sum && d[base] != zero && d[exponent] != zero)
                    add_flat_terms(pool, f, i, df, terms);
                else
                    terms.push_back(product_term(pool, f, i, df));
            }
    } else {
        std::vector<bool> wanted(n);
        for (std::size_t i = 0; i < n; ++i) wanted[i] = varies(i);
        const std::vector<Expr> others = cofactors(pool, f, wanted);
        for (std::size_t i = 0; i < n; ++i)
            if (wanted[i]) terms.push_back(product(pool, {others[i], differential(i)}));
    }
    return terms.empty() ? zero : sum(pool, terms);
}

Expr call_differential(Pool& pool, Expr f, Image& d) {
    SmallVector<Expr> terms;
    const std::size_t first = pool.op(f) == Op::apply ? 1 : 0, count = pool.args(f).size();
    for (std::size_t i = first; i < count; ++i)
        if (const Expr da = d[pool.args(f)[i]]; da != zero)
            terms.push_back(operand_differential(pool, f, i - first, da));
    return terms.empty() ? zero : sum(pool, terms);
}

Expr branches_differential(Pool& pool, Expr f, Image& d) {
    SmallVector<Expr> values;
    const auto args = pool.args(f);
    for (std::size_t i = 0; i < args.size(); ++i)
        if (i % 2 == 1 || i + 1 == args.size()) values.push_back(d[args[i]]);
    return piecewise_differential(pool, f, values);
}

Expr operation_differential(Pool& pool, Expr f, Expr x, Image& d, bool flat) {
    switch (pool.op(f)) {
        case Op::symbol:
            return f == x ? one : zero;
        case Op::sum:
            return sum_differential(pool, f, d);
        case Op::product:
            return product_differential(pool, f, d, flat);
        case Op::power: {
            const Expr base = pool.args(f)[0], exponent = pool.args(f)[1];
            if (d[base] == zero && d[exponent] == zero) return zero;
            return flat ? flat_power_differential(pool, base, exponent, d)
                        : power_differential(pool, base, exponent, d[base], d[exponent]);
        }
        case Op::call:
        case Op::apply:
            return call_differential(pool, f, d);
        case Op::piecewise:
            return branches_differential(pool, f, d);
        case Op::vector:
        case Op::equal: {
            SmallVector<Expr> entries;
            for (const Expr a : pool.args(f)) entries.push_back(d[a]);
            return pool.make(pool.op(f), entries);
        }
        default:
            return zero;
    }
}

// As it comes out of the rules, in canonical form.
Expr raw_derivative(Pool& pool, Expr f, Expr x, bool flat = false) {
    const std::vector<Expr> order = reachable(pool, f);
    Image d(order);
    for (const Expr e : order) d[e] = operation_differential(pool, e, x, d, flat);
    return d[f];
}

}  // namespace

Expr differentiate(Pool& pool, Expr f, Expr x) { return differentiate(pool, f, {&x, 1}); }

Expr differentiate(Pool& pool, Expr f, std::span<const Expr> sequence) {
    return simplify(pool, derivative_by_rules(pool, f, sequence));
}

Expr derivative_by_rules(Pool& pool, Expr f, std::span<const Expr> sequence) {
    if (sequence.size() > pool.limits().order)
        throw Error(ErrorKind::limit,
                    "a derivative of order " + std::to_string(sequence.size()) + " is above the limit of " +
                        std::to_string(pool.limits().order),
                    {}, "--limit order=N allows more");
    f = rewrite(pool, resolve_derivatives(pool, f));
    for (std::size_t i = 0; i < sequence.size() && f != zero; ++i) {
        f = raw_derivative(pool, f, sequence[i], sequence.size() > most_nested);
        if (i + 1 < sequence.size()) f = rewrite(pool, f);
    }
    return f;
}

Expr resolve_derivatives(Pool& pool, Expr f) {
    if (!pool.has(Op::diff)) return f;
    const std::vector<Expr> order = reachable(pool, f);
    Image image(order);
    std::vector<Expr> args;
    for (const Expr e : order) {
        args.assign(pool.args(e).begin(), pool.args(e).end());
        bool changed = pool.op(e) == Op::diff;
        for (Expr& a : args) {
            changed |= image[a] != a;
            a = image[a];
        }
        if (pool.op(e) == Op::diff) {
            Expr g = args[0];
            for (std::size_t i = 1; i < args.size(); ++i) g = rewrite(pool, raw_derivative(pool, g, args[i]));
            image[e] = g;
        } else {
            image[e] = changed ? rebuild(pool, pool.op(e), args, pool.function(e)) : e;
        }
    }
    return image[f];
}

}  // namespace pdiff
