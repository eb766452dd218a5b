#include "algebra/forms/number_powers.hpp"

#include <algorithm>
#include <optional>

#include "algebra/forms/bracket_content.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::int64_t largest_base = 1000;  // 2^(10*x) is read more easily than 1024^x

bool is_number_power(const Pool& pool, const Pair& p) {
    return pool.is_number(p.first) && !pool.is_number(p.second) && pool.number(p.first).sign() > 0;
}

// 3 and u of 3*u.
struct Multiple {
    Number times;
    Expr of;
};
Multiple multiple(Pool& pool, Expr exponent) {
    if (pool.op(exponent) != Op::product) return {1, exponent};
    const Number times = pool.number(pool.lead(exponent));
    return {times, divide(pool, exponent, pool.lead(exponent))};
}

// Of b^(k*u) with a whole k: b^k.
std::optional<Number> base_of(const Number& base, const Number& times) {
    const auto k = times.to_int();
    if (!k || *k > 10 || *k < -10 || base.bits() > 32) return std::nullopt;
    return pow(base, *k);
}

bool is_small(const Number& n) {
    return !(Number(largest_base) < n.numerator()) && !(Number(largest_base) < n.denominator());
}

}  // namespace

Expr with_number_powers_merged(Pool& pool, Expr e) {
    const auto is_candidate = [&](const Pair& p) { return is_number_power(pool, p); };
    SmallVector<Pair> factors = factors_of(pool, e);
    if (std::ranges::none_of(factors.all(), is_candidate)) return e;
    SmallVector<Pair> merged;
    bool changed = false;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const Pair p = factors[i];
        if (p.first == one) continue;  // it went into an earlier one
        merged.push_back(p);
        if (!is_candidate(p)) continue;
        const Multiple m = multiple(pool, p.second);
        auto base = base_of(pool.number(p.first), m.times);
        if (!base || !is_small(*base)) continue;
        for (std::size_t k = i + 1; k < factors.size(); ++k) {
            if (!is_candidate(factors[k])) continue;
            const Multiple other = multiple(pool, factors[k].second);
            const auto next = base_of(pool.number(factors[k].first), other.times);
            if (other.of != m.of || !next || !is_small(*base * *next)) continue;
            base = *base * *next;
            factors[k] = {one, one};
        }
        const bool inverse = base->numerator().is_one() && !base->is_one();
        const Pair whole =
            inverse ? Pair{pool.number(base->denominator()), negate(pool, m.of)} : Pair{pool.number(*base), m.of};
        changed |= whole != p;
        merged[merged.size() - 1] = whole;
    }
    return changed ? product_of_powers(pool, pool.op(e) == Op::product ? pool.lead(e) : one, merged) : e;
}

}  // namespace pdiff
