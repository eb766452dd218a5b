#include "check/step_laws.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "calculus/differential.hpp"
#include "pdiff/differentiate.hpp"

namespace pdiff {
namespace {

using Kind = WrittenStep::Kind;

struct Row {
    Kind kind;
    std::string_view value;
};

constexpr Row rows[] = {
    {Kind::add, "u + v"},  {Kind::subtract, "u - v"}, {Kind::negate, "-u"}, {Kind::multiply, "u*v"},
    {Kind::divide, "u/v"}, {Kind::power, "u^v"},      {Kind::call, "f(u)"},
};

struct Laws {
    Pool pool;
    std::array<StepLaw, std::size_t(Kind::other) + 1> by_kind;

    Laws() {
        const Expr u = pool.symbol("u"), v = pool.symbol("v");
        for (const Row& row : rows) {
            const Expr value = read_formula(pool, row.value);
            by_kind[std::size_t(row.kind)] = {Formula(pool, value), Formula(pool, differentiate(pool, value, u)),
                                              Formula(pool, differentiate(pool, value, v))};
        }
    }
};

// A pair of these operands, as it is: canonical arguments may stand in another order.
Expr pair_of(Pool& pool, const WrittenStep& step, Expr first, Expr second) {
    std::vector<Expr> args(pool.args(step.expr).begin(), pool.args(step.expr).end());
    if (pool.op(step.expr) == Op::piecewise) {
        for (std::size_t i = 0; i + 1 < args.size(); i += 2) args[i] = canonical(pool, args[i]);
        args[1] = first, args.back() = second;
    } else {
        args[args.size() - 2] = first, args.back() = second;
    }
    return pool.make(pool.op(step.expr), args, pool.function(step.expr));
}

ExprBindings operands_of(const WrittenStep& step, Expr first, Expr second) {
    ExprBindings operands;
    operands.slots[0] = first, operands.slots[1] = second;
    operands.subject = step.expr;
    return operands;
}

}  // namespace

const StepLaw& step_law(Kind kind) {
    static const Laws laws;
    return laws.by_kind[std::size_t(kind)];
}

Expr step_value(Pool& pool, const WrittenStep& step, Expr first, Expr second) {
    if (step.operands() == 0) return canonical(pool, step.expr);
    if (step.kind == Kind::pair) return canonical(pool, pair_of(pool, step, first, second));
    return step_law(step.kind).value.build(pool, operands_of(step, first, second));
}

Expr step_partial(Pool& pool, const WrittenStep& step, Expr first, Expr second, bool by_second) {
    if (step.kind != Kind::pair) {
        const StepLaw& law = step_law(step.kind);
        return (by_second ? law.by_second : law.by_first).build(pool, operands_of(step, first, second));
    }
    const Expr pair = pair_of(pool, step, first, second);
    if (pool.op(pair) != Op::piecewise) return operand_differential(pool, pair, by_second ? 1 : 0, one);
    const Expr parts[] = {by_second ? zero : one, by_second ? one : zero};
    return piecewise_differential(pool, pair, parts);
}

}  // namespace pdiff
