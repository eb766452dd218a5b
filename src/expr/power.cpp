// The canonical power. Each case is an identity that holds wherever both sides are defined over the reals.
#include <algorithm>
#include <cmath>

#include "pdiff/error.hpp"
#include "pdiff/expr.hpp"
#include "radical.hpp"
#include "small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t automatic_bits = 1u << 20;  // beyond, 9^387420489 stays a power

Expr raw_power(Pool& pool, Expr base, Expr exponent) { return pool.make(Op::power, {base, exponent}); }

bool is_positive_constant(const Pool& pool, Expr e) {
    return pool.op(e) == Op::euler || pool.op(e) == Op::pi || (pool.is_number(e) && pool.number(e).sign() > 0);
}

bool is_integer(const Pool& pool, Expr e) { return pool.is_number(e) && pool.number(e).is_integer(); }

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

Expr number_power(Pool& pool, Expr base, Expr exponent) {
    if (base == one) return one;
    if (!pool.is_number(exponent)) return raw_power(pool, base, exponent);
    if (base == zero) {
        if (pool.number(exponent).sign() < 0) throw Error(ErrorKind::undefined, "division by zero is undefined");
        return zero;
    }
    return is_integer(pool, exponent) ? number_to_integer(pool, base, exponent) : number_to_fraction(pool, base, exponent);
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
    if (is_integer(pool, exponent) || is_positive_constant(pool, b)) return power(pool, b, product(pool, {e, exponent}));
    if (!pool.is_number(e) || !pool.is_number(exponent)) return raw_power(pool, base, exponent);
    // A fractional e leaves only b >= 0, and so does a fractional power of an odd one; an even one forgets the sign.
    if (!pool.number(e).is_even()) return power(pool, b, product(pool, {e, exponent}));
    const Expr total = product(pool, {e, exponent});
    if (!is_integer(pool, total)) return raw_power(pool, base, exponent);
    return power(pool, call(pool, Function::abs, {b}), total);
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

// (c * Π b^e)^q for a fraction q: what comes out of the root of c comes out, the rest stays under it.
Expr product_to_fraction(Pool& pool, Expr base, Expr exponent) {
    const Number q = pool.number(exponent);
    const auto root = q.denominator().to_int();
    // √(x²y²) is |x||y|; but √(x²y) stays, since it is defined at x = 0 for any y.
    const auto comes_out = [&](const Pair& p) {
        return pool.is_number(p.second) && pool.number(p.second).is_even() && (pool.number(p.second) * q).is_integer();
    };
    const Number c = pool.number(pool.lead(base));
    const bool all_out = c.sign() > 0 && std::ranges::all_of(pool.pairs(base), comes_out);
    const PowerPart part = root && *root < 64 ? power_part(c.sign() < 0 ? -c : c, static_cast<std::uint32_t>(*root)) : PowerPart{1, c};
    if (!all_out && part.root.is_one()) return raw_power(pool, base, exponent);

    SmallVector<Pair> powers;
    for (const Pair& p : pool.pairs(base)) powers.push_back(p);
    const Expr outside = pool.number(pow(part.root, q.numerator().to_int().value_or(0)));
    const Expr inside = pool.number(c.sign() < 0 ? -part.rest : part.rest);
    if (!q.numerator().to_int()) return raw_power(pool, base, exponent);
    if (all_out) {
        for (Pair& p : powers.all()) p = {call(pool, Function::abs, {p.first}), product(pool, {p.second, exponent})};
        powers.push_back({inside, exponent});
        return product_of_powers(pool, outside, powers);
    }
    const Expr rest = product_of_powers(pool, inside, powers);
    const Expr radical = pool.op(rest) == Op::product ? raw_power(pool, rest, exponent) : power(pool, rest, exponent);
    return product(pool, {outside, radical});
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
            return n.is_odd() ? base : raw_power(pool, base, two);
        case Function::cbrt: {
            const Number thirds = (n / 3).floor() + Number(n.sign() < 0 && !(n / 3).is_integer() ? 1 : 0);
            if (thirds.is_zero()) return raw_power(pool, base, exponent);
            const Expr rest = pool.number(n - thirds * 3);
            const Expr whole = power(pool, u, pool.number(thirds));
            return rest == zero ? whole : rest == one ? product(pool, {whole, base})
                                                      : product(pool, {whole, raw_power(pool, base, rest)});
        }
        default: return raw_power(pool, base, exponent);
    }
}

}  // namespace

Expr power(Pool& pool, Expr base, Expr exponent) {
    if (exponent == zero) return one;
    if (exponent == one) return base;
    switch (pool.op(base)) {
        case Op::number: return number_power(pool, base, exponent);
        case Op::euler: return euler_power(pool, exponent);
        case Op::power: return power_of_power(pool, base, exponent);
        case Op::call: return call_power(pool, base, exponent);
        case Op::product:
            if (is_integer(pool, exponent)) return product_to_integer(pool, base, exponent);
            if (pool.is_number(exponent)) return product_to_fraction(pool, base, exponent);
            return raw_power(pool, base, exponent);
        default: return raw_power(pool, base, exponent);
    }
}

}  // namespace pdiff
