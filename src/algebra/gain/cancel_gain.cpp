#include "algebra/gain/cancel_gain.hpp"

#include <algorithm>
#include <cstddef>

#include "algebra/gain/fraction_gain.hpp"
#include "algebra/gain/polynomial_image.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 4;      // of a bracket that may cancel another
constexpr std::size_t most_products = 64;  // of terms of two brackets that may be shorter multiplied out

bool is_bracket(const Pool& pool, const Pair& p) { return pool.op(p.first) == Op::sum && pool.is_number(p.second); }
bool is_below(const Pool& pool, const Pair& p) { return pool.number(p.second).sign() < 0; }

// A few terms of names, and perhaps roots.
bool is_short_polynomial(const Pool& pool, Expr sum) {
    return pool.pairs(sum).size() <= most_terms && std::ranges::all_of(pool.pairs(sum), [&](const Pair& t) {
               if (pool.op(t.first) != Op::product) return pool.op(t.first) != Op::call;
               return std::ranges::all_of(pool.pairs(t.first),
                                          [&](const Pair& q) { return pool.op(q.first) == Op::symbol; });
           });
}

Number degree(const Pool& pool, Expr term) {
    const auto of_power = [&](Expr exponent) { return pool.is_number(exponent) ? pool.number(exponent) : Number(0); };
    if (pool.op(term) == Op::power) return of_power(pool.args(term)[1]);
    if (pool.op(term) != Op::product) return 1;
    Number result;
    for (const Pair& p : pool.pairs(term)) result = result + of_power(p.second);
    return result;
}

// As it is printed, however its degrees are ordered: no plus in the highest nor in the lowest one.
bool begins_with_minus(const Pool& pool, Expr sum) {
    const auto pairs = pool.pairs(sum);
    const int lead = pool.number(pool.lead(sum)).sign();
    if (lead > 0) return false;
    Number highest = degree(pool, pairs[0].first), lowest = highest;
    for (const Pair& t : pairs.subspan(1)) {
        const Number d = degree(pool, t.first);
        highest = std::max(highest, d), lowest = std::min(lowest, d);
    }
    bool plus_above = false, minus_below = lead < 0;
    for (const Pair& t : pairs) {
        const int sign = pool.number(t.second).sign();
        const Number d = degree(pool, t.first);
        plus_above |= sign > 0 && d == highest;
        minus_below |= sign < 0 && d == lowest;
    }
    return !plus_above && minus_below;
}

// -(x - y)/z is (y - x)/z.
bool takes_minus(const Pool& pool, Expr product, const Pair& p) {
    return pool.number(pool.lead(product)).sign() < 0 && pool.number(p.second).is_odd() &&
           (pool.number(pool.lead(p.first)).sign() < 0 ||
            std::ranges::any_of(pool.pairs(p.first), [&](const Pair& t) { return pool.number(t.second).sign() < 0; }));
}

// Of sqrt(x^5 + x^4): a name of all terms, which another factor holds as well.
bool holds_name_of(const Pool& pool, std::span<const Pair> product, Expr radicand) {
    if (pool.lead(radicand) != zero) return false;
    const auto holds = [&](Expr term, Expr name) {
        if (pool.op(term) == Op::product)
            return std::ranges::any_of(pool.pairs(term), [&](const Pair& p) { return p.first == name; });
        return term == name || (pool.op(term) == Op::power && pool.args(term)[0] == name);
    };
    return std::ranges::any_of(product, [&](const Pair& p) {
        return pool.op(p.first) == Op::symbol &&
               std::ranges::all_of(pool.pairs(radicand), [&](const Pair& t) { return holds(t.first, p.first); });
    });
}

std::size_t terms(const Pool& pool, Expr sum) { return pool.pairs(sum).size() + (pool.lead(sum) != zero); }

bool is_shorter_multiplied(const Pool& pool, const Pair& a, const Pair& b) {
    return a.second == b.second && (a.second == one || a.second == minus_one) &&
           terms(pool, a.first) * terms(pool, b.first) <= most_products &&
           terms_of_product(pool, a.first, b.first) < terms(pool, a.first) + terms(pool, b.first);
}

bool numerator_may_shorten(const Pool& pool, std::span<const Pair> product, const Pair& above) {
    return has_fractions(pool, above.first) || is_product_of_two(pool, above.first) ||
           may_repeat_factor(pool, above.first) || (above.second == one && has_small_root(pool, above.first)) ||
           std::ranges::any_of(product, [&](const Pair& p) {
               return is_bracket(pool, p) && is_below(pool, p) && may_share_factor(pool, above.first, p.first);
           });
}

// A long numerator, or one with functions, that a short bracket below divides in part.
bool numerator_cancels(const Pool& pool, std::span<const Pair> product) {
    constexpr std::size_t longest = 24;
    return std::ranges::any_of(product, [&](const Pair& above) {
        if (above.second != one || pool.op(above.first) != Op::sum || is_short_polynomial(pool, above.first) ||
            pool.pairs(above.first).size() > longest)
            return false;
        return std::ranges::any_of(product, [&](const Pair& p) {
            return is_bracket(pool, p) && is_below(pool, p) && pool.number(p.second).is_integer() &&
                   is_short_polynomial(pool, p.first) && shares_factor(pool, above.first, p.first);
        });
    });
}

}  // namespace

bool brackets_may_cancel(const Pool& pool, Expr product) {
    const auto pairs = pool.pairs(product);
    if (numerator_cancels(pool, pairs)) return true;
    const auto is_candidate = [&](const Pair& p, bool below) {
        return is_bracket(pool, p) && is_below(pool, p) == below && is_short_polynomial(pool, p.first);
    };
    if (std::ranges::none_of(pairs, [&](const Pair& p) { return p.second == one && is_candidate(p, false); }) ||
        std::ranges::none_of(pairs, [&](const Pair& p) { return is_candidate(p, true); }))
        return false;
    return std::ranges::any_of(pairs, [&](const Pair& p) {
        if (pool.op(p.first) == Op::product) return true;  // a root
        if (!is_bracket(pool, p)) return false;
        const auto shortens = [&](const Pair& q) {
            return q != p && is_bracket(pool, q) && is_shorter_multiplied(pool, p, q);
        };
        return begins_with_minus(pool, p.first) || takes_minus(pool, product, p) ||
               std::ranges::any_of(pairs, shortens) ||
               (is_below(pool, p) ? !pool.number(p.second).is_integer() && holds_name_of(pool, pairs, p.first)
                                  : numerator_may_shorten(pool, pairs, p));
    });
}

}  // namespace pdiff
