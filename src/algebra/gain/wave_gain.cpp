#include "algebra/gain/wave_gain.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "expr/function_classes.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::int64_t highest_multiple = 100;

// What is equal has equal units; a product without its number has no expression of its own.
using Unit = std::uint64_t;
Unit unit_of(const Pool& pool, Expr e) {
    constexpr Unit spread = 0x9e3779b97f4a7c15u;
    const auto of_power = [](const Pair& p) {
        return p.second == one ? index(p.first) * spread : (index(p.first) * spread) ^ ((index(p.second) + 1) * 31);
    };
    if (pool.op(e) == Op::power) return of_power({pool.args(e)[0], pool.args(e)[1]});
    if (pool.op(e) != Op::product) return of_power({e, one});
    Unit unit = 0;
    for (const Pair& p : pool.pairs(e)) unit += of_power(p);
    return unit;
}

// multiple*unit
struct Angle {
    Unit unit;
    std::int64_t multiple;
};

std::optional<Angle> as_multiple(const Pool& pool, Expr u) {
    if (pool.op(u) != Op::product) return Angle{unit_of(pool, u), 1};
    const auto n = pool.number(pool.lead(u)).to_int();
    if (!n || *n > highest_multiple || *n < -highest_multiple) return std::nullopt;
    return Angle{unit_of(pool, u), *n < 0 ? -*n : *n};
}

bool is_wave(const Pool& pool, Expr e) {
    return pool.op(e) == Op::call && (pool.function(e) == Function::sin || pool.function(e) == Function::cos);
}

bool is_hyperbolic(const Pool& pool, Expr e) { return pool.op(e) == Op::call && is_hyperbolic(pool.function(e)); }

// The exponent of e in a term; zero where there is none.
Expr exponent_of(const Pool& pool, Expr term) {
    if (pool.op(term) == Op::power) return pool.args(term)[0] == euler ? pool.args(term)[1] : zero;
    if (pool.op(term) == Op::product)
        for (const Pair& p : pool.pairs(term))
            if (p.first == euler) return p.second;
    return zero;
}

// Of the functions sin and cos among the factors: one or two.
struct Waves {
    SmallVector<Angle, 4> angles;
};
Waves waves_in(const Pool& pool, Expr term) {
    Waves w;
    const auto add = [&](Expr e) {
        if (!is_wave(pool, e)) return;
        if (const auto a = as_multiple(pool, pool.args(e)[0])) w.angles.push_back(*a);
    };
    if (pool.op(term) == Op::product)
        for (const Pair& p : pool.pairs(term)) p.second == one ? add(p.first) : void();
    else
        add(term);
    return w;
}

}  // namespace

bool wave_products_meet(const Pool& pool, Expr sum) {
    const auto pairs = pool.pairs(sum);
    for (const Pair& outer : pairs) {
        if (pool.op(outer.first) != Op::product) continue;
        const Waves both = waves_in(pool, outer.first);
        if (both.angles.size() != 2 || both.angles[0].unit != both.angles[1].unit) continue;
        const std::int64_t m = both.angles[0].multiple, n = both.angles[1].multiple;
        for (const Pair& inner : pairs) {
            const Waves single = waves_in(pool, inner.first);
            if (single.angles.size() != 1 || single.angles[0].unit != both.angles[0].unit) continue;
            const std::int64_t k = single.angles[0].multiple;
            if (k == m + n || k == m - n || k == n - m) return true;
        }
    }
    return false;
}

bool is_power_of_wave(const Pool& pool, Expr sum) {
    const auto pairs = pool.pairs(sum);
    if (pairs.size() < 2 || pool.lead(sum) != zero || !is_wave(pool, pairs[0].first)) return false;
    const Function f = pool.function(pairs[0].first);
    std::optional<Unit> unit;
    Number at_zero, at_turn;  // the first derivative, at 0 and at pi or, of cosines, at pi/2
    for (const auto& [term, coefficient] : pairs) {
        if (!is_wave(pool, term) || pool.function(term) != f) return false;
        const auto a = as_multiple(pool, pool.args(term)[0]);
        if (!a || (unit && a->unit != *unit) || (f == Function::cos && a->multiple % 2 == 0)) return false;
        unit = a->unit;
        const Number slope = pool.number(coefficient) * Number(a->multiple);
        at_zero = at_zero + slope;
        const bool flips = f == Function::sin ? a->multiple % 2 == 1 : a->multiple % 4 == 3;
        at_turn = flips ? at_turn - slope : at_turn + slope;
    }
    return (f == Function::sin && at_zero.is_zero()) || at_turn.is_zero();
}

namespace {

bool is_cosine(const Pool& pool, Expr e) {
    return pool.op(e) == Op::call && (pool.function(e) == Function::cos || pool.function(e) == Function::cosh);
}

// A power of a function of half the angle of the cosine.
bool is_half_of(const Pool& pool, const Pair& power, Expr cosine) {
    if (!is_wave(pool, power.first) && !is_hyperbolic(pool, power.first)) return false;
    const Expr u = pool.args(power.first)[0], v = pool.args(cosine)[0];
    const auto number = [&](Expr e) { return pool.op(e) == Op::product ? pool.number(pool.lead(e)) : Number(1); };
    return unit_of(pool, u) == unit_of(pool, v) && (number(u) * 2 - number(v)).is_zero();
}

// Of an even multiple, so that half of it is no fraction.
bool is_even_cosine(const Pool& pool, Expr e) {
    if (!is_cosine(pool, e)) return false;
    const auto a = as_multiple(pool, pool.args(e)[0]);
    return a && a->multiple % 2 == 0;
}

bool are_opposite_or_equal(const Pool& pool, Expr a, Expr b) {
    return a == b || (pool.number(a) + pool.number(b)).is_zero();
}

}  // namespace

bool holds_half_angle(const Pool& pool, Expr product) {
    return std::ranges::any_of(pool.pairs(product), [&](const Pair& p) {
        if (pool.op(p.first) != Op::sum || pool.pairs(p.first).size() != 1 || !pool.is_number(p.second) ||
            !pool.number(p.second).is_integer())
            return false;
        const auto [cosine, coefficient] = pool.pairs(p.first)[0];
        if (!are_opposite_or_equal(pool, pool.lead(p.first), coefficient) || !is_cosine(pool, cosine)) return false;
        return is_even_cosine(pool, cosine) ||
               std::ranges::any_of(pool.pairs(product), [&](const Pair& q) { return is_half_of(pool, q, cosine); });
    });
}

bool shares_half_angle(const Pool& pool, Expr sum) {
    const auto pairs = pool.pairs(sum);
    if (pairs.size() != 2 || pool.lead(sum) != zero || !are_opposite_or_equal(pool, pairs[0].second, pairs[1].second))
        return false;
    const auto is_other_times_cosine = [&](Expr term, Expr other) {
        if (pool.op(term) != Op::product) return false;
        SmallVector<Pair> rest;
        for (const Pair& p : pool.pairs(term))
            if (p.second != one || !is_even_cosine(pool, p.first)) rest.push_back(p);
        if (rest.size() + 1 != pool.pairs(term).size()) return false;
        if (pool.op(other) == Op::product) return std::ranges::equal(rest.all(), pool.pairs(other));
        if (rest.size() != 1) return false;
        const Pair whole =
            pool.op(other) == Op::power ? Pair{pool.args(other)[0], pool.args(other)[1]} : Pair{other, one};
        return rest[0] == whole;
    };
    return is_other_times_cosine(pairs[0].first, pairs[1].first) ||
           is_other_times_cosine(pairs[1].first, pairs[0].first);
}

bool hyperbolic_meets_exponential(const Pool& pool, Expr sum) {
    const auto pairs = pool.pairs(sum);
    const auto is_multiple = [&](Expr exponent, Unit unit) {
        const auto other = exponent == zero ? std::nullopt : as_multiple(pool, exponent);
        return other && other->unit == unit;
    };
    // Whether u or a multiple of it is the exponent in some term, but for a constant, or one among others in `own`.
    const auto is_exponent = [&](Expr u, Expr own) {
        const auto angle = as_multiple(pool, u);
        return angle && std::ranges::any_of(pairs, [&](const Pair& t) {
                   const Expr exponent = exponent_of(pool, t.first);
                   if (pool.op(exponent) != Op::sum) return is_multiple(exponent, angle->unit);
                   return (t.first == own || pool.pairs(exponent).size() == 1) &&
                          std::ranges::any_of(pool.pairs(exponent),
                                              [&](const Pair& p) { return unit_of(pool, p.first) == angle->unit; });
               });
    };
    return std::ranges::any_of(pairs, [&](const Pair& t) {
        const auto meets = [&](Expr e) { return is_hyperbolic(pool, e) && is_exponent(pool.args(e)[0], t.first); };
        return meets(t.first) ||
               (pool.op(t.first) == Op::product &&
                std::ranges::any_of(pool.pairs(t.first), [&](const Pair& p) { return meets(p.first); }));
    });
}

}  // namespace pdiff
