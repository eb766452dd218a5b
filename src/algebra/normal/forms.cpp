// The forms of a result, and the choice of the shortest readable one.
#include "pdiff/forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/form_parts.hpp"
#include "algebra/forms/shortest.hpp"
#include "algebra/normal/display.hpp"
#include "algebra/normal/root_variants.hpp"
#include "expr/function_classes.hpp"
#include "pdiff/error.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

using normal::Brackets;
using normal::Circles;
using normal::Style;

constexpr std::size_t form_budget = 20'000;

constexpr Style shapes[] = {
    {},
    {.above = Brackets::irreducible, .below = Brackets::irreducible},
    {.above = Brackets::irreducible, .below = Brackets::grouped},
    {.above = Brackets::grouped, .below = Brackets::grouped},
    {.above = Brackets::expanded, .below = Brackets::grouped},
    {.above = Brackets::expanded, .below = Brackets::irreducible},
    {.above = Brackets::expanded, .below = Brackets::expanded},
    {.above = Brackets::irreducible, .below = Brackets::irreducible, .spread = true},
    {.above = Brackets::expanded, .below = Brackets::irreducible, .spread = true},
};

// A candidate that cannot be built within the bounds is none.
template <class Build>
void attempt(Shortest& shortest, Build build) {
    try {
        shortest.offer(build());
    } catch (const normal::OutOfBudget&) {
    }
}

// The brackets of one side of the line, where several ways to write them differ.
Brackets distinct(const normal::Field& field, const normal::Value& v, bool above, Brackets brackets) {
    std::size_t sums = 0, powers = 0;
    for (const normal::Power& p : v.powers) {
        if (field.kernel_of(p.factor) || (p.exponent > 0) != above) continue;
        ++sums, powers += p.exponent != 1 && p.exponent != -1;
    }
    if (sums == 0 || (sums == 1 && powers == 0)) return Brackets::irreducible;
    return sums == 1 && brackets != Brackets::expanded ? Brackets::irreducible : brackets;
}

// `some` without those that would write the value alike.
std::vector<Style> distinct(const normal::Field& field, const normal::Value& v, std::span<const Style> some) {
    std::vector<Style> result;
    const bool one_term = std::ranges::none_of(
        v.powers, [&](const normal::Power& p) { return p.exponent > 0 && !field.kernel_of(p.factor); });
    for (Style s : some) {
        if (s.spread && one_term) continue;
        if (!s.spread) s.above = distinct(field, v, true, s.above);
        s.below = distinct(field, v, false, s.below);
        if (std::ranges::find(result, s) == result.end()) result.push_back(s);
    }
    return result;
}

void offer_shapes(Shortest& shortest, normal::Normalizer& n, const normal::Value& v, std::span<const Style> some) {
    normal::Display display(n);
    const normal::Display::Circularity circles = display.circularity(v);
    for (const Style& shape : distinct(n.field(), v, some)) {
        attempt(shortest, [&] { return display(v, shape); });
        if (shortest.hopeless()) return;
        if (!circles.below) continue;
        for (const Circles c : {Circles::reciprocals, Circles::tangents}) {
            Style s = shape;
            s.circles = c;
            attempt(shortest, [&] { return display(v, s); });
        }
    }
    if (!circles.products) return;
    for (const auto& [above, below] : {std::pair{true, false}, {false, true}, {true, true}})
        for (const Circles c : {Circles::quotients, Circles::tangents}) {
            if (c == Circles::tangents && !circles.below) continue;
            attempt(shortest, [&] {
                const Expr e = display(v, {.above = Brackets::irreducible,
                                           .below = Brackets::irreducible,
                                           .circles = c,
                                           .angles_above = above,
                                           .angles_below = below});
                return contents_in_front(n.pool(), e, shortest.scratch());
            });
        }
}

void offer_variants(Shortest& shortest, normal::Normalizer& n, const normal::Value& v) {
    std::vector<normal::Value> variants;
    try {
        variants = normal::root_variants(n.field(), v);
    } catch (const normal::OutOfBudget&) {
    }
    for (const normal::Value& variant : variants) offer_shapes(shortest, n, variant, std::span(shapes).subspan(1, 3));
}

// Everything that one way of choosing kernels gives.
void offer_forms(Shortest& shortest, Pool& pool, Expr f, normal::Lessons& lessons) {
    normal::with_normalizer(pool, lessons, false, form_budget, [&](normal::Normalizer& n) {
        const normal::Value v = n.value(f), factors = n.field().split(v);
        lessons.half_angles.clear();
        for (const std::uint32_t i : n.field().angles_of_zeros(factors))
            if (const Expr sine = n.field().kernel(i).expr; pool.op(sine) == Op::call)
                lessons.half_angles.push_back(pool.args(sine)[0]);
        offer_shapes(shortest, n, factors, shapes);
        const normal::Value merged = n.field().with_conjugates_merged(factors);
        if (merged != factors) offer_shapes(shortest, n, merged, shapes);
        if (shortest.hopeless()) return true;
        if (v != factors) offer_shapes(shortest, n, v, std::span(shapes).first(1));
        offer_variants(shortest, n, factors);
        return true;
    });
}

// Sines and cosines of half the angles, where a bracket is a product in them: 1 + cos(2*x) is 2*cos(x)^2.
bool halve_angles(Pool& pool, normal::Lessons& lessons) {
    bool any = false;
    for (auto& [key, unit] : lessons.units) {
        if (key.second != truth_true && key.second != truth_false) continue;
        const Expr angle = product(pool, {pool.number(unit), key.first});
        if (std::ranges::find(lessons.half_angles, angle) == lessons.half_angles.end()) continue;
        unit = unit / 2, any = true;
    }
    return any;
}

void attempt_forms(Shortest& shortest, Pool& pool, Expr f, normal::Lessons& lessons, bool& complete) {
    try {
        offer_forms(shortest, pool, f, lessons);
    } catch (const normal::OutOfBudget&) {
        complete = false;
    }
}

bool mixes_exponentials(const Pool& pool, Expr f) {
    bool exponential = false, hyperbolic = false;
    for (const Expr e : reachable(pool, f)) {
        exponential |= pool.op(e) == Op::power && pool.args(e)[0] == euler;
        if (pool.op(e) == Op::product)
            for (const Pair& p : pool.pairs(e)) exponential |= p.first == euler;
        if (pool.op(e) == Op::call)
            hyperbolic |= is_hyperbolic(pool.function(e));
    }
    return exponential && hyperbolic;
}

Expr shortest_form(Pool& pool, Expr f, bool& complete) {
    MeasureScratch scratch;
    Shortest shortest(pool, f, scratch);
    normal::Lessons lessons;
    attempt_forms(shortest, pool, f, lessons, complete);
    if (!shortest.hopeless() && halve_angles(pool, lessons)) attempt_forms(shortest, pool, f, lessons, complete);
    if (mixes_exponentials(pool, f)) {
        normal::Lessons others;
        others.hyperbolic_exponentials = true;
        attempt_forms(shortest, pool, f, others, complete);
    }
    shortest.offer(simplify(pool, shortest.best()));
    return shortest.best();
}

constexpr Style style_of(Form form) {
    switch (form) {
        case Form::expanded:
            return {.above = Brackets::expanded, .below = Brackets::expanded, .spread = true};
        case Form::factored:
            return {.above = Brackets::irreducible, .below = Brackets::irreducible};
        default:
            return {.above = Brackets::expanded, .below = Brackets::expanded};
    }
}

Expr form_of(Pool& pool, Expr f, Form form, bool& complete) {
    if (form == Form::automatic) return shortest_form(pool, f, complete);
    return normal::with_normalizer(pool, false, form_budget, [&](normal::Normalizer& n) {
        normal::Display display(n);
        return display(n.value(f), style_of(form));
    });
}

}  // namespace

Expr deep_form(Pool& pool, Expr f, Form form, bool& complete) {
    try {
        return form_of(pool, f, form, complete);
    } catch (const normal::OutOfBudget&) {
    } catch (const Error& e) {
        if (e.kind != ErrorKind::undefined && e.kind != ErrorKind::limit) throw;
    }
    complete = false;
    return f;
}

Expr Former::operator()(Pool& pool, Expr f, Form form, bool* complete) {
    bool ignored;
    return form_by_parts(pool, f, form, {}, complete ? *complete : ignored, scratch_->measure);
}

}  // namespace pdiff
