// Roots and exponentials as kernels.
#include <algorithm>
#include <functional>

#include "algebra/normal/normalizer.hpp"
#include "algebra/sign_pairs.hpp"
#include "expr/radical.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::normal {
namespace {

constexpr std::int64_t most_units = 1000;
constexpr std::size_t most_exponent_terms = 16;
constexpr std::int64_t largest_trial = 1000;  // no input makes us factor a large number

Value inverse(Field& field, const Value& v) { return field.power(v, -1); }

}  // namespace

std::vector<std::pair<Number, std::int64_t>> prime_powers(const Number& positive) {
    std::vector<std::pair<Number, std::int64_t>> result;
    for (const int side : {1, -1}) {
        const Number part = side > 0 ? positive.numerator() : positive.denominator();
        auto rest = part.to_int();
        if (!rest) {
            result.emplace_back(part, side);
            continue;
        }
        for (std::int64_t d = 2; d <= largest_trial && d * d <= *rest; ++d) {
            std::int64_t times = 0;
            for (; *rest % d == 0; *rest /= d) ++times;
            if (times > 0) result.emplace_back(Number(d), side * times);
        }
        if (*rest > 1) result.emplace_back(Number(*rest), side);
    }
    return result;
}

Value Normalizer::power(Expr base, Expr exponent) {
    if (pool_.is_number(exponent)) {
        const Number n = pool_.number(exponent);
        if (!n.is_integer()) return root(of(base), n);
        const auto small = n.to_int();
        if (!small) throw OutOfBudget{};
        return field_.power(of(base), *small);
    }
    const Value v = of(base);
    if (pool_.is_number(base) && pool_.number(base).sign() > 0 && !v.coefficient.is_integer() &&
        v.coefficient.numerator().is_one())
        return inverse(field_, exponential(pool_.number(v.coefficient.denominator()), of(exponent)));
    if (thorough_ && v.is_constant() && v.coefficient.sign() > 0) {
        Value result = Field::constant(1);
        for (const auto& [prime, times] : prime_powers(v.coefficient))
            result = field_.multiply(result, field_.power(exponential(pool_.number(prime), of(exponent)), times));
        return result;
    }
    if (thorough_ && base != euler && !v.is_constant()) {
        // b^t is e^(t*log(b)) where b is known to be positive; what is not may still become known.
        const Value parts = field_.split(v);
        if (parts.coefficient.sign() > 0 &&
            std::ranges::all_of(parts.powers, [&](const Power& p) { return sign_of(p.factor) > 0; }))
            return exponential(euler, field_.multiply(of(exponent), logarithm(v)));
        unknown_signs_ = true;
    }
    return exponential(pool_.op(base) == Op::euler ? euler : expr(v), of(exponent));
}

Value Normalizer::exponential(Expr base, const Value& exponent) {
    if (exponent.is_zero()) return Field::constant(1);
    std::vector<Value> parts = terms(exponent);
    if (parts.size() > most_exponent_terms) parts = {exponent};
    Value result = Field::constant(1);
    for (const Value& part : parts) {
        const Value unit{1, part.powers};
        if (!part.is_constant()) {
            result = field_.multiply(result, exponential_term(base, part.coefficient, expr(unit)));
        } else if (const auto n = part.coefficient.to_int()) {
            result = field_.multiply(result, field_.power(value(base), *n));
        } else {
            result = field_.multiply(result, root(value(base), part.coefficient));
        }
    }
    return result;
}

Value Normalizer::exponential_term(Expr base, const Number& multiple, Expr exponent) {
    // w*e^w = u defines w = lambertw(u).
    const bool is_lambertw =
        base == euler && pool_.op(exponent) == Op::call && pool_.function(exponent) == Function::lambertw;
    if (const auto times = multiple.to_int(); is_lambertw && times)
        return field_.power(field_.multiply(value(pool_.args(exponent)[0]), field_.power(value(exponent), -1)), *times);
    if (base == euler && pool_.op(exponent) == Op::call && pool_.function(exponent) == Function::log)
        return root(value(pool_.args(exponent)[0]), multiple);
    if (base == euler && pool_.op(exponent) == Op::product) {
        // e^(t*log(b)) is b^t: the logarithm says that b is positive.
        for (const Pair& p : pool_.pairs(exponent)) {
            if (pool_.op(p.first) != Op::call || pool_.function(p.first) != Function::log || p.second != one) continue;
            const Expr b = pool_.args(p.first)[0], t = divide(pool_, exponent, p.first);
            if (!thorough_ && pool_.op(b) == Op::symbol) return exponential_term(b, multiple, t);
        }
    }
    Number unit;
    const auto n = units({base, exponent}, multiple, most_units, unit);
    if (!n) return opaque(pdiff::power(pool_, base, product(pool_, {pool_.number(multiple), exponent})));
    const bool positive = pool_.op(base) == Op::euler || pool_.op(base) == Op::pi ||
                          (pool_.is_number(base) && pool_.number(base).sign() > 0);
    const Expr e = pdiff::power(pool_, base, product(pool_, {pool_.number(unit), exponent}));
    if (pool_.op(e) != Op::power) return field_.power(value(e), *n);
    return field_.power(kernel({.expr = e, .positive = positive}), *n);
}

int Normalizer::sign_of(std::uint32_t factor) {
    if (field_.is_positive(factor)) return 1;
    const Expr e = expr(Value{1, {{factor, 1}}});
    const Range& range = pool_.range(e);
    if (range.is_nonnegative() || range.is_nonpositive()) return range.is_nonnegative() ? 1 : -1;
    const auto known = lessons_.signs.find(e);
    return known == lessons_.signs.end() ? 0 : known->second;
}

void Normalizer::learn_sign(std::uint32_t factor, int sign) {
    if (lessons_.signs.try_emplace(expr(Value{1, {{factor, 1}}}), sign).second && unknown_signs_) throw Again{};
}

// Of c*a*b >= 0, as of the radicand of sqrt((1 - x)/(1 + x)), where a and b are not both negative.
bool Normalizer::learn_signs(const Value& product) {
    const Power &a = product.powers[0], &b = product.powers[1];
    if (a.exponent % 2 == 0 || b.exponent % 2 == 0) return false;
    if (!thorough_ && (a.exponent < 0) == (b.exponent < 0)) return false;  // sqrt(1 - x^2) stays one root
    const Value signed_a{product.coefficient, {{a.factor, 1}}};
    if (!never_both_negative(pool_, expr(signed_a), expr(Value{1, {{b.factor, 1}}}))) return false;
    learn_sign(a.factor, product.coefficient.sign());
    learn_sign(b.factor, 1);
    return true;
}

// |v|, each factor by itself.
Value Normalizer::absolute(const Value& v) {
    const Value parts = field_.split(v);
    Value result = Field::constant(parts.coefficient.sign() < 0 ? -parts.coefficient : parts.coefficient);
    for (const Power& p : parts.powers) {
        const Value base{1, {{p.factor, 1}}};
        const int sign = sign_of(p.factor);
        Value factor = base;
        if (sign < 0) factor.coefficient = -1;
        if (sign == 0 && p.exponent % 2 != 0) {
            unknown_signs_ = true;
            const Expr e = simplify(pool_, call(pool_, Function::abs, {expr(base)}));
            if (pool_.op(e) == Op::call && pool_.function(e) == Function::abs)
                factor = kernel({.expr = e,
                                 .relation = Relation::root,
                                 .degree = 2,
                                 .radicand = field_.power(base, 2),
                                 .positive = true});
            else
                factor = kernel({.expr = e, .positive = true});
        }
        result = field_.multiply(result, field_.power(factor, p.exponent));
    }
    return result;
}

// radicand^exponent, principal: only where the radicand is not negative.
Value Normalizer::root(const Value& radicand, const Number& exponent) {
    const Number index = exponent.denominator();
    if (radicand.is_zero()) return {};
    const Value parts = field_.split(radicand);
    const bool even = index.is_even();
    Value rest = Field::constant(parts.coefficient.sign());
    const Number size = parts.coefficient.sign() < 0 ? -parts.coefficient : parts.coefficient;
    const Value of_number = root_of_number(size, exponent);
    Value result = of_number;
    for (const Power& p : parts.powers) {
        Value base{1, {{p.factor, 1}}};
        if (const int sign = sign_of(p.factor); sign != 0) {
            if (sign < 0) base.coefficient = -1;
            if (sign < 0 && p.exponent % 2 != 0) rest.coefficient = -rest.coefficient;
            result = field_.multiply(result, root_of_factor(base, exponent * Number(p.exponent)));
        } else if (even && p.exponent % 2 == 0) {
            result = field_.multiply(result, root_of_factor(absolute(base), exponent * Number(p.exponent)));
        } else {
            rest.powers.push_back(p);
        }
    }
    if (rest.powers.empty() && rest.coefficient.is_one()) return result;
    if (!thorough_ && rest.powers.empty()) {  // sqrt(-x^2 - 4) is nowhere real: let it stand
        if (parts.powers.empty() || std::ranges::any_of(parts.powers, [](const Power& p) { return p.exponent != 1; }))
            throw OutOfBudget{};
        return field_.multiply(of_number, root_of_rest({rest.coefficient, parts.powers}, exponent));
    }
    if (rest.powers.size() == 1 && rest.powers[0].exponent % 2 != 0) {
        learn_sign(rest.powers[0].factor, rest.coefficient.sign());
        return root(radicand, exponent);
    }
    if (rest.powers.size() == 2 && learn_signs(rest)) return root(radicand, exponent);
    return field_.multiply(result, root_of_rest(rest, exponent));
}

Value Normalizer::root_of_number(const Number& positive, const Number& exponent) {
    const auto r = radical(positive, exponent, 10'000);
    if (!r) throw OutOfBudget{};
    Value result = Field::constant(r->coefficient);
    for (const auto& f : r->factors)
        result = field_.multiply(result, root_of_factor(Field::constant(f.base), f.exponent));
    return result;
}

Value Normalizer::root_of_factor(const Value& base, const Number& exponent) {
    if (const auto n = exponent.to_int()) return field_.power(base, *n);
    if (base.powers.size() > 1 || (base.powers.size() == 1 && base.powers[0].exponent != 1))
        return root_of_rest(base, exponent);
    const Expr b = expr(base);
    Number unit;
    const auto n = units({b, one}, gcd(exponent, Number(1)), most_units, unit);
    if (!n) throw OutOfBudget{};
    const auto degree = (Number(1) / unit).to_int(), times = (exponent / unit).to_int();
    if (!degree || *degree > most_units || !times) throw OutOfBudget{};
    const Expr e = pdiff::power(pool_, b, pool_.number(unit));
    return field_.power(
        kernel({.expr = e, .relation = Relation::root, .degree = *degree, .radicand = base, .positive = true}), *times);
}

// Factors with the same exponent multiplied out, a minus moved into one of them: 1 - x^2 is read more easily.
Expr Normalizer::grouped(const Value& v) {
    std::vector<Power> rest = v.powers;
    std::ranges::stable_sort(rest, std::greater(), &Power::exponent);
    Number coefficient = v.coefficient;
    std::vector<Pair> powers;
    for (std::size_t i = 0; i < rest.size();) {
        const std::int64_t exponent = rest[i].exponent;
        std::vector<Power> group;
        for (; i < rest.size() && rest[i].exponent == exponent; ++i) group.push_back({rest[i].factor, 1});
        Poly p = field_.expand(group);
        if (coefficient.sign() < 0 && exponent % 2 != 0 && p.terms() > 1) p = -p, coefficient = -coefficient;
        powers.push_back({expr(p), pool_.number(Number(exponent))});
    }
    return product_of_powers(pool_, pool_.number(coefficient), powers);
}

// A root of which nothing is known. Its denominators are multiplied into it, so that its power is a polynomial. Roots
// of v and of 1/v, and of different indices, are powers of one kernel.
Value Normalizer::root_of_rest(const Value& radicand, const Number& exponent) {
    const auto index = exponent.denominator().to_int();
    if (!index || *index > most_units) throw OutOfBudget{};
    unknown_signs_ = true;
    Value inside{radicand.coefficient, {}}, outside = Field::constant(1);
    for (Power p : radicand.powers) {
        if (*index % 2 == 0) {  // even powers of the index come out as absolute values
            const std::int64_t out = p.exponent / *index;
            p.exponent %= *index;
            if (out != 0) outside = field_.multiply(outside, field_.power(absolute(Value{1, {{p.factor, 1}}}), out));
        }
        if (thorough_ && *index == 2 && p.exponent == -1) {  // sqrt(a/b) is sqrt(a*b)/|b|
            outside = field_.multiply(outside, field_.power(absolute(Value{1, {{p.factor, 1}}}), -1));
            p.exponent = 1;
        }
        if (p.exponent != 0) inside.powers.push_back(p);
    }
    outside = field_.power(outside, exponent.numerator().to_int().value_or(0));
    const bool inverted = !inside.powers.empty() && inside.powers[0].exponent < 0;
    for (Power& p : inside.powers) p.exponent *= inverted ? -1 : 1;

    const Expr whole = grouped(inside);
    Number unit;
    const auto n = units({whole, zero}, gcd(exponent, Number(1)), most_units, unit);
    const auto degree = (Number(1) / unit).to_int(), times = (exponent / unit).to_int();
    if (!n || !degree || *degree > most_units || !times) throw OutOfBudget{};
    Value below = Field::constant(1);
    for (const Power& p : inside.powers)
        if (p.exponent < 0) below.powers.push_back({p.factor, (-p.exponent + *degree - 1) / *degree});
    const Expr radical = pdiff::power(pool_, whole, pool_.number(unit));
    Kernel k{.expr = product(pool_, {expr(below), radical}),
             .relation = Relation::root,
             .degree = *degree,
             .radicand = field_.multiply(inside, field_.power(below, *degree)),
             .positive = below.powers.empty()};
    if (!below.powers.empty()) k.radical = radical, k.cleared = below;
    const Value r = field_.multiply(kernel(k), inverse(field_, below));
    return field_.multiply(outside, field_.power(r, inverted ? -*times : *times));
}

}  // namespace pdiff::normal
