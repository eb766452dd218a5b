#include "algebra/normal/display.hpp"

#include <algorithm>

#include "algebra/forms/number_powers.hpp"
#include "algebra/forms/symbolic_powers.hpp"
#include "algebra/normal/angles.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::normal {
namespace {

constexpr std::uint64_t most_grouped_terms = 40;

struct Six {
    Function sin, cos, tan, cot, sec, csc;
};
constexpr Six round{Function::sin, Function::cos, Function::tan, Function::cot, Function::sec, Function::csc};
constexpr Six hyperbolic{Function::sinh, Function::cosh, Function::tanh,
                         Function::coth, Function::sech, Function::csch};

}  // namespace

Display::Circularity Display::circularity(const Value& v) {
    Circularity result;
    for (std::uint32_t i = 0; i < field_.kernels(); ++i) {
        const Kernel& k = field_.kernel(i);
        if (k.relation != Relation::sine && k.relation != Relation::sinh) continue;
        std::int64_t in_kernels = 0;
        for (const Power& p : v.powers) {
            const Poly& poly = field_.poly(p.factor);
            const std::int64_t s = std::max<std::int64_t>(poly.degree(i), 0),
                               c = std::max<std::int64_t>(poly.degree(k.partner), 0);
            if (s + c == 0) continue;
            const std::int64_t size = p.exponent < 0 ? -p.exponent : p.exponent;
            if (field_.kernel_of(p.factor)) {
                result.below |= p.exponent < 0;
                in_kernels += size;
            } else {
                result.products |= s + c > 1 || size > 1;
                in_kernels += 1;
            }
        }
        result.products |= in_kernels > 1;
    }
    return result;
}

Expr Display::factor(std::uint32_t id) {
    const auto k = field_.kernel_of(id);
    if (!k) return n_.expr(field_.poly(id));
    return field_.kernel(*k).radical != zero ? field_.kernel(*k).radical : field_.kernel(*k).expr;
}

// Powers of kernels; sin(u)^a*cos(u)^b by the functions that the style asks for.
Expr Display::kernels(std::span<const Power> all, Circles circles) {
    std::vector<Power> powers(all.begin(), all.end());
    const auto place = [&](std::uint32_t kernel) {
        return std::ranges::find_if(powers, [&](const Power& p) { return field_.kernel_of(p.factor) == kernel; });
    };
    SmallVector<Pair> out;
    const auto put = [&](Function f, Expr angle, std::int64_t exponent) {
        if (exponent != 0) out.push_back({call(pool_, f, {angle}), pool_.number(Number(exponent))});
    };
    std::vector<Power> signs;
    for (std::uint32_t i = 0; i < field_.kernels(); ++i) {
        const Kernel k = field_.kernel(i);
        // |u|/u is the sign of u.
        if (k.relation == Relation::root && k.degree == 2 && pool_.op(k.expr) == Op::call &&
            pool_.function(k.expr) == Function::abs) {
            // Of a root, |u|^2 is no square of a factor.
            if (k.radicand.powers.size() != 1 || k.radicand.powers[0].exponent != 2) continue;
            const auto a = place(i);
            if (a == powers.end() || (a->exponent != 1 && a->exponent != -1)) continue;
            const auto u = std::ranges::find(powers, k.radicand.powers[0].factor, &Power::factor);
            if (u == powers.end() || (u->exponent > 0) == (a->exponent > 0)) continue;
            // What a root's kernel was multiplied by is not part of its powers here, but of its absolute value.
            if (const auto root = field_.kernel_of(u->factor); root && field_.kernel(*root).radical != zero) continue;
            signs.push_back({u->factor, 1});
            u->exponent += a->exponent;
            a->exponent = 0;
            continue;
        }
        if (circles == Circles::quotients || (k.relation != Relation::sine && k.relation != Relation::sinh)) continue;
        if (pool_.op(k.expr) != Op::call) continue;
        const auto s = place(i), c = place(k.partner);
        const std::int64_t a = s == powers.end() ? 0 : s->exponent, b = c == powers.end() ? 0 : c->exponent;
        if (a >= 0 && b >= 0) continue;
        const Six& names = k.relation == Relation::sine ? round : hyperbolic;
        const Expr angle = pool_.args(k.expr)[0];
        std::int64_t sines = a, cosines = b;
        if (circles == Circles::tangents && a > 0 && b < 0) {
            const std::int64_t t = std::min(a, -b);
            put(names.tan, angle, t);
            sines -= t, cosines += t;
        } else if (circles == Circles::tangents && a < 0 && b > 0) {
            const std::int64_t t = std::min(-a, b);
            put(names.cot, angle, t);
            sines += t, cosines -= t;
        } else if (circles == Circles::tangents && a < 0 && b == 0) {
            put(names.csc, angle, -a), sines = 0;
        }
        put(sines < 0 ? names.csc : names.sin, angle, sines < 0 ? -sines : sines);
        put(cosines < 0 ? names.sec : names.cos, angle, cosines < 0 ? -cosines : cosines);
        if (s != powers.end()) s->exponent = 0;
        if (c != powers.end()) c->exponent = 0;
    }
    if (signs.size() == 1)
        out.push_back({simplify(pool_, call(pool_, Function::sign, {factor(signs[0].factor)})), one});
    if (signs.size() > 1) out.push_back({of_product(Function::sign, signs), one});
    for (const Power& p : powers)
        if (p.exponent != 0) out.push_back({factor(p.factor), pool_.number(Number(p.exponent))});
    return product_of_powers(pool_, one, out);
}

// |u|*|v| is |u*v|, and of signs the same.
Expr Display::of_product(Function f, const std::vector<Power>& factors) {
    return simplify(pool_, call(pool_, f, {n_.expr(field_.reduce(field_.expand(factors)))}));
}

Expr Display::polynomial(const Poly& p, bool angles) { return angles ? in_multiple_angles(n_, p) : n_.expr(p); }

// One side of the line, exponents positive: its kernels' powers, and what is a sum.
Display::Side Display::side(const std::vector<Power>& powers, Brackets brackets, bool angles) {
    Side result;
    const auto in_sum = [&](const Power& p) {
        const auto k = field_.kernel_of(p.factor);
        if (!k) return true;
        if (!angles) return false;
        const Relation r = field_.kernel(*k).relation;
        if (r == Relation::sine || r == Relation::sinh) return true;
        for (std::uint32_t i = 0; i < field_.kernels(); ++i)
            if (field_.kernel(i).relation >= Relation::sine && field_.kernel(i).partner == *k) return true;
        return false;
    };
    std::vector<Power> sums;
    for (const Power& p : powers) (in_sum(p) ? sums : result.value.powers).push_back(p);
    if (sums.empty()) return result;
    if (brackets == Brackets::expanded || angles) {
        result.sum = polynomial(field_.reduce(field_.expand(sums)), angles);
        return result;
    }
    if (brackets == Brackets::grouped) {
        std::ranges::stable_sort(sums, {}, &Power::exponent);
        SmallVector<Pair> out;
        for (std::size_t i = 0; i < sums.size();) {
            Poly group(field_.ring(), 1);
            const std::int64_t e = sums[i].exponent;
            for (; i < sums.size() && sums[i].exponent == e; ++i)
                if (group.terms() * field_.poly(sums[i].factor).terms() < most_grouped_terms)
                    group = group * field_.poly(sums[i].factor);
                else
                    out.push_back({n_.expr(field_.poly(sums[i].factor)), pool_.number(Number(e))});
            out.push_back({n_.expr(field_.reduce(group)), pool_.number(Number(e))});
        }
        result.factors = product_of_powers(pool_, one, out);
        return result;
    }
    result.value.powers.insert(result.value.powers.end(), sums.begin(), sums.end());
    std::ranges::sort(result.value.powers, {}, &Power::factor);
    return result;
}

// (1 + cos(u)^2)/sin(u)^3 by sines alone, which the denominator then divides.
Poly Display::over_sines(Poly numerator, std::span<const Power> below) {
    const auto is_below = [&](std::uint32_t kernel) {
        return std::ranges::any_of(below, [&](const Power& p) { return field_.kernel_of(p.factor) == kernel; });
    };
    for (std::uint32_t i = 0; i < field_.kernels(); ++i) {
        const Kernel& k = field_.kernel(i);
        if ((k.relation == Relation::sine || k.relation == Relation::sinh) && is_below(i) && !is_below(k.partner))
            numerator = field_.by_sines(numerator, i);
    }
    return numerator;
}

Expr Display::spread(const Poly& numerator, const Number& coefficient, std::span<const Power> below, Circles circles) {
    std::vector<Expr> sum;
    for (const Value& term : field_.terms(numerator, coefficient, below))
        sum.push_back(product(pool_, {pool_.number(term.coefficient), kernels(with_radicals(term).powers, circles)}));
    return pdiff::sum(pool_, sum);
}

// What a root's kernel was multiplied by goes back to the other factors.
Value Display::with_radicals(const Value& v) {
    Value result = v;
    // What a later kernel was multiplied by may hold earlier ones.
    for (auto i = static_cast<std::uint32_t>(field_.kernels()); i-- > 0;) {
        const Kernel& k = field_.kernel(i);
        if (k.radical == zero) continue;
        const auto at_kernel =
            std::ranges::find_if(result.powers, [&](const Power& p) { return field_.kernel_of(p.factor) == i; });
        if (at_kernel == result.powers.end() || at_kernel->exponent == 0) continue;
        const std::int64_t exponent = at_kernel->exponent;
        for (const Power& c : k.cleared.powers) {
            const auto at = std::ranges::find(result.powers, c.factor, &Power::factor);
            if (at == result.powers.end())
                result.powers.push_back({c.factor, c.exponent * exponent});
            else
                at->exponent += c.exponent * exponent;
        }
    }
    std::erase_if(result.powers, [](const Power& p) { return p.exponent == 0; });
    std::ranges::sort(result.powers, {}, &Power::factor);
    return result;
}

// x^n/x is x^(n - 1), which may be defined at 0, n*x^n*(1/x + 1) is not; where log(x) is, that is no matter.
bool Display::stays_with_power(std::uint32_t divisor, const std::vector<Power>& powers) {
    const Expr base = factor(divisor);
    if (field_.find(call(pool_, Function::log, {base}))) return false;
    return std::ranges::any_of(powers, [&](const Power& p) {
        const auto k = field_.kernel_of(p.factor);
        const Expr e = k ? field_.kernel(*k).expr : zero;
        return pool_.op(e) == Op::power && pool_.args(e)[0] == base && !pool_.is_number(pool_.args(e)[1]);
    });
}

Expr Display::operator()(const Value& v, const Style& style) {
    const bool factored = style.above != Brackets::as_built || style.below != Brackets::as_built;
    const Value whole = with_radicals(factored ? field_.split(v) : v);
    if (style.spread) {
        const Value plain = factored ? field_.split(v) : v;
        std::vector<Power> sums, rest;
        for (const Power& p : Field::above(plain)) {
            const bool take =
                !field_.kernel_of(p.factor) && (style.above == Brackets::expanded || (sums.empty() && p.exponent == 1));
            (take ? sums : rest).push_back(p);
        }
        if (style.above == Brackets::expanded) sums = Field::above(plain), rest.clear();
        std::vector<Power> below;
        for (const Power& p : Field::below(plain))
            if (stays_with_power(p.factor, rest))
                rest.push_back({p.factor, -p.exponent});
            else
                below.push_back(p);
        const Poly numerator = over_sines(field_.reduce(field_.expand(sums)), below);
        return product(pool_, {kernels(with_radicals({1, rest}).powers, style.circles),
                               spread(numerator, plain.coefficient, below, style.circles)});
    }
    const Side above = side(Field::above(whole), style.above, style.angles_above);
    const Side below = side(Field::below(whole), style.below, style.angles_below);
    std::vector<Power> powers = above.value.powers;
    for (const Power& p : below.value.powers) powers.push_back({p.factor, -p.exponent});
    const Expr result =
        product(pool_, {pool_.number(whole.coefficient), kernels(powers, style.circles), above.factors, above.sum,
                        pdiff::power(pool_, product(pool_, {below.factors, below.sum}), minus_one)});
    return with_number_powers_merged(pool_,
                                     pool_.op(result) == Op::product ? with_powers_merged(pool_, result) : result);
}

}  // namespace pdiff::normal
