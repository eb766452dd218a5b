#include "algebra/gain/survey.hpp"

#include <algorithm>

#include "expr/function_classes.hpp"

namespace pdiff {
namespace {

// 0, 1 and -1 as coefficients and exponents.
bool is_left_out(Expr number) { return index(number) <= index(minus_one); }

Traits traits_of_call(Function f) {
    return trait::call | (is_angle_function(f) ? trait::angle : 0) | (is_hyperbolic(f) ? trait::hyperbolic : 0);
}

Traits traits_of_base(const Pool& pool, Expr base) {
    switch (pool.op(base)) {
        case Op::sum:
            return trait::bracket;
        case Op::product:
        case Op::power:
            return trait::nested;
        case Op::euler:
            return trait::exponential;
        case Op::call:
            return traits_of_call(pool.function(base));
        case Op::symbol:
        case Op::number:
            return 0;
        default:
            return trait::other;
    }
}

Traits traits_of_power(const Pool& pool, Expr base, Expr exponent) {
    Traits t = traits_of_base(pool, base);
    if (exponent == one) return t;
    if (!pool.is_number(exponent)) {
        if (base != euler) return t | trait::symbolic | (pool.is_number(base) ? trait::number_power : 0);
        const bool below = pool.op(exponent) == Op::product && pool.number(pool.lead(exponent)).sign() < 0;
        return below ? t | trait::below : t;
    }
    if (t & trait::angle) t |= trait::angles;
    const Number& n = pool.number(exponent);
    if (!n.is_integer()) t |= trait::root;
    if (n.sign() < 0) t |= trait::below | (t & trait::bracket ? trait::bracket_below : 0);
    return t;
}

// Of the factors of one product.
Traits joined(Traits a, Traits b) {
    const Traits both = a & b;
    return a | b | (both & trait::angle ? trait::angles : 0) | (both & trait::root ? trait::roots : 0);
}

Traits traits_of_factors(const Pool& pool, Expr e) {
    if (pool.op(e) == Op::power) return traits_of_power(pool, pool.args(e)[0], pool.args(e)[1]);
    if (pool.op(e) != Op::product) return traits_of_base(pool, e);
    Traits t = 0;
    for (const Pair& p : pool.pairs(e)) t = joined(t, traits_of_power(pool, p.first, p.second));
    return t;
}

}  // namespace

Traits traits_of(const Pool& pool, Expr e) {
    if (pool.op(e) != Op::sum) return traits_of_factors(pool, e);
    Traits t = 0;
    for (const Pair& p : pool.pairs(e)) t |= traits_of_factors(pool, p.first);
    return t;
}

// Both at once: this is done for every result.
Expr Survey::see(const Pool& pool, Expr e) {
    std::uint32_t weight = 0;
    Traits traits = 0;
    const auto weight_unless = [&](bool left_out, Expr a) { return left_out ? 0 : index(seen_[a]) & most_weight; };
    const Op op = pool.op(e);
    if (op == Op::sum) {
        weight = weight_unless(pool.lead(e) == zero, pool.lead(e));
        for (const auto& [term, coefficient] : pool.pairs(e)) {
            const std::uint32_t seen = index(seen_[term]);
            weight += (seen & most_weight) + weight_unless(is_left_out(coefficient), coefficient);
            weight = std::min(weight, most_weight);
            traits |= seen >> weight_bits;
        }
        in_sums_ |= traits;
    } else if (op == Op::product) {
        weight = weight_unless(is_left_out(pool.lead(e)), pool.lead(e));
        for (const auto& [base, exponent] : pool.pairs(e)) {
            weight += weight_unless(false, base) + weight_unless(is_left_out(exponent), exponent);
            weight = std::min(weight, most_weight);
            traits = joined(traits, traits_of_power(pool, base, exponent));
        }
        in_products_ |= traits;
    } else {
        weight = 1;
        const auto args = pool.args(e);
        for (std::size_t i = 0; i < args.size(); ++i)
            weight = std::min(weight + weight_unless(i % 2 == 0 && is_left_out(args[i]), args[i]), most_weight);
        traits = traits_of_factors(pool, e);
        in_products_ |= traits;
    }
    return Expr{traits << weight_bits | std::max(weight, 1u)};
}

Survey::Survey(const Pool& pool, Expr f) : order(reachable(pool, f)), seen_(order) {
    static_assert(trait::last >> (32 - weight_bits) == 0);
    for (const Expr e : order) seen_[e] = see(pool, e);
}

}  // namespace pdiff
