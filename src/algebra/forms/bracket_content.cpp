#include "algebra/forms/bracket_content.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "algebra/forms/content_saving.hpp"
#include "algebra/forms/measure.hpp"
#include "algebra/forms/number_powers.hpp"
#include "algebra/forms/symbolic_powers.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 24;
constexpr std::size_t heaviest_measured = 400;  // names, numbers and functions of a product that is printed for it

// The exponent of a name in a term, where it is a positive integer.
Number exponent_in(const Pool& pool, Expr term, Expr name) {
    const auto whole = [&](Expr exponent) {
        if (!pool.is_number(exponent)) return Number(0);
        const Number n = pool.number(exponent);
        return n.is_integer() && n.sign() > 0 ? n : Number(0);
    };
    if (term == name) return 1;
    if (pool.op(term) == Op::power && pool.args(term)[0] == name) return whole(pool.args(term)[1]);
    if (pool.op(term) == Op::product)
        for (const Pair& p : pool.pairs(term))
            if (p.first == name) return whole(p.second);
    return 0;
}

// The exponent of e in a term, where there is one.
Expr exponential_in(const Pool& pool, Expr term) {
    if (pool.op(term) == Op::power) return pool.args(term)[0] == euler ? pool.args(term)[1] : zero;
    if (pool.op(term) == Op::product)
        for (const Pair& p : pool.pairs(term))
            if (p.first == euler) return p.second;
    return zero;
}

// The least exponent of e in the terms, which are all multiples of one: 2*x of exp(2*x) + exp(3*x).
Expr shared_exponent(Pool& pool, Expr sum) {
    Expr unit = zero, least = zero;
    Number factor;
    for (const Pair& t : pool.pairs(sum)) {
        const Expr exponent = exponential_in(pool, t.first);
        if (exponent == zero) return zero;
        const bool scaled = pool.op(exponent) == Op::product && pool.lead(exponent) != one;
        const Number k = scaled ? pool.number(pool.lead(exponent)) : Number(1);
        const Expr u = scaled ? divide(pool, exponent, pool.lead(exponent)) : exponent;
        if (k.sign() < 0 || (unit != zero && u != unit)) return zero;
        if (unit == zero || k < factor) least = exponent, factor = k;
        unit = u;
    }
    return least;
}

void add_factors(Pool& pool, Expr sum, Content& content) {
    if (pool.lead(sum) != zero) return;
    const Expr first = pool.pairs(sum)[0].first;
    const auto try_base = [&](Expr name) {
        Number least = exponent_in(pool, first, name);
        for (const Pair& t : pool.pairs(sum)) {
            if (least.is_zero()) return;
            least = std::min(least, exponent_in(pool, t.first, name));
        }
        if (!least.is_zero()) content.powers.push_back({name, pool.number(least)});
    };
    if (const Expr shared = shared_exponent(pool, sum); shared != zero) content.powers.push_back({euler, shared});
    if (pool.op(first) == Op::product)
        for (std::size_t i = 0; i < pool.pairs(first).size(); ++i) try_base(pool.pairs(first)[i].first);
    else
        try_base(pool.op(first) == Op::power ? pool.args(first)[0] : first);
    const SmallVector<Pair, 4> symbolic = shared_symbolic_powers(pool, sum);
    for (const Pair& p : symbolic.all()) content.powers.push_back(p);
}

}  // namespace

Number number_content(const Pool& pool, Expr sum) {
    const auto pairs = pool.pairs(sum);
    Number content = pool.number(pairs[0].second);
    const bool negative = content.sign() < 0 && pool.number(pool.lead(sum)).sign() <= 0 &&
                          std::ranges::all_of(pairs, [&](const Pair& t) { return pool.number(t.second).sign() < 0; });
    if (pool.lead(sum) != zero) content = gcd(content, pool.number(pool.lead(sum)));
    for (const Pair& t : pairs.subspan(1)) {
        if (content.is_one()) break;
        content = gcd(content, pool.number(t.second));
    }
    if (content.sign() < 0) content = -content;
    return negative ? -content : content;
}

Content content_of(Pool& pool, const Pair& p) {
    Content result;
    if (pool.op(p.first) != Op::sum || !pool.is_number(p.second) || pool.pairs(p.first).size() > most_terms)
        return result;
    result.number = number_content(pool, p.first);
    if (pool.number(p.second).is_integer()) {
        add_factors(pool, p.first, result);
        return result;
    }
    if (result.number.sign() < 0) result.number = -result.number;
    if (!result.number.is_one() && !pool.is_number(power(pool, pool.number(result.number), p.second)))
        result.number = 1;
    return result;
}

SmallVector<Pair> factors_of(const Pool& pool, Expr e) {
    SmallVector<Pair> result;
    if (pool.op(e) == Op::power) result.push_back({pool.args(e)[0], pool.args(e)[1]});
    if (pool.op(e) == Op::product) result.assign(pool.pairs(e));
    return result;
}

Expr divided(Pool& pool, Expr sum, const Content& content) {
    SmallVector<Pair, 4> inverse;
    for (const Pair& p : content.powers.all()) inverse.push_back({p.first, negate(pool, p.second)});
    const Expr by = product_of_powers(pool, one, inverse);
    const Number scale = Number(1) / content.number;
    std::vector<Pair> terms;
    terms.reserve(pool.pairs(sum).size() + 1);
    if (pool.lead(sum) != zero) terms.push_back({one, pool.number(pool.number(pool.lead(sum)) * scale)});
    for (std::size_t i = 0; i < pool.pairs(sum).size(); ++i) {
        const Pair t = pool.pairs(sum)[i];
        terms.push_back(
            {by == one ? t.first : product(pool, {t.first, by}), pool.number(pool.number(t.second) * scale)});
    }
    return sum_of_multiples(pool, terms);
}

namespace {

// A product or power with the contents of its brackets in front; `names`: more than their numbers.
Expr pulled_out(Pool& pool, Expr coefficient, std::span<const Pair> factors, std::span<const Content> contents,
                bool names) {
    std::vector<Pair> powers;
    powers.reserve(2 * factors.size());
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const Pair& p = factors[i];
        const Content& content = names ? contents[i] : contents[i].number_alone();
        if (content.is_one()) {
            powers.push_back(p);
            continue;
        }
        powers.push_back({divided(pool, p.first, content), p.second});
        coefficient = product(pool, {coefficient, power(pool, pool.number(content.number), p.second)});
        for (const Pair& q : content.powers.all()) powers.push_back({q.first, product(pool, {q.second, p.second})});
    }
    return product_of_powers(pool, coefficient, powers);
}

// Of each factor; none where no factor has any.
std::vector<Content> contents_of(Pool& pool, std::span<const Pair> factors) {
    std::vector<Content> contents;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        Content content = content_of(pool, factors[i]);
        if (contents.empty() && content.is_one()) continue;
        contents.resize(factors.size());
        contents[i] = std::move(content);
    }
    return contents;
}

// Two short brackets, which without their contents are one, or have opposite signs.
bool brackets_meet(Pool& pool, std::span<const Pair> factors, std::span<const Content> contents) {
    const auto is_short = [&](Expr e) { return pool.op(e) == Op::sum && pool.pairs(e).size() <= 2; };
    SmallVector<Expr> seen;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (!is_short(factors[i].first)) continue;
        const Expr rest = contents[i].is_one() ? factors[i].first : divided(pool, factors[i].first, contents[i]);
        const Expr opposite = negate(pool, rest);
        for (const Expr e : seen.all())
            if (e == rest || e == opposite) return true;
        seen.push_back(rest);
    }
    return false;
}

}  // namespace

Expr content_in_front(Pool& pool, Expr e, MeasureScratch& scratch) {
    const SmallVector<Pair> factors = factors_of(pool, e);
    if (factors.size() > most_terms) return e;
    const std::vector<Content> contents = contents_of(pool, factors);
    if (contents.empty()) return e;
    const Expr coefficient = pool.op(e) == Op::product ? pool.lead(e) : one;
    const auto with_names = characters_saved(pool, coefficient, factors, contents, true);
    const auto without = with_names ? characters_saved(pool, coefficient, factors, contents, false) : std::nullopt;
    if (without) {
        if (*with_names < 0 && *without < 0 && !brackets_meet(pool, factors, contents)) return e;
        if (*with_names >= 0 || *without >= 0)
            return pulled_out(pool, coefficient, factors, contents, *with_names >= *without);
    }
    std::size_t least = measure(pool, e, scratch).length;
    Expr result = e, last = e;
    for (const bool names : {true, false}) {
        const Expr candidate = pulled_out(pool, coefficient, factors, contents, names);
        if (std::exchange(last, candidate) == candidate) continue;
        const std::size_t length = measure(pool, candidate, scratch).length;
        if (length < least || (length == least && result == e)) result = candidate, least = length;
    }
    return result;
}

namespace {

// Brackets with fractions among the factors of the terms.
bool may_hold_compound_fractions(const Pool& pool, Expr sum) {
    const auto is_simple = [&](Expr e) {
        return pool.op(e) != Op::sum ||
               ((traits_of(pool, e) & (trait::below | trait::bracket)) == 0 && number_content(pool, e).is_integer());
    };
    return !std::ranges::all_of(pool.pairs(sum), [&](const Pair& t) {
        if (pool.op(t.first) == Op::power) return is_simple(pool.args(t.first)[0]);
        return pool.op(t.first) != Op::product || std::ranges::all_of(pool.pairs(t.first), is_simple, &Pair::first);
    });
}

// Of 3*(...)/2 without what is in the bracket.
std::int64_t length_around(const Number& n, bool fraction_inside) {
    const auto part = [](const Number& p) { return p.is_one() ? 0 : digits(p) + 1; };
    return 2 + part(n.numerator()) + part(n.denominator()) +
           (n.is_integer() || !fraction_inside ? 0 : static_cast<std::int64_t>(compound_fraction));
}

// -2*(1 - x) is 2*x - 2, and 200*x - 200*y^2 is 200*(x - y^2): so that both are written alike however they came about.
Expr number_with_sum(Pool& pool, Expr f, MeasureScratch& scratch) {
    const bool is_sum = pool.op(f) == Op::sum;
    if (!is_sum && (pool.op(f) != Op::product || pool.pairs(f).size() != 1 || pool.pairs(f)[0].second != one ||
                    pool.op(pool.pairs(f)[0].first) != Op::sum))
        return f;
    const Expr bracket = is_sum ? f : pool.pairs(f)[0].first;
    if (pool.pairs(bracket).size() > most_terms) return f;
    Content content;
    content.number = is_sum ? number_content(pool, f) : Number(1) / pool.number(pool.lead(f));
    if (content.number.is_one() || (is_sum && content.number.sign() < 0)) return f;
    const auto candidate = [&] {
        const Expr open = divided(pool, bracket, content);
        return is_sum ? product(pool, {pool.number(content.number), open}) : open;
    };
    const Number outside = is_sum ? content.number : pool.number(pool.lead(f));
    if (outside.sign() > 0 && !may_hold_compound_fractions(pool, bracket)) {
        const Saving saved = saved_inside(pool, bracket, content);
        const std::int64_t around = length_around(outside, is_sum ? saved.fraction_after : saved.fraction_before);
        return is_sum ? (saved.characters > around ? candidate() : f)
                      : (saved.characters + around >= 0 ? candidate() : f);
    }
    const Expr other = candidate();
    const std::size_t now = measure(pool, f, scratch).length, then = measure(pool, other, scratch).length;
    return then < now || (then == now && !is_sum) ? other : f;
}

}  // namespace

Expr contents_in_front(Pool& pool, Survey& f, MeasureScratch& scratch) {
    const auto is_product = [&](Expr e) { return pool.op(e) == Op::product || pool.op(e) == Op::power; };
    const auto may_change = [&](Expr e, Traits t) {
        return (t & trait::symbolic) || (is_product(e) && (t & (trait::bracket | trait::nested)));
    };
    const auto first = std::ranges::find_if(f.order, [&](Expr e) { return may_change(e, f.traits(e)); });
    Image image(f.order);
    for (auto e = f.order.begin(); e != first; ++e) image[*e] = *e;
    for (const Expr e : std::span(first, f.order.end())) {
        Expr g = with_images(pool, e, image);
        image[e] = g;
        const Traits t = g == e ? f.traits(e) : traits_of(pool, g);
        if (!may_change(g, t)) continue;
        if ((t & (trait::symbolic | trait::nested)) && pool.op(g) == Op::product) g = with_powers_merged(pool, g);
        if ((t & trait::number_power) && is_product(g)) g = with_number_powers_merged(pool, g);
        const bool is_sum = pool.op(g) == Op::sum;
        image[e] = f.weight(e) > heaviest_measured ? g
                   : is_product(g)                 ? content_in_front(pool, g, scratch)
                   : is_sum                        ? with_power_in_front(pool, g, scratch)
                                                   : g;
    }
    const Expr result = image[f.expr()];
    return f.weight() > heaviest_measured ? result : number_with_sum(pool, result, scratch);
}

}  // namespace pdiff
