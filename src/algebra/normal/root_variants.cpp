#include "algebra/normal/root_variants.hpp"

#include <algorithm>

namespace pdiff::normal {
namespace {

constexpr std::size_t longest_norm = 2;  // terms of a rationalised denominator
constexpr std::int64_t highest_power = 3;

bool is_square_root(const Field& field, std::uint32_t kernel) {
    const Kernel& k = field.kernel(kernel);
    return k.relation == Relation::root && k.degree == 2;
}

// Moved to the other side of the line.
Value moved(Field& field, const Value& v, const Power& root) {
    const Kernel& k = field.kernel(*field.kernel_of(root.factor));
    const std::int64_t shift = root.exponent > 0 ? -k.degree : k.degree;
    Value result = v;
    for (Power& q : result.powers)
        if (q.factor == root.factor) q.exponent += shift;
    // Multiplied by hand: multiply() would fold the root back only beyond its degree.
    const Value radicand = field.power(k.radicand, shift > 0 ? -1 : 1);
    return field.multiply(result, field.multiply(Field::constant(1), radicand));
}

Poly radicand_of(Field& field, const Kernel& k) {
    return field.expand(k.radicand.powers).scaled(k.radicand.coefficient);
}

// Of (a + b*r^m)/r^m with r^n = p, where p divides a: (a/p)*r^(n - m) + b.
std::optional<Value> divided(Field& field, const Value& v, const Power& root) {
    const std::uint32_t kernel = *field.kernel_of(root.factor);
    const Kernel& k = field.kernel(kernel);
    if (root.exponent >= 0 || root.exponent <= -k.degree) return std::nullopt;
    if (std::ranges::any_of(k.radicand.powers, [](const Power& p) { return p.exponent < 0; })) return std::nullopt;
    const Poly numerator = field.reduce(field.expand(Field::above(v)));
    const std::vector<Poly> c = coefficients(numerator, kernel);
    if (c.size() < 2) return std::nullopt;
    const auto m = static_cast<std::size_t>(-root.exponent), n = static_cast<std::size_t>(k.degree);
    const Poly r = Poly::unknown(field.ring(), kernel), radicand = radicand_of(field, k);
    Poly result(field.ring());
    for (std::size_t i = 0; i < c.size(); ++i) {
        if (c[i].is_zero()) continue;
        const auto quotient = i < m ? divide(c[i], radicand) : c[i];
        if (!quotient) return std::nullopt;
        result = result + *quotient * pow(r, i < m ? i + n - m : i - m);
    }
    Value below{v.coefficient, {}};
    for (const Power& p : v.powers)
        if (p.exponent < 0 && p.factor != root.factor) below.powers.push_back(p);
    return field.multiply(below, field.value(result));
}

// A denominator a + b*r as (a^2 - b^2*p)/(a - b*r), where that leaves few terms below the line.
std::optional<Value> rationalised(Field& field, const Value& v, const Power& bracket) {
    if (bracket.exponent >= 0 || bracket.exponent < -highest_power) return std::nullopt;
    for (std::uint32_t kernel = 0; kernel < field.kernels(); ++kernel) {
        const Poly p = field.poly(bracket.factor);
        if (!is_square_root(field, kernel) || p.degree(kernel) != 1) continue;
        const std::vector<Poly> c = coefficients(p, kernel);
        const Poly norm = field.reduce(c[0] * c[0] - c[1] * c[1] * radicand_of(field, field.kernel(kernel)));
        if (norm.is_zero() || norm.terms() > longest_norm) continue;
        const Poly conjugate = c[0] - c[1] * Poly::unknown(field.ring(), kernel);
        std::vector<Power> above = Field::above(v);
        Poly numerator = field.expand(above) * pow(conjugate, static_cast<std::uint64_t>(-bracket.exponent));
        Value below{v.coefficient, {}};
        for (const Power& q : v.powers)
            if (q.exponent < 0 && q.factor != bracket.factor) below.powers.push_back(q);
        below = field.multiply(below, field.power(field.value(norm), bracket.exponent));
        return field.multiply(below, field.split(field.value(numerator)));
    }
    return std::nullopt;
}

// x^m*r^k as r^(n*m + k), where r^n = x.
Poly in_powers_of(const Poly& p, std::uint32_t root, std::uint32_t of, std::int64_t degree) {
    const std::vector<Poly> c = coefficients(p, of);
    Poly result(p.ring());
    for (std::size_t i = 0; i < c.size(); ++i)
        if (!c[i].is_zero())
            result = result + c[i] * pow(Poly::unknown(p.ring(), root), i * static_cast<std::size_t>(degree));
    return result;
}

// The factors of v with the root as the unknown in place of what it is a root of: x + 2*sqrt(x) + 1 is a square then.
std::optional<Value> in_roots(Field& field, const Value& v, std::uint32_t kernel) {
    const Kernel k = field.kernel(kernel);
    if (k.relation != Relation::root || !k.radicand.coefficient.is_one() || k.radicand.powers.size() != 1)
        return std::nullopt;
    const auto of = field.kernel_of(k.radicand.powers[0].factor);
    if (!of || k.radicand.powers[0].exponent != 1) return std::nullopt;
    const auto holds_both = [&](const Power& p) {
        return field.poly(p.factor).degree(kernel) > 0 && field.poly(p.factor).degree(*of) > 0;
    };
    if (std::ranges::none_of(v.powers, holds_both)) return std::nullopt;
    const std::uint32_t root = field.kernel_value(kernel).powers[0].factor;
    Number coefficient = v.coefficient;
    std::vector<Power> powers;
    const auto put = [&](std::uint32_t factor, std::int64_t exponent) {
        const auto at = std::ranges::find(powers, factor, &Power::factor);
        if (at == powers.end())
            powers.push_back({factor, exponent});
        else
            at->exponent += exponent;
    };
    for (const Power& p : v.powers) {
        const Poly poly = field.poly(p.factor);
        if (field.kernel_of(p.factor) == of) {
            put(root, k.degree * p.exponent);
        } else if (poly.degree(*of) <= 0) {
            put(p.factor, p.exponent);
        } else {
            const Poly open = in_powers_of(poly, kernel, *of, k.degree);
            Poly product(open.ring(), 1);
            for (const auto& [base, times] : factor(open)) {
                put(field.factor_of(base), times * p.exponent);
                product = product * pow(base, static_cast<std::uint64_t>(times));
            }
            // The sign that the factors leave out.
            coefficient = coefficient * pow(open.coefficient(0) / product.coefficient(0), p.exponent);
        }
    }
    std::erase_if(powers, [](const Power& p) { return p.exponent == 0; });
    std::ranges::sort(powers, {}, &Power::factor);
    return Value{coefficient, powers};
}

}  // namespace

std::vector<Value> root_variants(Field& field, const Value& v) {
    std::vector<Value> result;
    for (std::uint32_t i = 0; i < field.kernels(); ++i)
        if (auto r = in_roots(field, v, i)) result.push_back(std::move(*r));
    for (const Power p : v.powers) {
        const auto k = field.kernel_of(p.factor);
        if (!k) {
            if (const auto r = rationalised(field, v, p)) result.push_back(*r);
        } else if (field.kernel(*k).relation == Relation::root) {
            result.push_back(moved(field, v, p));
            if (const auto d = divided(field, v, p)) result.push_back(*d);
        }
    }
    // What has lost a bracket below the line may lose a root there.
    for (std::size_t i = 0, n = result.size(); i < n; ++i) {
        const Value variant = result[i];
        for (const Power p : variant.powers)
            if (field.kernel_of(p.factor) && field.kernel(*field.kernel_of(p.factor)).relation == Relation::root)
                if (const auto d = divided(field, variant, p)) result.push_back(*d);
    }
    return result;
}

}  // namespace pdiff::normal
