#include "pdiff/check.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {

namespace {

std::optional<Witness> find_witness(Pool& pool, Expr f, Expr g) {
    std::vector<Expr> names = variables(pool, sum(pool, {f, g}));
    for (int kind = 1; kind <= 12; ++kind) {
        std::vector<Binding> point;
        int i = 1;
        for (const Expr v : names)
            point.push_back(
                {v, pool.number(Number::fraction(kind % 3 == 0 ? -kind * i : kind * i + 1, 5 + (kind % 4) * i))}),
                ++i;
        const Comparison c = compare(pool, f, g, point);
        if (c.relation == Relation::different) return Witness{point, c.left, c.right};
    }
    return std::nullopt;
}

}  // namespace

Judgement judge(Pool& pool, Expr f, Expr g, const JudgeOptions&) {
    Judgement result;
    if (f == g) {
        result.verdict = Verdict::right, result.method = Method::identical;
    } else if ((result.witness = find_witness(pool, f, g))) {
        result.verdict = Verdict::wrong, result.method = Method::witness;
    } else if (is_zero(pool, subtract(pool, f, g))) {
        result.verdict = Verdict::right, result.method = Method::normal_form;
    }
    return result;
}

}  // namespace pdiff
