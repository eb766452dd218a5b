#include "algebra/forms/merged_roots.hpp"

#include <algorithm>
#include <optional>

#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/measure.hpp"
#include "algebra/sign_pairs.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

constexpr std::int64_t highest_index = 6;
constexpr std::size_t longest_radicand = 6;  // terms of a sum that a number is multiplied into

std::optional<Number> root_exponent(const Pool& pool, const Pair& p) {
    if (p.second == one || !pool.is_number(p.second) || pool.number(p.second).is_integer()) return std::nullopt;
    const Number q = pool.number(p.second), index = q.denominator();
    return Number(highest_index) < index ? std::nullopt : std::optional(q.sign() < 0 ? -q : q);
}

// 1/sqrt(x/y)
bool is_below_quotient(const Pool& pool, const Pair& root) {
    return pool.op(root.first) == Op::product && pool.number(root.second).sign() < 0 &&
           std::ranges::any_of(pool.pairs(root.first), [&](const Pair& p) {
               return pool.is_number(p.second) && pool.number(p.second).sign() < 0;
           });
}

bool may_merge_roots(const Pool& pool, Expr e) {
    if (pool.op(e) == Op::power) {
        const Pair p{pool.args(e)[0], pool.args(e)[1]};
        return root_exponent(pool, p) && is_below_quotient(pool, p);
    }
    if (pool.op(e) != Op::product) return false;
    const auto pairs = pool.pairs(e);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto q = root_exponent(pool, pairs[i]);
        if (!q) continue;
        if (is_below_quotient(pool, pairs[i])) return true;
        for (std::size_t k = 0; k < i; ++k)
            if (const auto other = root_exponent(pool, pairs[k]))
                if ((*q - *other).is_integer() || pool.is_number(pairs[i].first) || pool.is_number(pairs[k].first))
                    return true;
    }
    return false;
}

// c * Π root, and what they leave: the roots of one exponent q.
struct Roots {
    Number q;
    Number number = 1;              // to the power q
    SmallVector<Pair> merged = {};  // exponents 1 and -1
    SmallVector<Pair> rest = {};
    std::size_t unknown = 0;  // of the merged ones, those that may be negative
};

Roots roots_of(Pool& pool, std::span<const Pair> factors, const Number& q) {
    Roots r{.q = q};
    Expr other = zero;
    for (const Pair& p : factors) {
        const auto exponent = root_exponent(pool, p);
        const int side = pool.number(pool.is_number(p.second) ? p.second : one).sign();
        if (exponent && pool.is_number(p.first)) {
            const auto times = (pool.number(p.second) / q).to_int();
            if (times && *times<highest_index&& * times> - highest_index && pool.number(p.first).sign() > 0) {
                r.number = r.number * pow(pool.number(p.first), *times);
                continue;
            }
        } else if (exponent && !(*exponent < q) && (*exponent - q).is_integer()) {
            const bool positive = pool.range(p.first).is_positive();
            if (positive || r.unknown == 0 || (r.unknown == 1 && never_both_negative(pool, other, p.first))) {
                r.merged.push_back({p.first, side < 0 ? minus_one : one});
                if (*exponent != q) r.rest.push_back({p.first, pool.number((*exponent - q) * Number(side))});
                if (!positive) other = p.first, ++r.unknown;
                continue;
            }
        }
        r.rest.push_back(p);
    }
    return r;
}

std::vector<Pair> terms_of(const Pool& pool, Expr e) {
    if (pool.op(e) != Op::sum) return {{e, one}};
    std::vector<Pair> terms(pool.pairs(e).begin(), pool.pairs(e).end());
    if (pool.lead(e) != zero) terms.push_back({one, pool.lead(e)});
    return terms;
}

Expr multiplied_out(Pool& pool, Expr a, Expr b) {
    std::vector<Expr> result;
    for (const Pair& s : terms_of(pool, a))
        for (const Pair& t : terms_of(pool, b)) result.push_back(product(pool, {s.first, s.second, t.first, t.second}));
    return sum(pool, result);
}

bool is_reciprocal(const Pool& pool, Expr e) {
    const SmallVector<Pair> factors = factors_of(pool, e);
    const Number lead = pool.op(e) == Op::product ? pool.number(pool.lead(e)) : Number(1);
    return !factors.empty() && lead.numerator().is_one() && std::ranges::all_of(factors.all(), [&](const Pair& p) {
        return pool.is_number(p.second) && pool.number(p.second).sign() < 0;
    });
}

// number * Π base^exponent as it stands and, of few terms, multiplied out.
SmallVector<Expr, 2> radicands(Pool& pool, const Number& number, std::span<const Pair> powers) {
    SmallVector<Expr, 2> result;
    result.push_back(product_of_powers(pool, pool.number(number), powers));
    Expr open = pool.number(number);
    for (const Pair& p : powers) {
        if (p.second != one || (pool.op(p.first) == Op::sum && pool.pairs(p.first).size() > longest_radicand))
            return result;
        open = multiplied_out(pool, open, p.first);
        if (pool.op(open) == Op::sum && pool.pairs(open).size() > longest_radicand) return result;
    }
    if (number.is_integer()) result.push_back(open);
    return result;
}

// The roots of exponent ±q as one, the coefficient outside or under it.
Expr with_merged(Pool& pool, Expr e, const Number& q, MeasureScratch& scratch) {
    const SmallVector<Pair> factors = factors_of(pool, e);
    Roots r = roots_of(pool, factors, q);
    if (r.merged.empty()) return e;
    Expr best = e;
    Measure least = measure(pool, e, scratch);
    const Number lead = pool.op(e) == Op::product ? pool.number(pool.lead(e)) : Number(1);
    const Number size = lead.sign() < 0 ? -lead : lead;
    const auto index = q.denominator().to_int().value_or(2);
    for (const bool lead_inside : {true, false}) {
        if (lead_inside && (size.is_one() || r.number.is_one() || !q.numerator().is_one())) continue;
        const Number number = lead_inside ? r.number * pow(size, index) : r.number;
        for (const int sign : {1, -1}) {
            std::vector<Pair> inside(r.merged.begin(), r.merged.end());
            if (sign < 0)
                for (Pair& p : inside) p.second = pool.number(-pool.number(p.second));
            if (lead_inside && !(sign < 0 ? Number(1) / number : number).is_integer()) continue;
            const auto choices = radicands(pool, sign < 0 ? Number(1) / number : number, inside);
            for (const Expr radicand : choices.all()) {
                if (is_reciprocal(pool, radicand)) continue;  // 1/sqrt(x*y) rather than sqrt(1/(x*y))
                SmallVector<Pair> powers(r.rest);
                powers.push_back({power(pool, radicand, pool.number(sign < 0 ? -q : q)), one});
                const Expr front = pool.number(lead_inside ? Number(lead.sign()) : lead);
                const Expr candidate = simplify(pool, product_of_powers(pool, front, powers));
                if (const Measure m = measure(pool, candidate, scratch); m < least) best = candidate, least = m;
            }
        }
    }
    return best;
}

Expr with_merged(Pool& pool, Expr e, MeasureScratch& scratch) {
    SmallVector<Expr> exponents;
    const SmallVector<Pair> factors = factors_of(pool, e);
    for (const Pair& p : factors.all()) {
        const auto q = root_exponent(pool, p);
        const Expr exponent = q && !pool.is_number(p.first) ? pool.number(*q) : zero;
        if (exponent != zero && std::ranges::find(exponents.all(), exponent) == exponents.all().end())
            exponents.push_back(exponent);
    }
    for (const Expr q : exponents.all())
        if (may_merge_roots(pool, e)) e = with_merged(pool, e, pool.number(q), scratch);
    return e;
}

}  // namespace

Expr merge_roots(Pool& pool, Survey& f, MeasureScratch& scratch) {
    const auto may_merge = [&](Expr e) { return (f.traits(e) & trait::root) && may_merge_roots(pool, e); };
    if (!(f.in_products() & trait::root) || std::ranges::none_of(f.order, may_merge)) return f.expr();
    Image image(f.order);
    for (const Expr e : f.order) {
        const Expr g = with_images(pool, e, image);
        image[e] = may_merge_roots(pool, g) ? with_merged(pool, g, scratch) : g;
    }
    return image[f.expr()];
}

}  // namespace pdiff
