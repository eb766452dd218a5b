// The canonical constructors of sums and products; powers are in power.cpp.
#include <algorithm>

#include "pdiff/error.hpp"
#include "pdiff/expr.hpp"
#include "small_vector.hpp"

namespace pdiff {
namespace {

using Pairs = SmallVector<Pair>;

// Up to this many terms an inner sum is merged into the outer one, and up to this many factors an inner product.
// Without a bound, a nest of n sums of distinct terms would take n² time and memory; and the chain rule makes long
// nests of products, whose derivatives have as many terms as they have factors.
constexpr std::size_t flatten_limit = 256;
constexpr std::size_t flatten_factors = 32;
// An inner sum with a coefficient other than ±1 is multiplied out only when it is short: 2*(x + 1) - x is x + 2.
constexpr std::size_t distribute_limit = 16;

Expr multiply_numbers(Pool& pool, Expr a, Expr b) {
    if (a == one) return b;
    if (b == one) return a;
    return pool.number(pool.number(a) * pool.number(b));
}

void sort_pairs(Pairs& pairs) {
    const auto before = [](const Pair& a, const Pair& b) { return a.first < b.first; };
    if (!std::is_sorted(pairs.begin(), pairs.end(), before)) std::sort(pairs.begin(), pairs.end(), before);
}

// coefficient * Π base^exponent of powers that are merged already.
Expr make_product(Pool& pool, Expr coefficient, Pairs& powers) {
    if (coefficient == one && powers.size() == 1)
        return powers[0].second == one ? powers[0].first : pool.make(Op::power, {powers[0].first, powers[0].second});
    SmallVector<Expr, 33> args;
    args.push_back(coefficient);
    for (const Pair& p : powers.all()) args.push_back(p.first), args.push_back(p.second);
    return pool.make(Op::product, args);
}

// ---- sums ----

struct SumParts {
    Number constant;
    Pairs terms;
    std::size_t flatten_limit;
};

void gather_term(Pool& pool, SumParts& parts, Expr term, Expr coefficient) {
    if (pool.op(term) == Op::product && pool.lead(term) != one) {
        coefficient = multiply_numbers(pool, coefficient, pool.lead(term));
        Pairs powers;
        for (const Pair& p : pool.pairs(term)) powers.push_back(p);
        term = make_product(pool, one, powers);
    }
    if (pool.op(term) == Op::number) {
        parts.constant = parts.constant + pool.number(term) * pool.number(coefficient);
        return;
    }
    if (pool.op(term) == Op::sum) {
        const std::size_t n = pool.pairs(term).size();
        const bool unit = coefficient == one || coefficient == minus_one;
        if (n <= (unit ? parts.flatten_limit : distribute_limit)) {
            parts.constant = parts.constant + pool.number(pool.lead(term)) * pool.number(coefficient);
            for (std::size_t i = 0; i < n; ++i) {
                const Pair inner = pool.pairs(term)[i];
                parts.terms.push_back({inner.first, multiply_numbers(pool, inner.second, coefficient)});
            }
            return;
        }
    }
    parts.terms.push_back({term, coefficient});
}

// Sorted by term, equal terms merged, zero coefficients gone.
void merge_terms(Pool& pool, Pairs& terms) {
    sort_pairs(terms);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < terms.size();) {
        const Pair first = terms[i++];
        if (i == terms.size() || terms[i].first != first.first) {
            if (first.second != zero) terms[kept++] = first;
            continue;
        }
        Number coefficient = pool.number(first.second);
        for (; i < terms.size() && terms[i].first == first.first; ++i)
            coefficient = coefficient + pool.number(terms[i].second);
        if (!coefficient.is_zero()) terms[kept++] = {first.first, pool.number(coefficient)};
    }
    terms.shrink(kept);
}

Expr finish_sum(Pool& pool, SumParts& parts) {
    merge_terms(pool, parts.terms);
    const Expr constant = pool.number(parts.constant);
    if (parts.terms.empty()) return constant;
    if (parts.terms.size() == 1 && constant == zero) {
        const auto [term, coefficient] = parts.terms[0];
        const Pair factor{term, one};
        return coefficient == one ? term : product_of_powers(pool, coefficient, {&factor, 1});
    }
    SmallVector<Expr, 33> args;
    args.push_back(constant);
    for (const Pair& p : parts.terms.all()) args.push_back(p.first), args.push_back(p.second);
    return pool.make(Op::sum, args);
}

// ---- products ----

struct ProductParts {
    Number coefficient = 1;
    Pairs powers;
    bool changed = false;  // a merged power took another shape and must be gathered again
};

void gather_product(Pool& pool, ProductParts& parts, Expr factor) {
    parts.coefficient = parts.coefficient * pool.number(pool.lead(factor));
    for (const Pair& p : pool.pairs(factor)) parts.powers.push_back(p);
}

// A base whose powers power() leaves as they are.
bool is_plain(const Pool& pool, Expr base, Expr exponent) {
    switch (pool.op(base)) {
        case Op::symbol:
            return true;
        case Op::sum:
            return !pool.is_number(exponent) || pool.number(exponent).is_integer();
        case Op::call: {
            const Function f = pool.function(base);
            return f != Function::abs && f != Function::sign && f != Function::cbrt;
        }
        default:
            return false;
    }
}

void gather_factor(Pool& pool, ProductParts& parts, Expr base, Expr exponent) {
    if (is_plain(pool, base, exponent)) {
        if (exponent != zero) parts.powers.push_back({base, exponent});
        return;
    }
    const Expr factor = exponent == one ? base : power(pool, base, exponent);
    switch (pool.op(factor)) {
        case Op::number:
            parts.coefficient = parts.coefficient * pool.number(factor);
            return;
        case Op::power:
            parts.powers.push_back({pool.args(factor)[0], pool.args(factor)[1]});
            return;
        case Op::product:
            if (pool.pairs(factor).size() <= flatten_factors || pool.lead(factor) != one)
                return gather_product(pool, parts, factor);
            [[fallthrough]];
        default:
            parts.powers.push_back({factor, one});
    }
}

// The exponents of pairs [first, last) added up.
Expr add_exponents(Pool& pool, Pairs& powers, std::size_t first, std::size_t last) {
    if (last - first == 1) return powers[first].second;
    Number constant;
    SmallVector<Expr> terms;
    for (std::size_t i = first; i < last; ++i) {
        const Expr e = powers[i].second;
        if (pool.is_number(e))
            constant = constant + pool.number(e);
        else
            terms.push_back(e);
    }
    if (terms.empty()) return pool.number(constant);
    terms.push_back(pool.number(constant));
    return sum(pool, terms);
}

// Sorted by base, equal bases merged. A merged power that is no longer base^exponent goes back through gather_factor.
void merge_powers(Pool& pool, ProductParts& parts) {
    Pairs& powers = parts.powers;
    sort_pairs(powers);
    parts.changed = false;
    SmallVector<Expr> reshaped;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < powers.size();) {
        const std::size_t first = i;
        const Expr base = powers[i].first;
        for (++i; i < powers.size() && powers[i].first == base; ++i) {
        }
        if (i - first == 1) {
            if (powers[first].second != zero) powers[kept++] = powers[first];
            continue;
        }
        const Expr exponent = add_exponents(pool, powers, first, i);
        if (exponent == zero) continue;
        const Expr factor = power(pool, base, exponent);
        const Op op = pool.op(factor);
        if (op == Op::power && pool.args(factor)[0] == base && pool.args(factor)[1] == exponent)
            powers[kept++] = {base, exponent};
        else if (factor == base && op != Op::power && op != Op::product && op != Op::number)
            powers[kept++] = {base, one};
        else
            reshaped.push_back(factor);
    }
    powers.shrink(kept);
    parts.changed = !reshaped.empty();
    for (const Expr f : reshaped.all()) gather_factor(pool, parts, f, one);
}

Expr finish_product(Pool& pool, ProductParts& parts) {
    do merge_powers(pool, parts);
    while (parts.changed);
    if (parts.coefficient.is_zero()) return zero;
    const Expr coefficient = pool.number(parts.coefficient);
    if (parts.powers.empty()) return coefficient;
    // A minus goes into a sum: -(x - y) is y - x.
    if (coefficient == minus_one && parts.powers.size() == 1 && parts.powers[0].second == one &&
        pool.op(parts.powers[0].first) == Op::sum) {
        SumParts negated{.constant = {}, .terms = {}, .flatten_limit = SIZE_MAX};
        gather_term(pool, negated, parts.powers[0].first, minus_one);
        return finish_sum(pool, negated);
    }
    return make_product(pool, coefficient, parts.powers);
}

}  // namespace

Expr sum(Pool& pool, std::span<const Expr> terms) {
    SumParts parts{.constant = {}, .terms = {}, .flatten_limit = std::max(flatten_limit, terms.size())};
    for (const Expr t : terms) gather_term(pool, parts, t, one);
    return finish_sum(pool, parts);
}

Expr sum_of_multiples(Pool& pool, std::span<const Pair> terms) {
    SumParts parts{.constant = {}, .terms = {}, .flatten_limit = std::max(flatten_limit, terms.size())};
    for (const Pair& t : terms) gather_term(pool, parts, t.first, t.second);
    return finish_sum(pool, parts);
}

Expr product(Pool& pool, std::span<const Expr> factors) {
    ProductParts parts;
    for (const Expr f : factors) gather_factor(pool, parts, f, one);
    return finish_product(pool, parts);
}

Expr product_of_powers(Pool& pool, Expr coefficient, std::span<const Pair> powers) {
    ProductParts parts;
    parts.coefficient = pool.number(coefficient);
    for (const Pair& p : powers) gather_factor(pool, parts, p.first, p.second);
    return finish_product(pool, parts);
}

Expr negate(Pool& pool, Expr a) { return product(pool, {minus_one, a}); }
Expr subtract(Pool& pool, Expr a, Expr b) {
    const Pair terms[] = {{a, one}, {b, minus_one}};
    return sum_of_multiples(pool, terms);
}
Expr divide(Pool& pool, Expr a, Expr b) { return product(pool, {a, power(pool, b, minus_one)}); }
Expr exp(Pool& pool, Expr a) { return power(pool, euler, a); }
Expr sqrt(Pool& pool, Expr a) { return power(pool, a, half); }

}  // namespace pdiff
