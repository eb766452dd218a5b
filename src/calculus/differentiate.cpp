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

Expr sum_differential(Pool& pool, Expr f, Image& d) {
    SmallVector<Pair> terms;
    for (const Pair& p : pool.pairs(f))
        if (const Expr dt = d[p.first]; dt != zero) terms.push_back({dt, p.second});
    return terms.empty() ? zero : sum_of_multiples(pool, terms);
}

Expr product_differential(Pool& pool, Expr f, Image& d) {
    const std::vector<Pair> factors(pool.pairs(f).begin(), pool.pairs(f).end());
    std::vector<bool> varies(factors.size());
    for (std::size_t i = 0; i < factors.size(); ++i) varies[i] = d[factors[i].first] != zero || d[factors[i].second] != zero;
    if (std::ranges::count(varies, true) == 0) return zero;
    const std::vector<Expr> others = cofactors(pool, f, varies);
    SmallVector<Expr> terms;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (!varies[i]) continue;
        const auto [base, exponent] = factors[i];
        const Expr df = power_differential(pool, base, exponent, d[base], d[exponent]);
        // A long product stays as it is: multiplied out, n factors would take n² room.
        const bool large = factors.size() > 256 && df == one;
        terms.push_back(large ? others[i] : product(pool, {others[i], df}));
    }
    return sum(pool, terms);
}

Expr call_differential(Pool& pool, Expr f, Image& d) {
    SmallVector<Expr> terms;
    const std::size_t first = pool.op(f) == Op::apply ? 1 : 0, count = pool.args(f).size();
    for (std::size_t i = first; i < count; ++i)
        if (const Expr da = d[pool.args(f)[i]]; da != zero) terms.push_back(operand_differential(pool, f, i - first, da));
    return terms.empty() ? zero : sum(pool, terms);
}

Expr branches_differential(Pool& pool, Expr f, Image& d) {
    SmallVector<Expr> values;
    const auto args = pool.args(f);
    for (std::size_t i = 0; i < args.size(); ++i)
        if (i % 2 == 1 || i + 1 == args.size()) values.push_back(d[args[i]]);
    return piecewise_differential(pool, f, values);
}

Expr operation_differential(Pool& pool, Expr f, Expr x, Image& d) {
    switch (pool.op(f)) {
        case Op::symbol: return f == x ? one : zero;
        case Op::sum: return sum_differential(pool, f, d);
        case Op::product: return product_differential(pool, f, d);
        case Op::power: {
            const Expr base = pool.args(f)[0], exponent = pool.args(f)[1];
            if (d[base] == zero && d[exponent] == zero) return zero;
            return power_differential(pool, base, exponent, d[base], d[exponent]);
        }
        case Op::call:
        case Op::apply: return call_differential(pool, f, d);
        case Op::piecewise: return branches_differential(pool, f, d);
        case Op::vector:
        case Op::equal: {
            SmallVector<Expr> entries;
            for (const Expr a : pool.args(f)) entries.push_back(d[a]);
            return pool.make(pool.op(f), entries);
        }
        default: return zero;
    }
}

// As it comes out of the rules, in canonical form.
Expr raw_derivative(Pool& pool, Expr f, Expr x) {
    const std::vector<Expr> order = reachable(pool, f);
    Image d(order);
    for (const Expr e : order) d[e] = operation_differential(pool, e, x, d);
    return d[f];
}

}  // namespace

Expr differentiate(Pool& pool, Expr f, Expr x) {
    return simplify(pool, raw_derivative(pool, simplify(pool, resolve_derivatives(pool, f)), x));
}

Expr differentiate(Pool& pool, Expr f, std::span<const Expr> sequence) {
    if (sequence.size() > pool.limits().order)
        throw Error(ErrorKind::limit, "a derivative of order " + std::to_string(sequence.size()) + " is above the limit of " +
                                          std::to_string(pool.limits().order), {}, "raise the limit with --limit order=N");
    f = simplify(pool, resolve_derivatives(pool, f));
    for (const Expr x : sequence) {
        if (pool.is_number(f)) return zero;
        f = simplify(pool, raw_derivative(pool, f, x));
    }
    return f;
}

Expr resolve_derivatives(Pool& pool, Expr f) {
    const std::vector<Expr> order = reachable(pool, f);
    if (std::ranges::none_of(order, [&](Expr e) { return pool.op(e) == Op::diff; })) return f;
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
            for (std::size_t i = 1; i < args.size(); ++i) g = simplify(pool, raw_derivative(pool, g, args[i]));
            image[e] = g;
        } else {
            image[e] = changed ? rebuild(pool, pool.op(e), args, pool.function(e)) : e;
        }
    }
    return image[f];
}

}  // namespace pdiff
