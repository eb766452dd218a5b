#include "algebra/forms/symbolic_powers.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/opened_products.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 24;

bool is_symbolic(const Pool& pool, const Pair& power) { return power.first != euler && !pool.is_number(power.second); }

// The number in n*x + 2.
Number shift(const Pool& pool, Expr exponent) {
    return pool.op(exponent) == Op::sum ? pool.number(pool.lead(exponent)) : Number(0);
}

Expr without_shift(Pool& pool, Expr exponent) {
    const Number n = shift(pool, exponent);
    return n.is_zero() ? exponent : sum(pool, {exponent, pool.number(-n)});
}

// The least number beside the exponent of `power`'s base in the terms; nothing where a term is without such a power.
std::optional<Number> least_shift(Pool& pool, Expr f, const Pair& power) {
    if (!is_symbolic(pool, power)) return std::nullopt;
    const Expr exponent = without_shift(pool, power.second);
    Number least = shift(pool, power.second);
    for (std::size_t i = 1; i < pool.pairs(f).size(); ++i) {
        const SmallVector<Pair> factors = factors_of(pool, pool.pairs(f)[i].first);
        const auto at = std::ranges::find_if(factors.all(), [&](const Pair& p) {
            return p.first == power.first && is_symbolic(pool, p) && without_shift(pool, p.second) == exponent;
        });
        if (at == factors.all().end()) return std::nullopt;
        least = std::min(least, shift(pool, at->second));
    }
    return least;
}

// Where log(base) is defined, one may divide by the base.
bool has_logarithm(Pool& pool, Expr f, Expr base) {
    return std::ranges::binary_search(reachable(pool, f), call(pool, Function::log, {base}));
}

}  // namespace

SmallVector<Pair, 4> shared_symbolic_powers(Pool& pool, Expr f) {
    SmallVector<Pair, 4> result;
    if (pool.lead(f) != zero) return result;
    const SmallVector<Pair> first = factors_of(pool, pool.pairs(f)[0].first);
    for (const Pair& p : first.all())
        if (const auto least = least_shift(pool, f, p))
            result.push_back({p.first, sum(pool, {without_shift(pool, p.second), pool.number(*least)})});
    return result;
}

Expr with_power_in_front(Pool& pool, Expr f, MeasureScratch& scratch) {
    if (pool.pairs(f).size() > most_terms) return f;
    Content lowest{.powers = shared_symbolic_powers(pool, f)};
    if (lowest.powers.empty()) return f;
    Content as_written = lowest;
    for (Pair& p : as_written.powers.all())
        if (has_logarithm(pool, f, p.first)) p.second = without_shift(pool, p.second);
    Expr best = f;
    Measure least = measure(pool, f, scratch);
    for (const Content& front : {lowest, as_written}) {
        const Expr powers = product_of_powers(pool, one, front.powers);
        const Expr rest = with_fractions_cleared(pool, divided(pool, f, front));
        const Expr candidate = content_in_front(pool, product(pool, {powers, rest}), scratch);
        if (const Measure m = measure(pool, candidate, scratch); m < least) best = candidate, least = m;
    }
    return best;
}

Expr with_powers_merged(Pool& pool, Expr f) {
    const auto pairs = pool.pairs(f);
    const auto merged = [&](Expr base, Expr exponent, const Pair& inner, Expr lead) {
        std::vector<Pair> powers{{base, exponent}};
        for (const Pair& p : pool.pairs(f))
            if (p.first != inner.first && p.first != base) powers.push_back(p);
        return product_of_powers(pool, lead, powers);
    };
    for (const Pair& outer : pairs) {
        if (pool.op(outer.first) == Op::power) {
            const Pair inner{pool.args(outer.first)[0], pool.args(outer.first)[1]};
            if (std::ranges::find(pairs, inner) != pairs.end())
                return merged(outer.first, sum(pool, {outer.second, one}), inner, pool.lead(f));
        }
        if (pool.op(outer.first) != Op::sum || pool.is_number(outer.second)) continue;
        const Expr negative = negate(pool, outer.first);
        const auto inner = std::ranges::find(pairs, negative, &Pair::first);
        if (inner == pairs.end() || !pool.is_number(inner->second) || !pool.number(inner->second).is_integer())
            continue;
        const Number lead = pool.number(pool.lead(f));
        return merged(outer.first, sum(pool, {outer.second, inner->second}), *inner,
                      pool.number(pool.number(inner->second).is_odd() ? -lead : lead));
    }
    return f;
}

}  // namespace pdiff
