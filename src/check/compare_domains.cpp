#include "check/compare_domains.hpp"

#include <algorithm>
#include <cmath>

#include "check/defined_alone.hpp"
#include "check/domain.hpp"
#include "check/domains_on_line.hpp"
#include "check/points.hpp"
#include "check/signed_factors.hpp"

namespace pdiff {
namespace {

constexpr std::size_t tried_points = 40;

constexpr Precision few_bits = {256};

Definedness definedness(Pool& pool, Expr f, std::span<const Binding> point) {
    return evaluate(pool, f, point, 1, few_bits).definedness;
}

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

// x^2 > 0 is x != 0, and -2*x > 0 is x < 0.
Expr shorter(Pool& pool, Expr c) {
    const auto a = against_zero(pool, c);
    if (!a) return c;
    const auto base = inside(pool, a->op == Op::less ? negate(pool, a->difference) : a->difference);
    if (base && a->op != Op::less_equal) {
        const Expr sides[] = {*base, zero};
        return rebuild(pool, Op::not_equal, sides);
    }
    if (pool.op(a->difference) == Op::sum) return c;
    const Expr lead = pool.op(a->difference) == Op::product ? pool.lead(a->difference) : one;
    const Expr rest = divide(pool, a->difference, lead);
    const Expr up[] = {rest, zero}, down[] = {zero, rest};
    return rebuild(pool, a->op, pool.number(lead).sign() > 0 || a->op == Op::not_equal ? up : down);
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

// Whether the signs that the strict ones among `others` say give c too: x*y > 0 where x > 0 and y > 0.
bool follows_by_signs(Pool& pool, Factoring& factoring, Expr c, std::span<const Expr> others) {
    const auto a = against_zero(pool, c);
    if (!a) return false;
    Signs signs;
    for (const Expr other : others)
        if (const auto b = against_zero(pool, other); b && b->op == Op::less)
            signs.assume(b->difference, -1), signs.assume(negate(pool, b->difference), 1);
    std::optional<Expr> missing;
    const auto factors = factoring.split(a->difference, signs, missing);
    return factors && (a->op == Op::not_equal || factors->sign < 0);
}

std::vector<Expr> without_implied(Pool& pool, std::vector<Expr> conditions) {
    Factoring factoring(pool);
    for (std::size_t i = 0; i < conditions.size();) {
        std::vector<Expr> others = conditions;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const bool alternative =
            pool.op(conditions[i]) == Op::logic_or && std::ranges::any_of(pool.args(conditions[i]), [&](Expr part) {
                return std::ranges::find(others, part) != others.end();
            });
        if (alternative || follows_by_signs(pool, factoring, conditions[i], others))
            conditions = std::move(others);
        else
            ++i;
    }
    return conditions;
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
    const auto is_alone = [&](const RationalPoint& point) {
        values.clear();
        for (const Fraction& x : point) values.push_back(x.value());
        other.run(values);
        return (!other.complete() || std::isnan(other[0])) && is_defined_alone(pool, f, g, search.bindings(point));
    };
    for (std::size_t i = 0; i < tried_points; ++i) {
        const auto point = search.next();
        if (!point) break;
        if (is_alone(*point)) return search.bindings(*point);
    }
    for (const RationalPoint& special : special_points(search.variables().size())) {
        if (!is_alone(special)) continue;
        std::vector<Binding> point = search.bindings(special);
        const auto holds = [&](Expr c) { return holds_at(pool, c, point, few_bits) == true; };
        const auto has_value = [&](Expr e) { return definedness(pool, e, point) == Definedness::defined; };
        if (std::ranges::all_of(holding, holds) && std::ranges::all_of(within, has_value)) return point;
    }
    return {};
}

}  // namespace

bool is_defined_alone(Pool& pool, Expr f, Expr g, std::span<const Binding> point) {
    return definedness(pool, g, point) == Definedness::undefined && definedness(pool, f, point) == Definedness::defined;
}

Domains relation_of(const DomainComparison& d) {
    const bool l = !d.only_left.empty(), r = !d.only_right.empty();
    return l && r ? Domains::differ : l ? Domains::left_larger : r ? Domains::right_larger : Domains::unknown;
}

DomainComparison compare_domains(Pool& pool, Expr f, Expr g, std::span<const Expr> within,
                                 std::span<const Expr> conditions) {
    if (auto known = compare_domains_on_line(pool, f, g, within, conditions)) return *known;
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
    result.relation = relation_of(result);
    if (result.relation == Domains::unknown) return result;
    result.both = without_implied(pool, std::move(result.both));
    const Expr sides[] = {f, g};
    if (has_known_domain(pool, sides)) {
        const AloneSearch in_left{within, conditions, result.only_left},
            in_right{within, conditions, result.only_right};
        if (!result.only_left.empty()) result.left_where = defined_alone(pool, f, g, left, right, in_left);
        if (!result.only_right.empty()) result.right_where = defined_alone(pool, g, f, right, left, in_right);
    }
    return result;
}

}  // namespace pdiff
