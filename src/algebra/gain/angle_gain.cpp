#include "algebra/gain/angle_gain.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "expr/function_classes.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

bool is_inverse(Function f) { return f >= Function::asin && f <= Function::acsc; }

bool is_quotient(Function f) {
    return is_angle_function(f) && f != Function::sin && f != Function::cos && f != Function::sinh &&
           f != Function::cosh;
}

// The argument without its number in front, of a function of an angle.
Expr angle(const Pool& pool, Expr base) {
    if (pool.op(base) != Op::call || !is_angle_function(pool.function(base))) return zero;
    const Expr u = pool.args(base)[0];
    if (pool.op(u) == Op::product && pool.pairs(u).size() == 1 && pool.pairs(u)[0].second == one)
        return pool.pairs(u)[0].first;
    return u;
}

// The angle of two functions of one angle in a product: sin(x)*cos(x); zero where there is none.
Expr double_angle(const Pool& pool, Expr product) {
    SmallVector<Expr, 8> seen;
    for (const Pair& p : pool.pairs(product)) {
        const Expr u = angle(pool, p.first);
        if (u == zero || !pool.is_number(p.second) || !pool.number(p.second).is_integer()) continue;
        if (std::ranges::find(seen.all(), u) != seen.all().end()) return u;
        seen.push_back(u);
    }
    return zero;
}

// Exponents of sine and cosine in a function of an angle.
std::pair<std::int64_t, std::int64_t> sine_and_cosine(Function f) {
    switch (f) {
        case Function::sin:
        case Function::sinh:
            return {1, 0};
        case Function::cos:
        case Function::cosh:
            return {0, 1};
        case Function::tan:
        case Function::tanh:
            return {1, -1};
        case Function::cot:
        case Function::coth:
            return {-1, 1};
        case Function::sec:
        case Function::sech:
            return {0, -1};
        default:
            return {-1, 0};
    }
}

// Also of a square.
Expr squared_angle(const Pool& pool, Expr term) {
    const auto is_square = [&](Expr exponent) {
        return pool.is_number(exponent) && pool.number(exponent).is_integer() && exponent != one &&
               exponent != minus_one;
    };
    if (pool.op(term) == Op::power) return is_square(pool.args(term)[1]) ? angle(pool, pool.args(term)[0]) : zero;
    if (pool.op(term) != Op::product) return zero;
    for (const Pair& p : pool.pairs(term))
        if (is_square(p.second) && angle(pool, p.first) != zero) return angle(pool, p.first);
    return double_angle(pool, term);
}

// How many functions of an angle the term holds, those in its brackets as one.
std::int64_t degree_in(const Pool& pool, Expr term, Expr u) {
    const auto whole = [&](Expr exponent) {
        if (!pool.is_number(exponent)) return std::int64_t{1};
        const double n = pool.number(exponent).to_double();
        return n > 1.5 || n < -1.5 ? std::int64_t{2} : std::int64_t{1};
    };
    if (angle(pool, term) == u) return 1;
    if (pool.op(term) == Op::power) return angle(pool, pool.args(term)[0]) == u ? whole(pool.args(term)[1]) : 0;
    if (pool.op(term) != Op::product) return 0;
    std::int64_t degree = 0;
    for (const Pair& p : pool.pairs(term)) {
        if (angle(pool, p.first) == u) degree += whole(p.second);
        if (pool.op(p.first) != Op::sum || pool.pairs(p.first).size() > 4) continue;
        degree += std::ranges::any_of(pool.pairs(p.first), [&](const Pair& q) {
            return angle(pool, q.first) == u ||
                   (pool.op(q.first) == Op::product &&
                    std::ranges::any_of(pool.pairs(q.first), [&](const Pair& r) { return angle(pool, r.first) == u; }));
        });
    }
    return degree;
}

}  // namespace

// Several functions of one angle that are one: sin(x)*cos(x) is sin(2*x)/2, sec(x)^2/tan(x)^2 is csc(x)^2.
bool angle_functions_merge(const Pool& pool, Expr product) {
    const Expr u = double_angle(pool, product);
    if (u == zero) return false;
    std::int64_t sine = 0, cosine = 0, functions = 0;
    for (const Pair& p : pool.pairs(product)) {
        if (angle(pool, p.first) != u || !pool.is_number(p.second)) continue;
        const auto n = pool.number(p.second).to_int();
        if (!n) continue;
        if (pool.args(p.first)[0] != u) return true;
        const auto [s, c] = sine_and_cosine(pool.function(p.first));
        sine += s * *n, cosine += c * *n, ++functions;
    }
    const std::int64_t needed = sine == 0 && cosine == 0                                        ? 0
                                : sine == 0 || cosine == 0 || sine == cosine || sine == -cosine ? 1
                                                                                                : 2;
    return needed < functions;
}

// A square of a function of some angle, and another term of that degree in it.
bool squares_meet(const Pool& pool, Expr sum) {
    const auto pairs = pool.pairs(sum);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const Expr u = squared_angle(pool, pairs[i].first);
        if (u == zero) continue;
        for (std::size_t k = 0; k < pairs.size(); ++k)
            if (k != i && degree_in(pool, pairs[k].first, u) >= 2) return true;
    }
    return false;
}

// 1 + cos(2*x) is 2*cos(x)^2: cosines of multiples of one angle whose sum vanishes where the angle is 0 or pi.
bool is_half_angle(const Pool& pool, Expr sum) {
    const Expr u = angle(pool, pool.pairs(sum)[0].first);
    if (u == zero) return false;
    const auto multiple = [&](Expr cosine) {
        const Expr argument = pool.args(cosine)[0];
        return argument == u ? Number(1) : pool.number(pool.lead(argument));
    };
    Number unit(0);
    for (const auto& [term, coefficient] : pool.pairs(sum)) {
        const bool is_cosine = pool.op(term) == Op::call &&
                               (pool.function(term) == Function::cos || pool.function(term) == Function::cosh);
        if (!is_cosine || angle(pool, term) != u) return false;
        unit = gcd(unit, multiple(term));
    }
    Number at_zero = pool.number(pool.lead(sum)), at_pi = at_zero;
    for (const auto& [term, coefficient] : pool.pairs(sum)) {
        const Number c = pool.number(coefficient);
        at_zero = at_zero + c;
        at_pi = (multiple(term) / unit).is_odd() ? at_pi - c : at_pi + c;
    }
    return at_zero.is_zero() || at_pi.is_zero();
}

// sech(x)^4/(tanh(x)^2 + 1)^2, sec(x)^2/(1 - tan(x))^2: a quotient of sine and cosine beside a bracket of such
// quotients.
bool square_in_bracket(const Pool& pool, Expr product) {
    const auto is_whole = [&](const Pair& p) { return pool.is_number(p.second) && pool.number(p.second).is_integer(); };
    for (const Pair& a : pool.pairs(product)) {
        const Expr u = angle(pool, a.first);
        if (u == zero) continue;
        for (const Pair& b : pool.pairs(product)) {
            if (pool.op(b.first) != Op::sum || pool.pairs(b.first).size() > 4 || !is_whole(b)) continue;
            const auto is_quotient_alone = [&](const Pair& t) {
                const Expr base = pool.op(t.first) == Op::power ? pool.args(t.first)[0] : t.first;
                return angle(pool, base) == u && is_quotient(pool.function(base));
            };
            const auto is_quotient_of_angle = [&](const Pair& t) {  // a square of such a bracket, too
                const Expr base = pool.op(t.first) == Op::power ? pool.args(t.first)[0] : t.first;
                return pool.op(base) == Op::sum && base != t.first
                           ? std::ranges::all_of(pool.pairs(base), is_quotient_alone)
                           : is_quotient_alone(t);
            };
            if (std::ranges::all_of(pool.pairs(b.first), is_quotient_of_angle)) return true;
        }
    }
    return false;
}

// exp(x)*(sinh(x) + cosh(x)): an exponential beside a bracket of hyperbolic functions.
bool exponentials_meet(const Pool& pool, Expr product) {
    const auto pairs = pool.pairs(product);
    const auto is_hyperbolic_term = [&](const Pair& t) {
        return pool.op(t.first) == Op::call && is_hyperbolic(pool.function(t.first));
    };
    return std::ranges::any_of(pairs, [](const Pair& p) { return p.first == euler; }) &&
           std::ranges::any_of(pairs, [&](const Pair& p) {
               return pool.op(p.first) == Op::sum && pool.pairs(p.first).size() <= 4 &&
                      std::ranges::count_if(pool.pairs(p.first), is_hyperbolic_term) > 1;
           });
}

// 1/cos(u) is sec(u).
bool is_reciprocal_of_sine(const Pool& pool, std::span<const Pair> factors) {
    std::size_t sines = 0;
    for (const Pair& p : factors) {
        if (!pool.is_number(p.second) || pool.number(p.second).sign() >= 0) return false;
        if (pool.op(p.first) != Op::call || !pool.number(p.second).is_integer()) continue;
        const Function f = pool.function(p.first);
        sines += f == Function::sin || f == Function::cos || f == Function::sinh || f == Function::cosh;
    }
    return sines == 1;
}

bool is_multiple_of_inverse(const Pool& pool, Expr call) {
    if (!is_angle_function(pool.function(call))) return false;
    const Expr u = angle(pool, call);
    return pool.op(u) == Op::call && is_inverse(pool.function(u)) && u != pool.args(call)[0];
}

}  // namespace pdiff
