#include "calculus/differential.hpp"

#include <algorithm>
#include <vector>

#include "calculus/laws.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

Expr apply_law(Pool& pool, Law law, std::size_t operand, Expr base, Expr exponent, Expr d) {
    const Expr values[] = {base, exponent, d};
    return power_law(law, operand).formula.instantiate(pool, values);
}

// D[..., i](f)(args): one more derivative, positions from 1 and ascending.
Expr symbolic_partial(Pool& pool, Expr f, std::size_t i) {
    const bool known = pool.op(f) == Op::call;
    const std::vector<Expr> args(pool.args(f).begin(), pool.args(f).end());
    std::vector<Expr> positions;
    Expr head = known ? pool.function_name(name(pool.function(f))) : args[0];
    if (pool.op(head) == Op::derived_name) {
        positions.assign(pool.args(head).begin() + 1, pool.args(head).end());
        head = pool.args(head)[0];
    }
    positions.push_back(pool.number(static_cast<std::int64_t>(i) + 1));
    std::ranges::sort(positions, [&](Expr a, Expr b) { return pool.number(a) < pool.number(b); });
    positions.insert(positions.begin(), head);
    std::vector<Expr> applied(args.begin() + (known ? 0 : 1), args.end());
    applied.insert(applied.begin(), pool.make(Op::derived_name, positions));
    return pool.make(Op::apply, applied);
}

// max and min of any number of arguments: the row's law for one argument against the extreme of all others.
Expr extreme_differential(Pool& pool, Expr f, std::size_t i, Expr d) {
    const Function function = pool.function(f);
    std::vector<Expr> others(pool.args(f).begin(), pool.args(f).end());
    const Expr mine = others[i];
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const Expr rest = others.size() == 1 ? others[0] : call(pool, function, others);
    const Expr values[] = {mine, rest, d};
    return function_law(function, 0).formula.instantiate(pool, values);
}

constexpr int condition_depth = 200;  // a condition nested deeper claims nothing

// The interior of a condition: where it holds on a neighbourhood too.
Expr interior(Pool& pool, Expr condition, int depth = 0) {
    if (depth > condition_depth) return truth_false;
    const std::vector<Expr> args(pool.args(condition).begin(), pool.args(condition).end());
    switch (pool.op(condition)) {
        case Op::less_equal:
            return pool.make(Op::less, args);
        case Op::equal:
        case Op::is_integer:
            return truth_false;
        case Op::logic_and:
        case Op::logic_or: {
            SmallVector<Expr> parts;
            for (const Expr a : args) parts.push_back(interior(pool, a, depth + 1));
            return rebuild(pool, pool.op(condition), parts);
        }
        case Op::logic_not: {
            // De Morgan, so that the interior is taken of plain conditions.
            const Expr inner = args[0];
            const Op op = pool.op(inner);
            if (op != Op::logic_and && op != Op::logic_or) return condition;
            SmallVector<Expr> parts;
            const std::vector<Expr> conditions(pool.args(inner).begin(), pool.args(inner).end());
            for (const Expr a : conditions)
                parts.push_back(interior(pool, rebuild(pool, Op::logic_not, {&a, 1}), depth + 1));
            return rebuild(pool, op == Op::logic_and ? Op::logic_or : Op::logic_and, parts);
        }
        default:
            return condition;
    }
}

Expr both(Pool& pool, Expr a, Expr b) {
    const Expr args[] = {a, b};
    return rebuild(pool, Op::logic_and, args);
}

}  // namespace

Law power_rule(Expr base, bool base_varies, bool exponent_varies) {
    if (!exponent_varies) return Law::power;
    if (base == euler) return Law::exponential_e;
    return base_varies ? Law::general_power : Law::exponential;
}

Expr power_differential(Pool& pool, Expr base, Expr exponent, Expr d_base, Expr d_exponent) {
    if (exponent == one && d_exponent == zero) return d_base;
    const Law law = power_rule(base, d_base != zero, d_exponent != zero);
    if (law == Law::power && pool.is_number(exponent)) {  // the row for a number in one step: most powers are these
        const Pair powers[] = {{base, pool.number(pool.number(exponent) - Number(1))}, {d_base, one}};
        return product_of_powers(pool, exponent, powers);
    }
    if (law == Law::power) return apply_law(pool, law, 0, base, exponent, d_base);
    if (law != Law::general_power) return apply_law(pool, law, 1, base, exponent, d_exponent);
    return sum(pool,
               {apply_law(pool, law, 0, base, exponent, d_base), apply_law(pool, law, 1, base, exponent, d_exponent)});
}

Expr operand_differential(Pool& pool, Expr f, std::size_t i, Expr d) {
    if (pool.op(f) == Op::apply) return product(pool, {symbolic_partial(pool, f, i), d});
    const Function function = pool.function(f);
    if (arity(row(function).parameters).variadic) return extreme_differential(pool, f, i, d);
    const PartialLaw& law = function_law(function, i);
    if (law.kind == PartialLaw::Kind::zero) return zero;
    if (law.kind == PartialLaw::Kind::symbolic) return product(pool, {symbolic_partial(pool, f, i), d});
    SmallVector<Expr> values;
    for (const Expr a : pool.args(f)) values.push_back(a);
    values.push_back(d);
    return law.formula.instantiate(pool, values);
}

Expr piecewise_differential(Pool& pool, Expr f, std::span<const Expr> values) {
    const std::vector<Expr> args(pool.args(f).begin(), pool.args(f).end());
    SmallVector<Expr> branches;
    Expr before = truth_true;  // strictly outside every earlier condition
    for (std::size_t i = 0, k = 0; i < args.size(); i += 2, ++k) {
        const bool otherwise = i + 1 == args.size();
        const Expr own = otherwise ? truth_true : interior(pool, args[i]);
        const Expr condition = both(pool, own, before);
        branches.push_back(condition);
        branches.push_back(values[k]);
        if (!otherwise) before = both(pool, before, interior(pool, rebuild(pool, Op::logic_not, {&args[i], 1})));
    }
    return rebuild(pool, Op::piecewise, branches);
}

}  // namespace pdiff
