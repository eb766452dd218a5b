// The canonical power. Each case is an identity that holds wherever both sides are defined over the reals.
#include <algorithm>
#include <cmath>

#include "pdiff/error.hpp"
#include "pdiff/expr.hpp"
#include "perfect_square.hpp"
#include "radical.hpp"
#include "small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t automatic_bits = 1u << 20;  // beyond, 9^387420489 stays a power

Expr raw_power(Pool& pool, Expr base, Expr exponent) { return pool.make(Op::power, {base, exponent}); }

bool is_positive(const Pool& pool, Expr e) { return pool.range(e).is_positive(); }

bool is_integer(const Pool& pool, Expr e) { return pool.is_number(e) && pool.number(e).is_integer(); }

Expr absolute(Pool& pool, Expr e) {
    const Range& known = pool.range(e);
    if (known.is_nonnegative()) return e;
    return known.is_nonpositive() ? negate(pool, e) : call(pool, Function::abs, {e});
}

Expr number_to_integer(Pool& pool, Expr base, Expr exponent) {
    const Number b = pool.number(base);
    const auto n = pool.number(exponent).to_int();
    if (b.is_one()) return one;
    if (base == minus_one) return pool.number(exponent).is_even() ? one : minus_one;
    if (!n || static_cast<double>(b.bits()) * std::abs(static_cast<double>(*n)) > static_cast<double>(automatic_bits))
        return raw_power(pool, base, exponent);
    return pool.number(pow(b, *n));
}

Expr number_to_fraction(Pool& pool, Expr base, Expr exponent) {
    if (pool.number(base).sign() < 0) return raw_power(pool, base, exponent);  // not real, but not ours to refuse
    const auto r = radical(pool.number(base), pool.number(exponent), automatic_bits);
    if (!r) return raw_power(pool, base, exponent);
    SmallVector<Expr> args;
    args.push_back(pool.number(r->coefficient));
    for (const auto& f : r->factors) args.push_back(pool.number(f.base)), args.push_back(pool.number(f.exponent));
    if (r->factors.empty()) return args[0];
    if (r->factors.size() == 1 && r->coefficient.is_one()) return raw_power(pool, args[1], args[2]);
    // Bases are in the order of their size, the pool's order is by index.
    SmallVector<Pair> pairs;
    for (std::size_t i = 1; i < args.size(); i += 2) pairs.push_back({args[i], args[i + 1]});
    std::ranges::sort(pairs.all(), {}, [](const Pair& p) { return index(p.first); });
    for (std::size_t i = 0; i < pairs.size(); ++i) args[2 * i + 1] = pairs[i].first, args[2 * i + 2] = pairs[i].second;
    return pool.make(Op::product, args);
}

// (-1)^exponent for an integer: what is even in the exponent goes, and minus is plus.
Expr alternating(Pool& pool, Expr exponent) {
    const Pair whole{exponent, one};
    Number constant;
    SmallVector<Pair> terms;
    if (pool.op(exponent) == Op::sum) {
        constant = pool.number(pool.lead(exponent));
        terms.assign(pool.pairs(exponent));
    } else {
        terms.push_back(whole);
    }
    for (Pair& t : terms.all()) {
        if (pool.op(t.first) == Op::product) {
            const Pair rest[] = {{t.first, one}, {pool.lead(t.first), minus_one}};
            t = {product_of_powers(pool, one, rest), product(pool, {t.second, pool.lead(t.first)})};
        }
        if (!is_integer(pool, t.second) || !pool.range(t.first).integer) continue;
        t.second = pool.number(t.second).is_even() ? zero : one;
    }
    if (!constant.is_integer()) return raw_power(pool, minus_one, exponent);
    const Expr rest = sum_of_multiples(pool, terms);
    const Expr power = rest == zero ? one : raw_power(pool, minus_one, rest);
    return constant.is_even() ? power : negate(pool, power);
}

Expr number_power(Pool& pool, Expr base, Expr exponent) {
    if (base == one) return one;
    if (base == minus_one && !pool.is_number(exponent) && pool.range(exponent).integer)
        return alternating(pool, exponent);
    if (!pool.is_number(exponent)) return raw_power(pool, base, exponent);
    if (base == zero) {
        if (pool.number(exponent).sign() < 0) throw Error(ErrorKind::undefined, "division by zero is undefined");
        return zero;
    }
    return is_integer(pool, exponent) ? number_to_integer(pool, base, exponent)
                                      : number_to_fraction(pool, base, exponent);
}

// e^(c*log(u)) is u^c.
Expr euler_power(Pool& pool, Expr exponent) {
    const auto is_log = [&](Expr e) { return pool.op(e) == Op::call && pool.function(e) == Function::log; };
    if (is_log(exponent)) return pool.args(exponent)[0];
    if (pool.op(exponent) == Op::product) {
        const auto pairs = pool.pairs(exponent);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (!is_log(pairs[i].first) || pairs[i].second != one) continue;
            SmallVector<Pair> rest;
            for (std::size_t k = 0; k < pairs.size(); ++k)
                if (k != i) rest.push_back(pairs[k]);
            const Expr base = pool.args(pairs[i].first)[0];
            return power(pool, base, product_of_powers(pool, pool.lead(exponent), rest));
        }
    }
    return raw_power(pool, euler, exponent);
}

// (b^e)^exponent.
Expr power_of_power(Pool& pool, Expr base, Expr exponent) {
    const Expr b = pool.args(base)[0], e = pool.args(base)[1];
    if (is_integer(pool, exponent) || pool.range(exponent).integer || is_positive(pool, b))
        return power(pool, b, product(pool, {e, exponent}));
    if (!pool.is_number(e) || !pool.is_number(exponent)) return raw_power(pool, base, exponent);
    // A fractional e leaves only b >= 0, and so does a fractional power of an odd one; an even one forgets the sign.
    if (!pool.number(e).is_even()) return power(pool, b, product(pool, {e, exponent}));
    const Expr total = product(pool, {e, exponent}), size = absolute(pool, b);
    const bool is_call = pool.op(size) == Op::call && pool.function(size) == Function::abs;
    if (is_call && !is_integer(pool, total)) return raw_power(pool, base, exponent);
    return power(pool, size, total);
}

// (c * Π b^e)^n for an integer n.
Expr product_to_integer(Pool& pool, Expr base, Expr exponent) {
    SmallVector<Pair> powers;
    const std::size_t count = pool.pairs(base).size();
    for (std::size_t i = 0; i < count; ++i) {
        const Pair p = pool.pairs(base)[i];
        powers.push_back({p.first, p.second == one ? exponent : product(pool, {p.second, exponent})});
    }
    const Expr coefficient = number_power(pool, pool.lead(base), exponent);
    if (pool.is_number(coefficient)) return product_of_powers(pool, coefficient, powers);
    powers.push_back({coefficient, one});
    return product_of_powers(pool, one, powers);
}

// Of b^e under a root of that index: the exponent of |b| that comes out. √(x²y²) is |x||y|; but √(x²y) stays, since it
// is defined at x = 0 for any y, unless x is known not to be 0.
std::int64_t exponent_outside(const Pool& pool, const Pair& p, std::int64_t index) {
    if (!is_integer(pool, p.second)) return 0;
    const auto e = pool.number(p.second).to_int();
    if (!e || std::abs(*e) < index) return 0;
    const Range& base = pool.range(p.first);
    if (!(base.is_positive() || (index % 2 == 0 && base.is_nonzero()))) return 0;
    return *e / index;
}

// (c * Π b^e)^q for a fraction q: what comes out of the root comes out, the rest stays under it.
Expr product_to_fraction(Pool& pool, Expr base, Expr exponent) {
    const Number q = pool.number(exponent);
    const auto index = q.denominator().to_int(), times = q.numerator().to_int();
    if (!index || *index >= 64 || !times) return raw_power(pool, base, exponent);
    const auto is_even_power = [&](const Pair& p) {
        return pool.is_number(p.second) && pool.number(p.second).is_even() && (pool.number(p.second) * q).is_integer();
    };
    const Number c = pool.number(pool.lead(base));
    const bool all_out = c.sign() > 0 && std::ranges::all_of(pool.pairs(base), is_even_power);
    const PowerPart part = power_part(c.sign() < 0 ? -c : c, static_cast<std::uint32_t>(*index));

    SmallVector<Pair> inside, outside;
    for (const Pair& p : pool.pairs(base)) inside.push_back(p);
    for (Pair& p : inside.all()) {
        const std::int64_t out = all_out ? 0 : exponent_outside(pool, p, *index);
        if (!all_out && out == 0) continue;
        const Pair taken = p;
        p.second = all_out ? zero : pool.number(pool.number(p.second) - Number(out * *index));
        outside.push_back({absolute(pool, taken.first), all_out ? product(pool, {taken.second, exponent})
                                                                : pool.number(Number(out) * Number(*times))});
    }
    if (outside.empty() && part.root.is_one()) return raw_power(pool, base, exponent);
    outside.push_back({pool.number(part.root), pool.number(Number(*times))});
    const Expr rest = product_of_powers(pool, pool.number(c.sign() < 0 ? -part.rest : part.rest), inside);
    const Expr radical = pool.op(rest) == Op::product ? raw_power(pool, rest, exponent) : power(pool, rest, exponent);
    outside.push_back({radical, one});
    return product_of_powers(pool, one, outside);
}

// Integer powers of abs, sign and cbrt that are simpler than they look.
Expr call_power(Pool& pool, Expr base, Expr exponent) {
    if (!is_integer(pool, exponent)) return raw_power(pool, base, exponent);
    const Number n = pool.number(exponent);
    const Expr u = pool.args(base)[0];
    switch (pool.function(base)) {
        case Function::abs:
            return n.is_even() ? power(pool, u, exponent) : raw_power(pool, base, exponent);
        case Function::sign:  // 1/sign(u) is sign(u) where it is defined; sign(u)^2 is not 1 at 0
            return n.is_odd() ? base : pool.range(u).is_nonzero() ? one : raw_power(pool, base, two);
        case Function::cbrt: {
            const Number thirds = (n / 3).floor() + Number(n.sign() < 0 && !(n / 3).is_integer() ? 1 : 0);
            if (thirds.is_zero()) return raw_power(pool, base, exponent);
            const Expr rest = pool.number(n - thirds * 3);
            const Expr whole = power(pool, u, pool.number(thirds));
            return rest == zero  ? whole
                   : rest == one ? product(pool, {whole, base})
                                 : product(pool, {whole, raw_power(pool, base, rest)});
        }
        default:
            return raw_power(pool, base, exponent);
    }
}

}  // namespace

Expr power(Pool& pool, Expr base, Expr exponent) {
    if (exponent == zero) return one;
    if (exponent == one) return base;
    switch (pool.op(base)) {
        case Op::number:
            return number_power(pool, base, exponent);
        case Op::euler:
            return euler_power(pool, exponent);
        case Op::power:
            return power_of_power(pool, base, exponent);
        case Op::call:
            return call_power(pool, base, exponent);
        case Op::product:
            if (is_integer(pool, exponent)) return product_to_integer(pool, base, exponent);
            if (pool.is_number(exponent)) return product_to_fraction(pool, base, exponent);
            return raw_power(pool, base, exponent);
        case Op::sum:
            if (pool.is_number(exponent) && pool.number(exponent).denominator().is_even())
                if (const auto square = perfect_square(pool, base))
                    return product(pool, {power(pool, pool.number(square->content), exponent),
                                          power(pool, absolute(pool, square->root), product(pool, {two, exponent}))});
            return raw_power(pool, base, exponent);
        default:
            return raw_power(pool, base, exponent);
    }
}

}  // namespace pdiff
