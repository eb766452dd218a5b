#include "algebra/wave_gain.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::int64_t highest_multiple = 100;

// multiple*unit
struct Angle {
    Expr unit;
    std::int64_t multiple;
};

std::optional<Angle> as_multiple(const Pool& pool, Expr u) {
    if (pool.op(u) != Op::product || pool.lead(u) == one) return Angle{u, 1};
    const auto n = pool.number(pool.lead(u)).to_int();
    if (!n || *n > highest_multiple || *n < -highest_multiple) return std::nullopt;
    if (pool.pairs(u).size() != 1 || pool.pairs(u)[0].second != one) return std::nullopt;
    return Angle{pool.pairs(u)[0].first, *n < 0 ? -*n : *n};
}

bool is_wave(const Pool& pool, Expr e) {
    return pool.op(e) == Op::call && (pool.function(e) == Function::sin || pool.function(e) == Function::cos);
}

bool is_hyperbolic(const Pool& pool, Expr e) {
    return pool.op(e) == Op::call && pool.function(e) >= Function::sinh && pool.function(e) <= Function::csch;
}

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
    Expr unit = zero;
    Number at_zero, at_turn;  // the first derivative, at 0 and at pi or, of cosines, at pi/2
    for (const auto& [term, coefficient] : pairs) {
        if (!is_wave(pool, term) || pool.function(term) != f) return false;
        const auto a = as_multiple(pool, pool.args(term)[0]);
        if (!a || (unit != zero && a->unit != unit) || (f == Function::cos && a->multiple % 2 == 0)) return false;
        unit = a->unit;
        const Number slope = pool.number(coefficient) * Number(a->multiple);
        at_zero = at_zero + slope;
        const bool flips = f == Function::sin ? a->multiple % 2 == 1 : a->multiple % 4 == 3;
        at_turn = flips ? at_turn - slope : at_turn + slope;
    }
    return (f == Function::sin && at_zero.is_zero()) || at_turn.is_zero();
}

bool hyperbolic_meets_exponential(const Pool& pool, Expr sum) {
    const auto pairs = pool.pairs(sum);
    // Whether u or a multiple of it is a term of some exponent.
    const auto is_exponent = [&](Expr u) {
        const auto angle = as_multiple(pool, u);
        return angle && std::ranges::any_of(pairs, [&](const Pair& t) {
                   const Expr exponent = exponent_of(pool, t.first);
                   if (pool.op(exponent) == Op::sum)
                       return std::ranges::any_of(pool.pairs(exponent),
                                                  [&](const Pair& p) { return p.first == angle->unit; });
                   const auto other = exponent == zero ? std::nullopt : as_multiple(pool, exponent);
                   return other && other->unit == angle->unit;
               });
    };
    const auto meets = [&](Expr e) { return is_hyperbolic(pool, e) && is_exponent(pool.args(e)[0]); };
    return std::ranges::any_of(pairs, [&](const Pair& t) {
        return meets(t.first) ||
               (pool.op(t.first) == Op::product &&
                std::ranges::any_of(pool.pairs(t.first), [&](const Pair& p) { return meets(p.first); }));
    });
}

}  // namespace pdiff
