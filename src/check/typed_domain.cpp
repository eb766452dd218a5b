// Where expressions as typed have values: x/x has none at 0, whatever it simplifies to.
#include <algorithm>

#include "check/assumed.hpp"
#include "pdiff/check_answer.hpp"

namespace pdiff {

DomainComparison compare_typed_domains(Pool& pool, Expr left, Expr right) {
    DomainComparison result;
    const std::vector<Expr> by = variables(pool, pool.make(Op::vector, {left, right}));
    const std::vector<Expr> assumed = assumed_conditions(pool);
    const Expr usual = pool.number(Number::fraction(7, 5));  // of the variables whose turn it is not
    for (std::size_t i = 0; i < by.size(); ++i)
        for (const Expr value : {zero, one, minus_one, two, half}) {
            std::vector<Binding> point;
            for (const Expr v : by) point.push_back({v, v == by[i] ? value : usual});
            if (std::ranges::any_of(assumed, [&](Expr c) { return holds_at(pool, c, point) != true; })) continue;
            const Definedness a = evaluate(pool, left, point, 1).definedness;
            const Definedness b = evaluate(pool, right, point, 1).definedness;
            if (a == Definedness::defined && b == Definedness::undefined && result.only_left.empty())
                result.only_left = point;
            if (a == Definedness::undefined && b == Definedness::defined && result.only_right.empty())
                result.only_right = point;
        }
    if (!result.only_left.empty() && !result.only_right.empty())
        result.relation = Domains::differ;
    else if (!result.only_left.empty())
        result.relation = Domains::left_larger;
    else if (!result.only_right.empty())
        result.relation = Domains::right_larger;
    return result;
}

}  // namespace pdiff
