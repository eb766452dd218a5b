#include "check/compare_domains.hpp"

#include <algorithm>
#include <cmath>

#include "check/domain.hpp"
#include "check/points.hpp"
#include "check/signed_factors.hpp"

namespace pdiff {
namespace {

constexpr std::size_t tried_points = 40;

// A comparison `difference op 0`.
struct Against {
    Op op;
    Expr difference;
};

std::optional<Against> against_zero(Pool& pool, Expr c) {
    const Op op = pool.op(c);
    if (op != Op::less && op != Op::less_equal && op != Op::not_equal) return std::nullopt;
    return Against{op, subtract(pool, pool.args(c)[0], pool.args(c)[1])};
}

// What is 0 exactly where an even power or an absolute value is; nothing of another expression.
std::optional<Expr> inside(const Pool& pool, Expr e) {
    if (pool.op(e) == Op::call && pool.function(e) == Function::abs) return pool.args(e)[0];
    const bool is_power = pool.op(e) == Op::power && pool.is_number(pool.args(e)[1]);
    if (is_power && pool.number(pool.args(e)[1]).is_even()) return pool.args(e)[0];
    return std::nullopt;
}

// x^2 > 0 is x != 0.
Expr shorter(Pool& pool, Expr c) {
    const auto a = against_zero(pool, c);
    if (!a || a->op == Op::less_equal) return c;
    const auto base = inside(pool, a->op == Op::less ? negate(pool, a->difference) : a->difference);
    if (!base) return c;
    const Expr sides[] = {*base, zero};
    return rebuild(pool, Op::not_equal, sides);
}

bool always_holds(Pool& pool, Expr c) {
    const auto a = against_zero(pool, c);
    if (!a) return c == truth_true;
    const auto sign = seen_sign(pool, a->difference, {});
    if (a->op == Op::not_equal) return sign.has_value();
    return sign == -1 || (a->op == Op::less_equal && is_seen_non_negative(pool, negate(pool, a->difference)));
}

// Whether `stronger` says all that c says.
bool follows(Pool& pool, Expr c, Expr stronger) {
    const auto a = against_zero(pool, c), b = against_zero(pool, stronger);
    if (!a || !b || b->op != Op::less) return false;
    if (a->op == Op::less_equal) return a->difference == b->difference;
    return a->op == Op::not_equal && (a->difference == b->difference || a->difference == negate(pool, b->difference));
}

std::vector<Expr> simplified(Pool& pool, std::vector<Expr> conditions) {
    for (Expr& c : conditions) c = shorter(pool, c);
    std::vector<Expr> kept;
    for (const Expr c : conditions) {
        const bool known = std::ranges::find(kept, c) != kept.end() || always_holds(pool, c) ||
                           std::ranges::any_of(conditions, [&](Expr other) { return follows(pool, c, other); });
        if (!known) kept.push_back(c);
    }
    return kept;
}

std::vector<Expr> sorted(std::vector<Expr> conditions) {
    std::ranges::sort(conditions);
    return conditions;
}

std::vector<Expr> conditions_of(Pool& pool, Expr f, std::span<const Expr> within) {
    std::vector<Expr> roots = {f};
    roots.insert(roots.end(), within.begin(), within.end());
    return simplified(pool, domain_conditions(pool, roots));
}

// A point where f has a value, and g is proved to have none.
std::vector<Binding> only_first(Pool& pool, Expr f, Expr g, std::span<const Expr> within,
                                std::span<const Expr> conditions) {
    std::vector<Expr> defined = {f};
    defined.insert(defined.end(), within.begin(), within.end());
    std::vector<Expr> holding(conditions.begin(), conditions.end());
    // All of g's variables have to have values.
    const std::vector<Expr> others = variables(pool, g);
    defined.insert(defined.end(), others.begin(), others.end());
    PointSearch search(pool, defined, holding);
    Sampler other(pool, std::span(&g, 1), search.variables());
    std::vector<double> values;
    for (std::size_t i = 0; i < tried_points; ++i) {
        const auto point = search.next();
        if (!point) break;
        values.clear();
        for (const Fraction& x : *point) values.push_back(x.value());
        other.run(values);
        if (other.complete() && !std::isnan(other[0])) continue;
        std::vector<Binding> bindings = search.bindings(*point);
        if (compare(pool, f, g, bindings).relation == Relation::right_undefined) return bindings;
    }
    return {};
}

}  // namespace

DomainComparison compare_domains(Pool& pool, Expr f, Expr g, std::span<const Expr> within,
                                 std::span<const Expr> conditions) {
    DomainComparison result;
    const std::vector<Expr> left = conditions_of(pool, f, within), right = conditions_of(pool, g, within);
    std::vector<Expr> both = left;
    both.insert(both.end(), right.begin(), right.end());
    result.both = simplified(pool, both);
    if (sorted(left) == sorted(right)) {
        result.relation = Domains::same;
        return result;
    }
    result.only_left = only_first(pool, f, g, within, conditions);
    result.only_right = only_first(pool, g, f, within, conditions);
    const bool l = !result.only_left.empty(), r = !result.only_right.empty();
    result.relation = l && r ? Domains::differ
                      : l    ? Domains::left_larger
                      : r    ? Domains::right_larger
                             : Domains::unknown;
    return result;
}

}  // namespace pdiff
