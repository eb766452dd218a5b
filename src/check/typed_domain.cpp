// Where expressions as typed have values: x/x has none at 0, whatever it simplifies to.
#include <algorithm>

#include "check/assumed.hpp"
#include "check/compare_domains.hpp"
#include "check/domains_on_line.hpp"
#include "check/points.hpp"
#include "pdiff/check_answer.hpp"

namespace pdiff {

DomainComparison compare_typed_domains(Pool& pool, Expr left, Expr right) {
    const std::vector<Expr> assumed = assumed_conditions(pool);
    if (auto known = compare_domains_on_line(pool, left, right, {}, assumed)) return *known;
    DomainComparison result;
    const std::vector<Expr> by = variables(pool, pool.make(Op::vector, {left, right}));
    for (const RationalPoint& special : special_points(by.size())) {
        const std::vector<Binding> point = bindings(pool, by, special);
        if (std::ranges::any_of(assumed, [&](Expr c) { return holds_at(pool, c, point) != true; })) continue;
        const Definedness a = evaluate(pool, left, point, 1).definedness;
        const Definedness b = evaluate(pool, right, point, 1).definedness;
        if (a == Definedness::defined && b == Definedness::undefined && result.only_left.empty())
            result.only_left = point;
        if (a == Definedness::undefined && b == Definedness::defined && result.only_right.empty())
            result.only_right = point;
    }
    result.relation = relation_of(result);
    return result;
}

}  // namespace pdiff
