#include "algebra/forms/binomial_power.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/measure.hpp"
#include "algebra/forms/multiply_out.hpp"
#include "algebra/gain/fraction_gain.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 9;
using Terms = SmallVector<Pair, most_terms + 1>;

Terms terms_of(const Pool& pool, Expr sum) {
    Terms result;
    if (pool.lead(sum) != zero) result.push_back({one, pool.lead(sum)});
    for (const Pair& t : pool.pairs(sum)) result.push_back(t);
    return result;
}

// A number for a monomial, those of a product being the sum of those of its factors: what is equal has equal ones.
using Mark = std::uint64_t;

Mark times(Mark mark, const Number& n) {
    constexpr double units = 5040;
    const double value = n.to_double() * units;
    if (!(std::abs(value) < 1e15)) return mark;
    return mark * static_cast<Mark>(static_cast<std::int64_t>(std::nearbyint(value)));
}

Mark mark_of_base(Expr e) { return (index(e) + Mark{1}) * 0x9e3779b97f4a7c15u; }

Mark mark_of_unit(const Pool& pool, Expr e) {
    const auto combined = [](const Pair& p) { return mark_of_base(p.first) ^ (mark_of_base(p.second) * 31); };
    if (pool.op(e) == Op::power) return combined({pool.args(e)[0], pool.args(e)[1]});
    if (pool.op(e) != Op::product) return mark_of_base(e);
    const auto pairs = pool.pairs(e);
    if (pairs.size() == 1 && pairs[0].second == one) return mark_of_base(pairs[0].first);
    Mark mark = 0;
    for (const Pair& p : pairs) mark += combined(p);
    return mark;
}

// Of a sum the marks of its terms, as often as each occurs.
Mark mark_of_exponent(const Pool& pool, Expr x) {
    if (pool.is_number(x)) return times(1, pool.number(x));
    if (pool.op(x) != Op::sum)
        return times(mark_of_unit(pool, x), pool.op(x) == Op::product ? pool.number(pool.lead(x)) : Number(1));
    Mark mark = times(1, pool.number(pool.lead(x)));
    for (const Pair& t : pool.pairs(x)) mark += times(mark_of_unit(pool, t.first), pool.number(t.second));
    return mark;
}

Mark mark_of(const Pool& pool, const Pair& power) {
    return mark_of_base(power.first) * mark_of_exponent(pool, power.second);
}

Mark mark_of(const Pool& pool, Expr term) {
    if (term == one) return 0;
    if (pool.op(term) == Op::power) return mark_of(pool, Pair{pool.args(term)[0], pool.args(term)[1]});
    if (pool.op(term) != Op::product) return mark_of(pool, Pair{term, one});
    Mark mark = 0;
    for (const Pair& p : pool.pairs(term)) mark += mark_of(pool, p);
    return mark;
}

struct Quotient {
    Expr above, below;
};
Quotient quotient(Pool& pool, Expr monomial) {
    if (pool.op(monomial) != Op::product && pool.op(monomial) != Op::power) return {monomial, one};
    const SmallVector<Pair> factors = factors_of(pool, monomial);
    SmallVector<Pair> above, below;
    for (const Pair& p : factors.all())
        if (is_below(pool, p.first, p.second))
            below.push_back({p.first, negate(pool, p.second)});
        else
            above.push_back(p);
    return {product_of_powers(pool, one, above), product_of_powers(pool, one, below)};
}

// c*A^n*(1 + r*M)^n, where `first` is c*A^n and `second` the next term.
std::optional<Expr> as_power(Pool& pool, const Terms& terms, const Pair& first, const Pair& second) {
    const std::size_t n = terms.size() - 1;
    const auto times = static_cast<std::int64_t>(n);
    const Number c = pool.number(first.second), r = pool.number(second.second) / (c * Number(times));
    const Expr ratio = divide(pool, second.first, first.first);
    SmallVector<Pair, most_terms + 1> used;
    used.push_back(first);
    Pair term = first;
    for (std::size_t k = 1; k <= n; ++k) {
        const auto step = Number::fraction(static_cast<std::int64_t>(n - k + 1), static_cast<std::int64_t>(k));
        const Number factor = r * step;
        term = {product(pool, {term.first, ratio}), pool.number(pool.number(term.second) * factor)};
        if (std::ranges::find(terms.all(), term) == terms.all().end()) return std::nullopt;
        if (std::ranges::find(used.all(), term.first, &Pair::first) != used.all().end()) return std::nullopt;
        used.push_back(term);
    }
    const Quotient m = quotient(pool, ratio);
    const Expr bracket = sum(pool, {product(pool, {pool.number(r.denominator()), m.below}),
                                    product(pool, {pool.number(r.numerator()), m.above})});
    return product(
        pool, {pool.number(c / pow(r.denominator(), times)), first.first,
               power(pool, m.below, pool.number(Number(-times))), power(pool, bracket, pool.number(Number(times)))});
}

using Marks = SmallVector<Mark, most_terms + 1>;
using Values = SmallVector<double, most_terms + 1>;

bool is_near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::abs(b); }

std::optional<Expr> as_power(Pool& pool, const Terms& terms, const Marks& marks, const Values& c) {
    const auto n = static_cast<double>(terms.size() - 1);
    for (std::size_t i = 0; i < terms.size(); ++i)
        for (std::size_t k = 0; k < terms.size(); ++k) {
            if (k == i) continue;
            // The term behind the second one.
            const double third = c[k] * c[k] * (n - 1) / (2 * n * c[i]);
            bool there = false;
            for (std::size_t j = 0; j < terms.size() && !there; ++j)
                there = is_near(c[j], third) && marks[j] + marks[i] == 2 * marks[k];
            if (!there) continue;
            if (const auto power = as_power(pool, terms, terms[i], terms[k])) return power;
        }
    return std::nullopt;
}

// A + B + C + D, where A*D = B*C.
std::optional<Expr> as_product(Pool& pool, const Pair& A, const Pair& B, const Pair& C, const Pair& D) {
    const auto whole = [&](const Pair& t) { return product(pool, {t.first, t.second}); };
    const Expr a = whole(A), b = whole(B), c = whole(C);
    if (product(pool, {a, whole(D)}) != product(pool, {b, c})) return std::nullopt;
    const Expr front = common_monomial_in_front(pool, sum(pool, {a, b}));
    Expr bracket = front;
    if (pool.op(front) == Op::product)
        for (const Pair& p : pool.pairs(front))
            if (pool.op(p.first) == Op::sum && p.second == one) bracket = p.first;
    const Expr shared = divide(pool, front, bracket);
    const Expr other = divide(pool, product(pool, {c, shared}), a);
    return product(pool, {bracket, sum(pool, {shared, other})});
}

std::optional<Expr> as_product(Pool& pool, const Terms& t, const Marks& marks, const Values& c) {
    if (t.size() != 4) return std::nullopt;
    for (std::size_t d = 1; d < 4; ++d) {
        const std::size_t i = d == 1 ? 2 : 1, k = d == 3 ? 2 : 3;
        if (marks[0] + marks[d] != marks[i] + marks[k] || !is_near(c[0] * c[d], c[i] * c[k])) continue;
        if (const auto product = as_product(pool, t[0], t[i], t[k], t[d])) return product;
    }
    return std::nullopt;
}

// x*(a + b), which stands for two terms.
bool is_bracket(const Pool& pool, Expr term) {
    return pool.op(term) == Op::product && std::ranges::any_of(pool.pairs(term), [&](const Pair& p) {
               return p.second == one && pool.op(p.first) == Op::sum &&
                      pool.pairs(p.first).size() + (pool.lead(p.first) != zero) == 2;
           });
}

Expr bracket_of(const Pool& pool, Expr term) {
    for (const Pair& p : pool.pairs(term))
        if (pool.op(p.first) == Op::sum && p.second == one) return p.first;
    return one;
}

Terms opened(Pool& pool, const Terms& terms) {
    Terms result;
    for (const Pair& t : terms.all()) {
        if (!is_bracket(pool, t.first)) {
            result.push_back(t);
            continue;
        }
        const Expr inner = bracket_of(pool, t.first), rest = divide(pool, t.first, inner);
        const Terms inside = terms_of(pool, inner);
        for (const Pair& p : inside.all())
            result.push_back({product(pool, {rest, p.first}), product(pool, {t.second, p.second})});
    }
    return result;
}

// The coefficients, as opened() leaves them.
Values values_of(const Pool& pool, Expr sum, bool open) {
    Values c;
    const auto add = [&](Expr number, double outer) { c.push_back(outer * pool.number(number).to_double()); };
    const auto add_all = [&](Expr bracket, double outer) {
        if (pool.lead(bracket) != zero) add(pool.lead(bracket), outer);
        for (const Pair& t : pool.pairs(bracket)) add(t.second, outer);
    };
    if (!open) {
        add_all(sum, 1);
        return c;
    }
    if (pool.lead(sum) != zero) add(pool.lead(sum), 1);
    for (const Pair& t : pool.pairs(sum))
        if (is_bracket(pool, t.first))
            add_all(bracket_of(pool, t.first), pool.number(t.second).to_double());
        else
            add(t.second, 1);
    return c;
}

// Whether the coefficients could be those of a power or of a product.
bool numbers_fit(const Values& c) {
    const auto n = static_cast<double>(c.size() - 1);
    if (c.size() == 4)
        for (std::size_t d = 1; d < 4; ++d)
            if (is_near(c[0] * c[d], c[d == 1 ? 2 : 1] * c[d == 3 ? 2 : 3])) return true;
    for (std::size_t i = 0; i < c.size(); ++i)
        for (std::size_t k = 0; k < c.size(); ++k) {
            if (i == k) continue;
            const double square = c[k] * c[k] * (n - 1), twice = 2 * n * c[i];
            for (const double third : c.all())
                if (is_near(twice * third, square)) return true;
        }
    return false;
}

bool is_opened(const Pool& pool, Expr sum) {
    const auto is_single = [&](const Pair& t) { return !is_bracket(pool, t.first); };
    return pool.pairs(sum).size() + (pool.lead(sum) != zero) == 3 &&
           std::ranges::count_if(pool.pairs(sum), is_single) + (pool.lead(sum) != zero) == 2;
}

bool may_shorten(const Pool& pool, Expr e) {
    if (pool.op(e) != Op::sum) return false;
    const std::size_t count = pool.pairs(e).size() + (pool.lead(e) != zero);
    return count >= 3 && count <= most_terms && numbers_fit(values_of(pool, e, is_opened(pool, e)));
}

Expr shorter(Pool& pool, Expr sum, MeasureScratch& scratch) {
    const bool open = is_opened(pool, sum);
    Terms terms = terms_of(pool, sum);
    const Values c = values_of(pool, sum, open);
    if (open) terms = opened(pool, terms);
    Marks marks;
    for (const Pair& t : terms.all()) marks.push_back(mark_of(pool, t.first));
    auto candidate = as_power(pool, terms, marks, c);
    if (!candidate) candidate = as_product(pool, terms, marks, c);
    return candidate && measure(pool, *candidate, scratch) < measure(pool, sum, scratch) ? *candidate : sum;
}

}  // namespace

Expr sums_as_products(Pool& pool, Survey& f, MeasureScratch& scratch) {
    const auto is_longer = [&](Expr e) { return may_shorten(pool, e) && shorter(pool, e, scratch) != e; };
    if (std::ranges::none_of(f.order, is_longer)) return f.expr();
    Image image(f.order);
    for (const Expr e : f.order) {
        const Expr g = with_images(pool, e, image);
        image[e] = may_shorten(pool, g) ? shorter(pool, g, scratch) : g;
    }
    return image[f.expr()];
}

}  // namespace pdiff
