#include "algebra/forms/polish.hpp"

#include <algorithm>
#include <vector>

#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/collect.hpp"
#include "algebra/forms/multiply_out.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 24;

bool is_odd(const Pool& pool, Expr exponent) { return pool.number(exponent).is_odd(); }

// base^exponent is a bracket that a sign may come out of, and may begin with a minus: its constant is not positive, and
// two of its terms are negative.
bool may_begin_with_minus(const Pool& pool, const Pair& p) {
    if (pool.op(p.first) != Op::sum || pool.pairs(p.first).size() > most_terms) return false;
    if (!pool.is_number(p.second) || !pool.number(p.second).is_integer()) return false;
    const int lead = pool.number(pool.lead(p.first)).sign();
    const auto is_negative = [&](const Pair& t) { return pool.number(t.second).sign() < 0; };
    return lead <= 0 && std::ranges::count_if(pool.pairs(p.first), is_negative) + (lead < 0) >= 2;
}

// k*(...) in a sum, where the bracket may have a content for k.
bool may_have_content(const Pool& pool, const Pair& term) {
    return term.second != one && term.second != minus_one && pool.op(term.first) == Op::product &&
           std::ranges::any_of(pool.pairs(term.first), [&](const Pair& p) {
               return pool.op(p.first) == Op::sum && pool.pairs(p.first).size() <= most_terms &&
                      (!number_content(pool, p.first).is_one() || pool.lead(p.first) == zero);
           });
}

bool has_content_in_terms(const Pool& pool, Expr sum) {
    return std::ranges::any_of(pool.pairs(sum), [&](const Pair& t) { return may_have_content(pool, t); });
}

bool has_signs(const Pool& pool, Expr e) {
    if (pool.op(e) == Op::power) return may_begin_with_minus(pool, {pool.args(e)[0], pool.args(e)[1]});
    return pool.op(e) == Op::product &&
           std::ranges::any_of(pool.pairs(e), [&](const Pair& p) { return may_begin_with_minus(pool, p); });
}

// sin(x)/y + x*cos(x)/y: a name below the line in every term.
bool shares_denominator(const Pool& pool, Expr sum) {
    const auto divides = [&](Expr term, Expr name) {
        const SmallVector<Pair> factors = factors_of(pool, term);
        return std::ranges::any_of(factors.all(), [&](const Pair& p) {
            return p.first == name && pool.is_number(p.second) && pool.number(p.second).sign() < 0;
        });
    };
    const auto pairs = pool.pairs(sum);
    if (pairs.size() < 2 || pairs.size() > most_terms || pool.lead(sum) != zero) return false;
    const SmallVector<Pair> first = factors_of(pool, pairs[0].first);
    return std::ranges::any_of(first.all(), [&](const Pair& p) {
        return pool.op(p.first) == Op::symbol &&
               std::ranges::all_of(pairs, [&](const Pair& t) { return divides(t.first, p.first); });
    });
}

bool needs_polish(const Pool& pool, Expr e, Traits t) {
    if (pool.op(e) != Op::sum) return (t & trait::bracket) && has_signs(pool, e);
    if ((t & trait::below) && shares_denominator(pool, e)) return true;
    return ((t & trait::irrational) && may_collect(pool, e)) || ((t & trait::bracket) && has_content_in_terms(pool, e));
}

class Polisher {
public:
    Polisher(Pool& pool, MeasureScratch& scratch) : pool_(pool), scratch_(scratch) {}

    Expr with_contents(Expr e) {
        std::vector<Pair> terms{{one, pool_.lead(e)}};
        bool changed = false;
        for (std::size_t i = 0; i < pool_.pairs(e).size(); ++i) {
            const Pair t = pool_.pairs(e)[i];
            terms.push_back(t);
            if (!may_have_content(pool_, t)) continue;
            const Expr whole = product(pool_, {t.second, t.first});
            const Expr better = content_in_front(pool_, whole, scratch_);
            if (better != whole && !loses_shared_bracket(e, t.first, better))
                terms.back() = {better, one}, changed = true;
        }
        return changed ? sum_of_multiples(pool_, terms) : e;
    }

    Expr with_terms_collected(Expr e) { return collected(pool_, e, scratch_); }

    Expr over_one_line(Expr e) {
        const Expr candidate = common_monomial_in_front(pool_, e);
        return measure(pool_, e, scratch_) < measure(pool_, candidate, scratch_) ? e : candidate;
    }

    Expr with_signs_in_front(Expr e) {
        SmallVector<Pair> factors = factors_of(pool_, e);
        bool negative = false, changed = false;
        for (Pair& p : factors.all()) {
            if (!may_begin_with_minus(pool_, p) || !begins_with_minus(p.first)) continue;
            p.first = negate(pool_, p.first);
            changed = true, negative ^= is_odd(pool_, p.second);
        }
        if (!changed) return e;
        const Expr lead = pool_.op(e) == Op::product ? pool_.lead(e) : one;
        return product_of_powers(pool_, negative ? negate(pool_, lead) : lead, factors);
    }

private:
    bool holds(Expr term, Expr bracket) const {
        const auto is_base = [&](const Pair& p) { return p.first == bracket; };
        return term == bracket || (pool_.op(term) == Op::product && std::ranges::any_of(pool_.pairs(term), is_base));
    }
    // A bracket that other terms of the sum have as well stays as it is.
    bool loses_shared_bracket(Expr sum, Expr term, Expr better) const {
        return std::ranges::any_of(pool_.pairs(term), [&](const Pair& p) {
            const auto is_other = [&](const Pair& t) { return t.first != term && holds(t.first, p.first); };
            return pool_.op(p.first) == Op::sum && !holds(better, p.first) &&
                   std::ranges::any_of(pool_.pairs(sum), is_other);
        });
    }

    bool begins_with_minus(Expr e) {
        scratch_.print(pool_, e);
        return scratch_.text.starts_with('-');
    }

    Pool& pool_;
    MeasureScratch& scratch_;
};

// What is read as part of f: not what functions are of, where a minus has its own rules, nor exponents. `one` for it.
void mark_outside_functions(const Pool& pool, const std::vector<Expr>& order, Image& outside) {
    for (const Expr e : order) outside[e] = zero;
    outside[order.back()] = one;
    for (std::size_t i = order.size(); i-- > 0;) {
        if (outside[order[i]] == zero) continue;
        const Op op = pool.op(order[i]);
        if (op == Op::sum || op == Op::product)
            for (const Pair& p : pool.pairs(order[i])) outside[p.first] = one;
        if (op == Op::power && pool.args(order[i])[0] != euler) outside[pool.args(order[i])[0]] = one;
    }
}

}  // namespace

Expr polished(Pool& pool, Survey& f, MeasureScratch& scratch) {
    const auto needs = [&](Expr e) { return needs_polish(pool, e, f.traits(e)); };
    const auto first = std::ranges::find_if(f.order, needs);
    if (first == f.order.end()) return f.expr();
    Image image(f.order), outside(f.order);
    for (auto e = f.order.begin(); e != first; ++e) image[*e] = *e;
    mark_outside_functions(pool, f.order, outside);
    Polisher polisher(pool, scratch);
    for (const Expr e : std::span(first, f.order.end())) {
        Expr g = with_images(pool, e, image);
        image[e] = g;
        const Traits t = g == e ? f.traits(e) : traits_of(pool, g);
        if (pool.op(g) == Op::sum && (t & trait::bracket) && has_content_in_terms(pool, g))
            g = polisher.with_contents(g);
        if (pool.op(g) == Op::sum && (t & trait::irrational)) g = polisher.with_terms_collected(g);
        if (pool.op(g) == Op::sum && (t & trait::below) && shares_denominator(pool, g)) g = polisher.over_one_line(g);
        if (outside[e] == one && has_signs(pool, g)) g = polisher.with_signs_in_front(g);
        image[e] = g;
    }
    return image[f.expr()];
}

}  // namespace pdiff
