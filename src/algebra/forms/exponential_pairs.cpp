#include "algebra/forms/exponential_pairs.hpp"

#include <algorithm>
#include <optional>

#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/measure.hpp"
#include "algebra/forms/multiply_out.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 8;

bool is_exponential(const Pool& pool, Expr e) { return pool.op(e) == Op::power && pool.args(e)[0] == euler; }

bool holds_exponential(const Pool& pool, Expr term) {
    return is_exponential(pool, term) ||
           (pool.op(term) == Op::product &&
            std::ranges::any_of(pool.pairs(term), [](const Pair& p) { return p.first == euler; }));
}

bool may_pair(const Pool& pool, Expr e) {
    if (pool.op(e) != Op::sum || pool.pairs(e).size() > most_terms) return false;
    const auto exponentials =
        std::ranges::count_if(pool.pairs(e), [&](const Pair& t) { return holds_exponential(pool, t.first); });
    return exponentials > 1 || (exponentials == 1 && pool.pairs(e).size() == 1 && pool.lead(e) != zero);
}

// Of a product the exponent of e, and the rest.
struct Term {
    Expr exponent = zero, rest = one;
};
Term read(Pool& pool, Expr e) {
    if (is_exponential(pool, e)) return {pool.args(e)[1], one};
    Term t{zero, e};
    if (pool.op(e) != Op::product) return t;
    for (const Pair& p : pool.pairs(e))
        if (p.first == euler) t.exponent = p.second;
    if (t.exponent != zero) t.rest = divide(pool, e, exp(pool, t.exponent));
    return t;
}

// exp(x/2) is no function of x that one would write for exp(x).
bool is_whole(const Pool& pool, Expr angle) {
    const auto whole = [&](Expr number) { return pool.number(number).is_integer(); };
    if (pool.op(angle) == Op::product) return whole(pool.lead(angle));
    if (pool.op(angle) != Op::sum) return true;
    return whole(pool.lead(angle)) &&
           std::ranges::all_of(pool.pairs(angle), [&](const Pair& t) { return whole(t.second); });
}

// c*(exp(a) + exp(b)) is 2*c*exp((a + b)/2)*cosh((a - b)/2), and with a minus sinh.
struct Wave {
    Number number;
    Expr shift;
    Function function;
    Expr angle;
};
std::optional<Wave> wave(Pool& pool, Expr bracket) {
    if (!may_pair(pool, bracket)) return std::nullopt;
    const bool has_number = pool.lead(bracket) != zero;
    if (pool.pairs(bracket).size() + has_number != 2) return std::nullopt;
    const Pair first = pool.pairs(bracket)[0],
               second = has_number ? Pair{one, pool.lead(bracket)} : pool.pairs(bracket)[1];
    const auto exponent = [&](Expr e) { return is_exponential(pool, e) ? pool.args(e)[1] : zero; };
    const Expr a = exponent(first.first), b = exponent(second.first);
    const Number p = pool.number(first.second), q = pool.number(second.second);
    const bool same = (p - q).is_zero();
    if (a == zero || (b == zero && !has_number) || !(same || (p + q).is_zero())) return std::nullopt;
    const auto half_of = [&](Expr e) {
        return product(pool, {half, pool.op(e) == Op::sum ? multiply_out(pool, e) : e});
    };
    const Expr angle = half_of(subtract(pool, a, b)), mean = half_of(sum(pool, {a, b}));
    if (!is_whole(pool, angle)) return std::nullopt;
    return Wave{p * 2, mean, same ? Function::cosh : Function::sinh, angle};
}

// Every two terms of a sum that are one function.
std::optional<Expr> of_sum(Pool& pool, Expr e) {
    if (!may_pair(pool, e)) return std::nullopt;
    std::vector<Pair> terms(pool.pairs(e).begin(), pool.pairs(e).end());
    std::vector<Expr> result{pool.lead(e)};
    bool any = false;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].second == zero) continue;
        const Term t = read(pool, terms[i].first);
        const Number c = pool.number(terms[i].second);
        for (std::size_t k = i + 1; k < terms.size() && t.exponent != zero; ++k) {
            const Number d = pool.number(terms[k].second);
            const bool same = (c - d).is_zero();
            if (d.is_zero() || !(same || (c + d).is_zero())) continue;
            const Term u = read(pool, terms[k].first);
            if (u.rest != t.rest || sum(pool, {t.exponent, u.exponent}) != zero) continue;
            const Expr f = call(pool, same ? Function::cosh : Function::sinh, {t.exponent});
            result.push_back(product(pool, {pool.number(c * 2), t.rest, f}));
            terms[i].second = terms[k].second = zero;
            any = true;
            break;
        }
    }
    if (!any && pool.pairs(e).size() == 2 && pool.lead(e) == zero) {
        const auto w = wave(pool, e);
        if (!w || !is_whole(pool, w->shift)) return std::nullopt;
        return product(pool, {pool.number(w->number), exp(pool, w->shift), call(pool, w->function, {w->angle})});
    }
    if (!any) return std::nullopt;
    for (const Pair& t : terms) result.push_back(product(pool, {t.first, t.second}));
    return sum(pool, result);
}

// (exp(2*x)*u - u)*exp(-x) by the terms of exp(x)*u - exp(-x)*u.
std::optional<Expr> of_bracket(Pool& pool, std::span<const Pair> factors, Expr coefficient) {
    Expr bracket = zero, outside = zero;
    std::vector<Pair> rest;
    for (const Pair& p : factors) {
        if (p.first == euler && outside == zero)
            outside = p.second;
        else if (bracket == zero && p.second == one && may_pair(pool, p.first))
            bracket = p.first;
        else
            rest.push_back(p);
    }
    if (bracket == zero || outside == zero) return std::nullopt;
    std::vector<Expr> terms{product(pool, {pool.lead(bracket), exp(pool, outside)})};
    for (std::size_t i = 0; i < pool.pairs(bracket).size(); ++i) {
        const auto [term, c] = pool.pairs(bracket)[i];
        terms.push_back(product(pool, {term, c, exp(pool, outside)}));
    }
    const Expr open = sum(pool, terms);
    const auto inside = of_sum(pool, open);
    if (!inside) return std::nullopt;
    return product(pool, {product_of_powers(pool, coefficient, rest), *inside});
}

std::optional<Expr> of_product(Pool& pool, Expr e) {
    const SmallVector<Pair> factors = factors_of(pool, e);
    std::vector<Expr> shift, result{pool.op(e) == Op::product ? pool.lead(e) : one};
    bool any = false, any_below = false;
    for (const Pair& p : factors.all()) {
        if (p.first == euler) {
            shift.push_back(p.second);
            continue;
        }
        const bool whole = pool.is_number(p.second) && pool.number(p.second).is_integer();
        const auto w = whole ? wave(pool, p.first) : std::nullopt;
        if (!w) {
            result.push_back(power(pool, p.first, p.second));
            continue;
        }
        any = true;
        shift.push_back(product(pool, {w->shift, p.second}));
        result.push_back(power(pool, pool.number(w->number), p.second));
        const bool below = pool.number(p.second).sign() < 0, even = w->function == Function::cosh;
        any_below |= below;
        const Function f = !below ? w->function : even ? Function::sech : Function::csch;
        result.push_back(power(pool, call(pool, f, {w->angle}), below ? negate(pool, p.second) : p.second));
    }
    const Expr left = any ? sum(pool, shift) : zero;
    if (!any) return of_bracket(pool, factors, result[0]);
    if (left != zero && (any_below || !is_whole(pool, left))) return std::nullopt;
    result.push_back(exp(pool, left));
    return product(pool, result);
}

}  // namespace

Expr merge_exponential_pairs(Pool& pool, Survey& f, MeasureScratch& scratch) {
    const auto may = [&](Expr e) { return (f.traits(e) & trait::exponential) && may_pair(pool, e); };
    if (!(f.in_sums() & trait::exponential) || std::ranges::none_of(f.order, may)) return f.expr();
    Image image(f.order);
    for (const Expr e : f.order) {
        image[e] = with_images(pool, e, image);
        // A product knows more than its brackets: it is read as it was.
        const bool is_product = pool.op(e) == Op::product || pool.op(e) == Op::power;
        const auto candidate = is_product ? of_product(pool, e) : of_sum(pool, image[e]);
        if (!candidate) continue;
        const Expr simple = simplify(pool, *candidate);
        if (measure(pool, simple, scratch) < measure(pool, image[e], scratch)) image[e] = simple;
    }
    const Expr merged = image[f.expr()];
    return merged == f.expr() ? merged : rewrite(pool, merged);
}

}  // namespace pdiff
