#include "algebra/forms/opened_products.hpp"

#include <algorithm>
#include <optional>

#include "algebra/forms/measure.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 3, most_terms_over_names = 6;

std::size_t terms(const Pool& pool, Expr sum) { return pool.pairs(sum).size() + (pool.lead(sum) != zero); }

bool is_bracket(const Pool& pool, Expr e) { return pool.op(e) == Op::sum && terms(pool, e) <= most_terms; }

// Whether some power of the base is a factor of a term; `root`: with a fraction for its exponent.
bool holds(const Pool& pool, Expr sum, Expr base, bool root) {
    const auto fits = [&](Expr b, Expr exponent) {
        if (b != base || !pool.is_number(exponent)) return false;
        const Number& n = pool.number(exponent);
        return n.sign() > 0 && (!root || !n.is_integer());
    };
    return std::ranges::any_of(pool.pairs(sum), [&](const Pair& t) {
        if (pool.op(t.first) == Op::power) return fits(pool.args(t.first)[0], pool.args(t.first)[1]);
        if (pool.op(t.first) != Op::product) return fits(t.first, one);
        return std::ranges::any_of(pool.pairs(t.first), [&](const Pair& p) { return fits(p.first, p.second); });
    });
}

// Of cos(u): whether each term of the sum has it, or sin(u), for a factor.
bool is_of_degree_one(const Pool& pool, Expr sum, Expr wave) {
    const auto function = [&](Expr e) { return pool.op(e) == Op::call ? pool.function(e) : Function::abs; };
    const Function f = function(wave);
    const bool round = f == Function::sin || f == Function::cos;
    if ((!round && f != Function::sinh && f != Function::cosh) || pool.lead(sum) != zero) return false;
    const auto is_partner = [&](Expr e) {
        const Function g = function(e);
        const bool fits = round ? g == Function::sin || g == Function::cos : g == Function::sinh || g == Function::cosh;
        return fits && pool.args(e)[0] == pool.args(wave)[0];
    };
    return std::ranges::all_of(pool.pairs(sum), [&](const Pair& t) {
        if (pool.op(t.first) != Op::product) return is_partner(t.first);
        return std::ranges::count_if(pool.pairs(t.first),
                                     [&](const Pair& p) { return p.second == one && is_partner(p.first); }) == 1;
    });
}

// bracket*(x^2 + y)/x or bracket*sqrt(x)*(sqrt(x) + 1), above or below the line: what is multiplied into the bracket.
struct Opening {
    Pair bracket;
    std::optional<Pair> root;  // a root or wave, else all that is not the bracket
};
// Whether the bracket has but powers of names below the line beside it.
bool is_over_names(const Pool& pool, std::span<const Pair> product, const Pair& bracket) {
    return std::ranges::all_of(product, [&](const Pair& p) {
        return p == bracket ||
               (pool.op(p.first) == Op::symbol && pool.is_number(p.second) && pool.number(p.second).sign() < 0);
    });
}

std::optional<Opening> opening(const Pool& pool, Expr e) {
    if (pool.op(e) != Op::product) return std::nullopt;
    const auto pairs = pool.pairs(e);
    for (const Pair& b : pairs) {
        if ((b.second != one && b.second != minus_one) || pool.op(b.first) != Op::sum ||
            terms(pool, b.first) > most_terms_over_names)
            continue;
        const bool over_names = is_over_names(pool, pairs, b);
        if (!over_names && !is_bracket(pool, b.first)) continue;
        for (const Pair& p : pairs) {
            if (p.first == b.first || !pool.is_number(p.second) || pool.is_number(p.first)) continue;
            // cos(u)/(cos(u) + sin(u)) is 1/(1 + tan(u))
            if (b.second == minus_one && p.second == one && is_of_degree_one(pool, b.first, p.first))
                return Opening{b, p};
            const Number& n = pool.number(p.second);
            if (b.second == one && n.sign() < 0 && over_names && holds(pool, b.first, p.first, false))
                return Opening{b, {}};
            if (!n.is_integer() && (n.sign() > 0) == (b.second == one) && holds(pool, b.first, p.first, true))
                return Opening{b, p};
        }
    }
    return std::nullopt;
}

Expr opened(Pool& pool, Expr e, const Opening& o) {
    SmallVector<Pair> inside, outside;
    for (const Pair& p : pool.pairs(e))
        if (p != o.bracket) (!o.root || p == *o.root ? inside : outside).push_back(p);
    if (o.root && o.bracket.second == minus_one)
        for (Pair& p : inside.all()) p.second = pool.number(-pool.number(p.second));
    const Expr by = product_of_powers(pool, o.root ? one : pool.lead(e), inside);
    SmallVector<Expr> terms;
    terms.push_back(product(pool, {pool.lead(o.bracket.first), by}));
    for (std::size_t i = 0; i < pool.pairs(o.bracket.first).size(); ++i) {
        const Pair t = pool.pairs(o.bracket.first)[i];
        terms.push_back(product(pool, {t.first, t.second, by}));
    }
    outside.push_back({rewrite(pool, sum(pool, terms)), o.bracket.second});
    return product_of_powers(pool, o.root ? pool.lead(e) : one, outside);
}

Expr divided(Pool& pool, Expr sum, Expr by) {
    const Expr inverse = power(pool, by, minus_one);
    SmallVector<Expr> terms;
    for (std::size_t i = 0; i < pool.pairs(sum).size(); ++i) {
        const Pair t = pool.pairs(sum)[i];
        terms.push_back(product(pool, {t.first, t.second, inverse}));
    }
    return rewrite(pool, pdiff::sum(pool, terms));
}

// The angle of the first wave in a sum whose terms hold one each.
Expr wave_in(const Pool& pool, Expr sum) {
    const Expr term = pool.pairs(sum)[0].first;
    if (pool.op(term) != Op::product) return term;
    for (const Pair& p : pool.pairs(term))
        if (is_of_degree_one(pool, sum, p.first)) return p.first;
    return term;
}

// Brackets of waves above and below the line.
struct WaveSides {
    Expr above, below, wave;
};
std::optional<WaveSides> wave_sides(const Pool& pool, Expr e) {
    if (pool.op(e) != Op::product) return std::nullopt;
    const auto find = [&](Expr exponent, auto fits) {
        for (const Pair& p : pool.pairs(e))
            if (p.second == exponent && is_bracket(pool, p.first) && fits(p.first)) return p.first;
        return zero;
    };
    const Expr below = find(minus_one, [&](Expr sum) { return is_of_degree_one(pool, sum, wave_in(pool, sum)); });
    if (below == zero) return std::nullopt;
    const Expr wave = wave_in(pool, below);
    const Expr above = find(one, [&](Expr sum) { return is_of_degree_one(pool, sum, wave); });
    return above == zero ? std::nullopt : std::optional(WaveSides{above, below, wave});
}

// (2*cos(u) + sin(u))/(cos(u) - sin(u)) as (2 + tan(u))/(1 - tan(u)).
Expr in_tangents(Pool& pool, Expr e, const WaveSides& sides) {
    const bool round = pool.function(sides.wave) == Function::sin || pool.function(sides.wave) == Function::cos;
    const Expr by = call(pool, round ? Function::cos : Function::cosh, {pool.args(sides.wave)[0]});
    SmallVector<Pair> powers;
    for (const Pair& p : pool.pairs(e))
        if (p.first != sides.above && p.first != sides.below) powers.push_back(p);
    const Expr lead = pool.lead(e);
    powers.push_back({divided(pool, sides.above, by), one});
    powers.push_back({divided(pool, sides.below, by), minus_one});
    return product_of_powers(pool, lead, powers);
}

// Characters without blanks, a fraction in a fraction being no longer than it is.
std::size_t characters(const Pool& pool, Expr e, MeasureScratch& scratch) {
    scratch.print(pool, e);
    return scratch.text.size() - static_cast<std::size_t>(std::ranges::count(scratch.text, ' '));
}

// The bracket below the line with a term over something else that is below the line.
std::optional<Opening> compound(const Pool& pool, Expr e) {
    if (pool.op(e) != Op::product) return std::nullopt;
    for (const Pair& b : pool.pairs(e)) {
        if (b.second != minus_one || !is_bracket(pool, b.first)) continue;
        for (const Pair& p : pool.pairs(e)) {
            const Pair below{p.first, minus_one};
            const auto is_over = [&](const Pair& t) {
                if (pool.op(t.first) == Op::power)
                    return pool.args(t.first)[0] == below.first && pool.args(t.first)[1] == minus_one;
                return pool.op(t.first) == Op::product &&
                       std::ranges::find(pool.pairs(t.first), below) != pool.pairs(t.first).end();
            };
            if (p == below && pool.op(p.first) == Op::symbol && std::ranges::any_of(pool.pairs(b.first), is_over))
                return Opening{b, p};
        }
    }
    return std::nullopt;
}

}  // namespace

Expr with_fractions_cleared(Pool& pool, Expr f) {
    const auto cleared = [&](Expr e) {
        const auto o = compound(pool, e);
        return o ? opened(pool, e, *o) : e;
    };
    if (pool.op(f) != Op::sum) return cleared(f);
    if (std::ranges::none_of(pool.pairs(f), [&](const Pair& t) { return compound(pool, t.first).has_value(); }))
        return f;
    SmallVector<Expr> terms;
    terms.push_back(pool.lead(f));
    for (std::size_t i = 0; i < pool.pairs(f).size(); ++i) {
        const Pair t = pool.pairs(f)[i];
        terms.push_back(product(pool, {t.second, cleared(t.first)}));
    }
    return sum(pool, terms);
}

Expr open_products(Pool& pool, Survey& f, MeasureScratch& scratch) {
    const auto may = [&](Expr e) {
        const Traits t = f.traits(e);
        return (t & trait::bracket) && (t & (trait::below | trait::root)) && (opening(pool, e) || wave_sides(pool, e));
    };
    if (std::ranges::none_of(f.order, may)) return f.expr();
    Image image(f.order);
    const auto shorter = [&](Expr e, Expr candidate) {
        return characters(pool, candidate, scratch) < characters(pool, e, scratch) ? candidate : e;
    };
    for (const Expr e : f.order) {
        Expr g = with_images(pool, e, image);
        if (const auto sides = wave_sides(pool, g)) g = shorter(g, in_tangents(pool, g, *sides));
        if (const auto o = opening(pool, g)) g = shorter(g, opened(pool, g, *o));
        image[e] = g;
    }
    return shorter(f.expr(), image[f.expr()]);  // a part that is shorter may not be so in a sum
}

}  // namespace pdiff
