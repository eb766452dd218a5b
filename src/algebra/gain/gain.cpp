#include "algebra/gain/gain.hpp"

#include <algorithm>
#include <vector>

#include "algebra/forms/multiply_out.hpp"
#include "algebra/gain/angle_gain.hpp"
#include "algebra/gain/cancel_gain.hpp"
#include "algebra/gain/exponent_gain.hpp"
#include "algebra/gain/fraction_gain.hpp"
#include "algebra/gain/polynomial_image.hpp"
#include "algebra/gain/root_gain.hpp"
#include "algebra/gain/together_size.hpp"
#include "algebra/gain/wave_gain.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms_to_cancel = 3;  // of a bracket above the line, and of one below, with a constant
constexpr std::size_t most_terms = 24;           // longer sums are left as they are by this pass

// x^y and x^(y - 1)
bool has_symbolic_powers_of_one_base(const Pool& pool, Expr sum) {
    SmallVector<Pair, 8> seen;
    const auto meets = [&](const Pair& power) {
        if (pool.is_number(power.second) || power.first == euler) return false;
        for (const Pair& s : seen.all())
            if (s.first == power.first && s.second != power.second) return true;
        seen.push_back(power);
        return false;
    };
    for (const Pair& t : pool.pairs(sum)) {
        if (pool.op(t.first) == Op::power && meets({pool.args(t.first)[0], pool.args(t.first)[1]})) return true;
        if (pool.op(t.first) == Op::product && std::ranges::any_of(pool.pairs(t.first), meets)) return true;
    }
    return false;
}

// Powers of names alone.
bool is_simple(const Pool& pool, Expr sum) {
    return std::ranges::all_of(pool.pairs(sum), [&](const Pair& t) {
        const auto is_name = [&](Expr e) { return pool.op(e) == Op::symbol; };
        if (pool.op(t.first) == Op::power) return is_name(pool.args(t.first)[0]);
        if (pool.op(t.first) != Op::product) return is_name(t.first);
        return std::ranges::all_of(pool.pairs(t.first),
                                   [&](const Pair& p) { return is_name(p.first) && pool.is_number(p.second); });
    });
}

bool sum_may_merge(const Pool& pool, Expr sum, Traits t) {
    if ((t & trait::exponential) && exponents_may_meet(pool, sum)) return true;
    if ((t & trait::symbolic) && has_symbolic_powers_of_one_base(pool, sum)) return true;
    if ((t & trait::angle) && (is_half_angle(pool, sum) || is_power_of_wave(pool, sum) || shares_half_angle(pool, sum)))
        return true;
    if ((t & trait::angles) && (squares_meet(pool, sum) || wave_products_meet(pool, sum))) return true;
    if ((t & trait::hyperbolic) && (t & trait::exponential) && hyperbolic_meets_exponential(pool, sum)) return true;
    if ((t & trait::bracket) && (t & (trait::below | trait::root)) && completed_squares_meet(pool, sum)) return true;
    return ((t & trait::bracket_below) && are_partial_fractions(pool, sum)) ||
           ((t & trait::below) && shares_denominators(pool, sum));
}

// Fractions of numbers inside a bracket: sqrt(1 - 9*(x - 2/3)^2/19).
bool has_number_fractions(const Pool& pool, Expr sum) {
    if (!pool.number(pool.lead(sum)).is_integer()) return true;
    return std::ranges::any_of(pool.pairs(sum), [&](const Pair& t) { return !pool.number(t.second).is_integer(); });
}

// A term of the sum is divided by what the product holds as well.
bool divides_by_one_of(const Pool& pool, Expr sum, std::span<const Pair> product) {
    const auto holds = [&](Expr outer, Expr base) {
        return outer == base ||
               (pool.op(outer) == Op::sum && outer != sum && std::ranges::any_of(pool.pairs(outer), [&](const Pair& t) {
                    return pool.op(t.first) == Op::power && pool.args(t.first)[0] == base;
                }));
    };
    const auto shared = [&](Expr base, Expr exponent) {
        return is_below(pool, base, exponent) &&
               std::ranges::any_of(product, [&](const Pair& p) { return holds(p.first, base); });
    };
    for (const Pair& t : pool.pairs(sum)) {
        if (pool.op(t.first) == Op::power && shared(pool.args(t.first)[0], pool.args(t.first)[1])) return true;
        if (pool.op(t.first) == Op::product &&
            std::ranges::any_of(pool.pairs(t.first), [&](const Pair& p) { return shared(p.first, p.second); }))
            return true;
    }
    return false;
}

// 1/((y + 1)*((x/(y + 1) + 2)^2 + 3))
bool holds_divided_square(const Pool& pool, const Pair& bracket, std::span<const Pair> product) {
    if (pool.op(bracket.first) != Op::sum || !is_below(pool, bracket.first, bracket.second)) return false;
    return std::ranges::any_of(pool.pairs(bracket.first), [&](const Pair& t) {
        return pool.op(t.first) == Op::power && pool.op(pool.args(t.first)[0]) == Op::sum &&
               divides_by_one_of(pool, pool.args(t.first)[0], product);
    });
}

// x + 1 and 2*x + 2
bool are_multiples(const Pool& pool, Expr a, Expr b) {
    if (pool.op(a) != Op::sum || pool.op(b) != Op::sum) return false;
    const auto x = pool.pairs(a), y = pool.pairs(b);
    if (x.size() != y.size() || x[0].first != y[0].first) return false;
    const Number ratio = pool.number(x[0].second) / pool.number(y[0].second);
    if (!(pool.number(pool.lead(a)) - ratio * pool.number(pool.lead(b))).is_zero()) return false;
    for (std::size_t i = 1; i < x.size(); ++i)
        if (x[i].first != y[i].first || !(pool.number(x[i].second) - ratio * pool.number(y[i].second)).is_zero())
            return false;
    return true;
}

bool holds_settled_root(const Pool& pool, Expr e) {
    return pool.op(e) == Op::product && std::ranges::any_of(pool.pairs(e), [&](const Pair& p) {
               return meets_root(pool, e, p) && is_settled_root(pool, e, p);
           });
}

// (x^2 + y)^2 - 1: beside its conjugate it would be opened, and be longer.
bool holds_power_of_sum(const Pool& pool, Expr sum) {
    return std::ranges::any_of(pool.pairs(sum), [&](const Pair& t) {
        return pool.op(t.first) == Op::power && pool.op(pool.args(t.first)[0]) == Op::sum;
    });
}

// (x^2 - 1)*sin(y)/(x - 1), or x^2 - 1 in a term of the numerator: short brackets above and below the line with a
// factor in common; in a term x - 1 or the like, and not all of the bracket below, which quotients have there.
bool brackets_share_factor(const Pool& pool, Expr product, Survey& f) {
    const auto is_short = [&](Expr e) {
        return pool.op(e) == Op::sum && f.traits(e) == 0 && pool.pairs(e).size() <= most_terms_to_cancel;
    };
    const auto shares = [&](Expr above, Expr below, Share share) {
        return above != below && is_short(above) && may_share_factor(pool, above, below, share);
    };
    const auto is_linear = [&](Expr e) {
        return pool.op(e) == Op::sum && pool.pairs(e).size() == 1 && pool.op(pool.pairs(e)[0].first) == Op::symbol;
    };
    const auto shares_part = [&](Expr above, Expr below) {
        return (is_linear(above) || is_linear(below)) && shares(above, below, Share::part);
    };
    const auto term_shares = [&](Expr term, Expr below) {
        if (pool.op(term) == Op::power) return shares_part(pool.args(term)[0], below);
        return pool.op(term) == Op::product &&
               std::ranges::any_of(pool.pairs(term), [&](const Pair& p) { return shares_part(p.first, below); });
    };
    const auto pairs = pool.pairs(product);
    return std::ranges::any_of(pairs, [&](const Pair& below) {
        if (!is_below(pool, below.first, below.second) || !is_short(below.first)) return false;
        return std::ranges::any_of(pairs, [&](const Pair& p) {
            if (pool.op(p.first) != Op::sum || is_below(pool, p.first, p.second)) return false;
            return shares(p.first, below.first, Share::any) ||
                   ((f.traits(p.first) & trait::bracket) &&
                    std::ranges::any_of(pool.pairs(p.first),
                                        [&](const Pair& t) { return term_shares(t.first, below.first); }));
        });
    });
}

bool product_may_shorten(const Pool& pool, Expr product, Survey& f) {
    const auto pairs = pool.pairs(product);
    if ((f.traits(product) & trait::bracket_below) && brackets_share_factor(pool, product, f)) return true;
    const bool over_brackets = (f.traits(product) & trait::bracket_below) != 0;
    for (std::size_t i = 0; i < pairs.size() && pairs.size() <= most_terms; ++i) {
        const Traits t = f.traits(pairs[i].first);
        if (pool.op(pairs[i].first) == Op::sum) {
            for (std::size_t k = 0; k < i; ++k)
                if ((are_conjugates(pool, pairs[i], pairs[k]) && !holds_power_of_sum(pool, pairs[i].first)) ||
                    are_multiples(pool, pairs[i].first, pairs[k].first))
                    return true;
            if (pairs[i].second == one && (t & trait::below) && divides_by_one_of(pool, pairs[i].first, pairs))
                return true;
            if (over_brackets && (t & trait::bracket) && holds_divided_square(pool, pairs[i], pairs)) return true;
        }
        if (meets_root(pool, product, pairs[i]) && !is_settled_root(pool, product, pairs[i])) return true;
    }
    return false;
}

bool power_may_shorten(const Pool& pool, Expr base, Expr exponent, Survey& f) {
    if (exponent_may_shorten(pool, base, exponent)) return true;
    if (pool.op(base) != Op::sum || !pool.is_number(exponent) || exponent == one) return false;
    if ((f.traits(base) & trait::below) || has_number_fractions(pool, base)) return true;
    return !pool.number(exponent).is_integer() && squares_differ_by_square(pool, base);
}

bool product_may_merge(const Pool& pool, Expr e, Survey& f) {
    const Traits t = f.traits(e);
    const auto pairs = pool.pairs(e);
    if ((t & trait::angles) && angle_functions_merge(pool, e)) return true;
    if ((t & trait::call) && (t & trait::below) && pool.number(pool.lead(e)).numerator().is_one() &&
        is_reciprocal_of_sine(pool, pairs))
        return true;
    if (t & trait::bracket) {
        if ((t & trait::angle) && square_in_bracket(pool, e)) return true;
        if (holds_half_angle(pool, e) || ((t & trait::bracket_below) && roots_meet(pool, e))) return true;
        if ((t & trait::exponential) && exponentials_meet(pool, e)) return true;
    }
    return ((t & (trait::bracket | trait::nested)) && product_may_shorten(pool, e, f)) ||
           ((t & (trait::bracket | trait::exponential)) &&
            std::ranges::any_of(pairs, [&](const Pair& p) { return power_may_shorten(pool, p.first, p.second, f); }));
}

bool may_merge(const Pool& pool, Expr e, Survey& f) {
    switch (pool.op(e)) {
        case Op::sum:
            return sum_may_merge(pool, e, f.traits(e));
        case Op::product:
            return product_may_merge(pool, e, f);
        case Op::power: {
            const Pair p{pool.args(e)[0], pool.args(e)[1]};
            return power_may_shorten(pool, p.first, p.second, f) || is_reciprocal_of_sine(pool, {&p, 1});
        }
        case Op::call:
            return is_multiple_of_inverse(pool, e);
        default:
            return false;
    }
}

// In eighths of what the sum is now, how large it may be as one fraction.
constexpr std::size_t shorter = 7, of_compound = 12;

// (x + y)^2 + 1
bool is_power_and_number(const Pool& pool, Expr sum) {
    if (pool.pairs(sum).size() != 1 || pool.op(pool.pairs(sum)[0].first) != Op::power) return false;
    const auto power = pool.args(pool.pairs(sum)[0].first);
    return pool.op(power[0]) == Op::sum && pool.is_number(power[1]) && pool.number(power[1]).sign() > 0;
}

bool is_shorter_together(const Pool& pool, Survey& f, Expr sum, std::size_t eighths) {
    const Traits t = f.traits(sum);
    // Without brackets, roots, and something below the line like terms have been collected.
    if (!(t & (trait::bracket | trait::root | trait::below | trait::exponential))) return false;
    if (!(t & trait::below) && is_simple(pool, sum)) return false;
    if (is_simpler_square(pool, sum)) return true;
    if (is_power_and_number(pool, sum) && f.traits(pool.args(pool.pairs(sum)[0].first)[0]) == 0) return false;
    const auto size = together_size(pool, f, sum, eighths);
    return size && size->together * 8 <= size->now * eighths;
}

}  // namespace

Gains find_gains(const Pool& pool, Survey& f, bool multiplied_out) {
    const std::vector<Expr> compound = compound_numerators(pool, f);
    Gains result{.weight = f.weight()};
    for (const Expr e : f.order) {
        const Traits t = f.traits(e);
        if (t == 0) continue;  // a name, a number, a polynomial
        const bool sum = pool.op(e) == Op::sum;
        if (f.weight(e) > heaviest || (sum && pool.pairs(e).size() > most_terms)) {
            result.complete = result.complete && !(sum && !is_simple(pool, e));
            continue;
        }
        if (sum && t == trait::root && is_polynomial_in_names(pool, e)) continue;
        const bool is_compound = sum && std::ranges::find(compound, e) != compound.end();
        const bool together = sum && is_shorter_together(pool, f, e, is_compound ? of_compound : shorter);
        if (together) result.sums.push_back(e);
        const bool may_cancel = multiplied_out && pool.op(e) == Op::product && brackets_may_cancel(pool, e);
        if ((together && !is_compound) || may_cancel || may_merge(pool, e, f)) result.parts.push_back(e);
        result.whole = result.whole || ((t & trait::nested) && e != f.expr() && holds_settled_root(pool, e));
    }
    return result;
}

bool may_merge_here(const Pool& pool, Expr e) {
    if (pool.op(e) == Op::symbol || pool.op(e) == Op::number) return false;
    Survey f(pool, e);
    if (f.weight() > heaviest || (pool.op(e) == Op::sum && pool.pairs(e).size() > most_terms)) return false;
    return may_merge(pool, e, f) || (pool.op(e) == Op::sum && is_shorter_together(pool, f, e, shorter));
}

Expr merge_sums(Pool& pool, Expr f, const std::vector<Expr>& order, std::span<const Expr> sums) {
    Image image(order);
    for (const Expr e : order) {
        image[e] = with_images(pool, e, image);
        if (pool.op(image[e]) == Op::sum && std::ranges::binary_search(sums, e))
            image[e] = multiply_out(pool, image[e]);
    }
    return image[f];
}

}  // namespace pdiff
