// Functions as kernels: sine and cosine of one unit angle, exponentials for hyperbolic ones, logarithms by factors.
#include <algorithm>

#include "algebra/normal/normalizer.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::normal {
namespace {

constexpr std::int64_t most_multiples = 12;
constexpr std::size_t most_angles = 4;  // in a sum that is taken apart

// Chebyshev's T_n (kind 1) or U_n (kind 2) at an unknown.
Poly chebyshev(Ring& ring, std::uint32_t unknown, std::int64_t n, int kind) {
    const Poly x = Poly::unknown(ring, unknown);
    Poly before(ring, 1), now = x.scaled(kind);
    if (n == 0) return before;
    if (n < 0) return Poly(ring);
    for (std::int64_t i = 1; i < n; ++i) {
        Poly next = (x * now).scaled(2) - before;
        before = std::move(now), now = std::move(next);
    }
    return now;
}

struct Quotient {
    Function function;
    int sine, cosine;  // exponents
};
constexpr Quotient round_quotients[] = {{Function::sin, 1, 0},  {Function::cos, 0, 1},  {Function::tan, 1, -1},
                                        {Function::cot, -1, 1}, {Function::sec, 0, -1}, {Function::csc, -1, 0}};
constexpr Quotient hyperbolic_quotients[] = {{Function::sinh, 1, 0},  {Function::cosh, 0, 1},  {Function::tanh, 1, -1},
                                             {Function::coth, -1, 1}, {Function::sech, 0, -1}, {Function::csch, -1, 0}};

bool is_inverse(Function f) {
    return f == Function::asin || f == Function::acos || f == Function::atan || f == Function::asinh ||
           f == Function::acosh;
}

template <std::size_t N>
const Quotient* find(const Quotient (&table)[N], Function f) {
    const auto q = std::ranges::find(table, f, &Quotient::function);
    return q == std::end(table) ? nullptr : q;
}

}  // namespace

Value Normalizer::visit_call(Expr e) {
    const Function f = pool_.function(e);
    const Expr first = pool_.args(e)[0];
    if (pool_.args(e).size() == 1) {
        if (const Quotient* q = find(round_quotients, f)) {
            Value result = Field::constant(1);
            if (q->sine != 0) result = field_.power(circular(Function::sin, of(first)), q->sine);
            if (q->cosine != 0)
                result = field_.multiply(result, field_.power(circular(Function::cos, of(first)), q->cosine));
            return result;
        }
        if (const Quotient* q = find(hyperbolic_quotients, f)) {
            Value result = Field::constant(1);
            if (q->sine != 0) result = field_.power(hyperbolic(Function::sinh, of(first)), q->sine);
            if (q->cosine != 0)
                result = field_.multiply(result, field_.power(hyperbolic(Function::cosh, of(first)), q->cosine));
            return result;
        }
        if (f == Function::abs) return absolute(of(first));
        if (f == Function::sign) return field_.multiply(absolute(of(first)), field_.power(of(first), -1));
        if (f == Function::log) return logarithm(of(first));
        if (f == Function::cbrt) {
            const Value parts = field_.split(of(first));
            Value result = Field::constant(1);
            if (!parts.coefficient.is_one()) {
                // cbrt(p/q) is cbrt(p*q^2)/q: a kernel's relation is one of integers.
                const Number q = parts.coefficient.denominator(), whole = parts.coefficient * q * q * q;
                const Expr c = simplify(pool_, call(pool_, f, {pool_.number(whole)}));
                result =
                    pool_.is_number(c)
                        ? Field::constant(pool_.number(c))
                        : kernel(
                              {.expr = c, .relation = Relation::root, .degree = 3, .radicand = Field::constant(whole)});
                result.coefficient = result.coefficient / q;
            }
            for (const Power& p : parts.powers) {
                const Value base{1, {{p.factor, 1}}};
                const Value r = kernel(
                    {.expr = call(pool_, f, {expr(base)}), .relation = Relation::root, .degree = 3, .radicand = base});
                result = field_.multiply(result, field_.power(r, p.exponent));
            }
            return result;
        }
        return with_parity(f, of(first));
    }
    SmallVector<Expr> args;
    for (std::size_t i = 0; i < pool_.args(e).size(); ++i) args.push_back(expr(of(pool_.args(e)[i])));
    const Expr same = simplify(pool_, call(pool_, f, args));
    return pool_.op(same) == Op::call ? opaque(same) : opaque(e);
}

// f(-u) is ±f(u): the argument with a positive content is the one that is kept.
Value Normalizer::with_parity(Function f, const Value& argument) {
    const Parity parity = row(f).parity;
    Value u = argument;
    const bool flip = parity != Parity::none && u.coefficient.sign() < 0;
    if (flip) u.coefficient = -u.coefficient;
    const Expr e = call(pool_, f, {expr(u)});
    const Expr best = simplify(pool_, e);
    Value result = pool_.is_number(best) ? Field::constant(pool_.number(best)) : opaque(best);
    if (flip && parity == Parity::odd) result.coefficient = -result.coefficient;
    return result;
}

Value Normalizer::circular(Function f, const Value& argument) {
    // A multiple of pi among the terms is taken out: sin(u + pi/2) is cos(u).
    const auto pi_kernel = field_.find(pi);
    if (!pi_kernel) return of_sum(f, argument);
    const Value turn = field_.kernel_value(*pi_kernel);
    for (const Value& term : terms(argument)) {
        if (term.powers != turn.powers || !(term.coefficient * (thorough_ ? 12 : 2)).is_integer()) continue;
        Value negative = term;
        negative.coefficient = -negative.coefficient;
        return shifted(f, field_.add(argument, negative), term.coefficient);
    }
    return of_sum(f, argument);
}

Value Normalizer::shifted(Function f, const Value& angle, const Number& half_turns) {
    const Expr shift = product(pool_, {pool_.number(half_turns), pi});
    const Value sine = value(simplify(pool_, call(pool_, Function::sin, {shift})));
    const Value cosine = value(simplify(pool_, call(pool_, Function::cos, {shift})));
    if (angle.is_zero()) return f == Function::sin ? sine : cosine;
    const Value s = of_sum(Function::sin, angle), c = of_sum(Function::cos, angle);
    if (f == Function::sin) return field_.add(field_.multiply(s, cosine), field_.multiply(c, sine));
    const Value product = field_.multiply(s, sine);
    return field_.add(field_.multiply(c, cosine), field_.multiply(product, Field::constant(-1)));
}

// By the addition theorems, if that was asked for.
Value Normalizer::of_sum(Function f, const Value& angle) {
    if (!thorough_) return multiple(f, angle);
    const std::vector<Value> all = terms(angle);
    if (!lessons_.angles_apart) compare_terms(angle, all);
    if (!lessons_.angles_apart || all.size() < 2 || all.size() > most_angles) return multiple(f, angle);
    Value sine = multiple(Function::sin, all[0]), cosine = multiple(Function::cos, all[0]);
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Value s = multiple(Function::sin, all[i]), c = multiple(Function::cos, all[i]);
        Value both = field_.multiply(sine, s);
        both.coefficient = -both.coefficient;
        const Value next = field_.add(field_.multiply(sine, c), field_.multiply(cosine, s));
        cosine = field_.add(field_.multiply(cosine, c), both);
        sine = next;
    }
    return f == Function::sin ? sine : cosine;
}

// sin(x + y) and sin(x) have more to do with each other than two kernels.
void Normalizer::compare_terms(const Value& angle, std::span<const Value> terms) {
    const Expr whole = expr(Value{1, angle.powers});
    for (const Value& term : terms) {
        const auto [entry, is_new] = angle_of_term_.try_emplace(expr(Value{1, term.powers}), whole);
        if (entry->second != whole) lessons_.angles_overlap = true;
    }
}

// The sine or cosine of n times the unit of an angle.
Value Normalizer::multiple(Function f, const Value& angle) {
    const bool sine = f == Function::sin || f == Function::sinh;
    const bool round = f == Function::sin || f == Function::cos;
    if (angle.is_zero()) return Field::constant(sine ? 0 : 1);
    const Value unit_angle{1, angle.powers};
    const Expr key = expr(unit_angle);
    if (pool_.op(key) == Op::call && is_inverse(pool_.function(key))) return of_inverse(f, key, angle.coefficient);
    Number unit;
    const auto n = units({key, round ? truth_true : truth_false}, angle.coefficient, most_multiples, unit);
    const Number m = n ? unit : angle.coefficient.sign() < 0 ? -angle.coefficient : angle.coefficient;
    const std::int64_t times = n.value_or(angle.coefficient.sign());
    const Expr argument = product(pool_, {pool_.number(m), key});
    const Function sin = round ? Function::sin : Function::sinh, cos = round ? Function::cos : Function::cosh;
    const Value c = kernel({.expr = simplify(pool_, call(pool_, cos, {argument})), .positive = !round});
    const std::uint32_t partner = *field_.kernel_of(c.powers[0].factor);
    const Value s = kernel({.expr = simplify(pool_, call(pool_, sin, {argument})),
                            .relation = round ? Relation::sine : Relation::sinh,
                            .partner = partner});
    const std::int64_t size = times < 0 ? -times : times;
    if (!sine) return field_.value(chebyshev(field_.ring(), partner, size, 1));
    Value result = field_.multiply(s, field_.value(chebyshev(field_.ring(), partner, size - 1, 2)));
    if (times < 0) result.coefficient = -result.coefficient;
    return result;
}

// sin(2*asin(u)): the sine and cosine of an inverse function are roots. By the addition formula, one unit at a time.
Value Normalizer::of_inverse(Function f, Expr key, const Number& multiple) {
    const bool sine = f == Function::sin || f == Function::sinh;
    const bool round = f == Function::sin || f == Function::cos;
    const auto n = (multiple.sign() < 0 ? -multiple : multiple).to_int();
    const Expr s1 = simplify(pool_, call(pool_, round ? Function::sin : Function::sinh, {key}));
    const Expr c1 = simplify(pool_, call(pool_, round ? Function::cos : Function::cosh, {key}));
    if (!n || *n > most_multiples || pool_.op(s1) == Op::call || pool_.op(c1) == Op::call)
        return opaque(call(pool_, f, {product(pool_, {pool_.number(multiple), key})}));
    const Value s = value(s1), c = value(c1);
    Value sn = s, cn = c;
    for (std::int64_t i = 1; i < *n; ++i) {
        Value ss = field_.multiply(sn, s);
        if (round) ss.coefficient = -ss.coefficient;
        Value next = field_.add(field_.multiply(sn, c), field_.multiply(cn, s));
        cn = field_.add(field_.multiply(cn, c), ss);
        sn = std::move(next);
    }
    if (sine && multiple.sign() < 0) sn.coefficient = -sn.coefficient;
    return sine ? sn : cn;
}

Value Normalizer::hyperbolic(Function f, const Value& argument) {
    if (!thorough_ && !lessons_.hyperbolic_exponentials) return multiple(f, argument);
    const Value up = exponential(euler, argument);
    Value down = field_.power(up, -1);
    if (f == Function::sinh) down.coefficient = -down.coefficient;
    return field_.multiply(Field::constant(Number::fraction(1, 2)), field_.add(up, down));
}

Value Normalizer::logarithm(const Value& argument) {
    const Value parts = field_.split(argument);
    if (parts.coefficient.sign() > 0 && parts.powers.size() == 1 && parts.powers[0].exponent == 1 &&
        sign_of(parts.powers[0].factor) == 0)
        learn_sign(parts.powers[0].factor, 1);
    if (!thorough_ || argument.is_zero()) return with_parity(Function::log, argument);
    // Where a product is positive, the logarithms of the absolute values of its factors add up to its own.
    std::vector<Value> sum;
    const auto add_log = [&](Expr of_what, const Number& times) {
        const Expr e = simplify(pool_, call(pool_, Function::log, {of_what}));
        Value term = pool_.op(e) == Op::call ? opaque(e) : value(e);
        sum.push_back(field_.multiply(Field::constant(times), term));
    };
    const Number size = parts.coefficient.sign() < 0 ? -parts.coefficient : parts.coefficient;
    for (const auto& [prime, exponent] : prime_powers(size)) add_log(pool_.number(prime), exponent);
    for (const Power& p : parts.powers) {
        const Value base{1, {{p.factor, 1}}};
        const Expr b = expr(base);
        if (sign_of(p.factor) == 0) unknown_signs_ = true;
        if (pool_.op(b) == Op::power && pool_.op(pool_.args(b)[0]) == Op::euler)
            sum.push_back(field_.multiply(Field::constant(p.exponent), value(pool_.args(b)[1])));
        else
            add_log(sign_of(p.factor) > 0   ? b
                    : sign_of(p.factor) < 0 ? negate(pool_, b)
                                            : call(pool_, Function::abs, {b}),
                    p.exponent);
    }
    return field_.add(sum);
}

}  // namespace pdiff::normal
