// Functions of the table, and the derivatives of them that have no closed form.
#include <algorithm>

#include "numeric/ball_functions.hpp"
#include "numeric/exact_functions.hpp"
#include "numeric/parameter_derivatives.hpp"
#include "numeric/steps.hpp"

namespace pdiff {
namespace {

// Arguments side by side, as FLINT and the exact functions want them; the balls are borrowed, not copied.
struct Arguments {
    explicit Arguments(const Context& context, std::size_t first = 0) {
        for (const std::uint32_t position : context.args().subspan(first)) {
            const Value& v = context.values[position];
            balls.push_back(*static_cast<const arb_struct*>(v.ball));
            values.push_back(&v);
            exact.push_back(&v.exact);
            all_exact = all_exact && v.is_exact;
        }
    }

    std::vector<arb_struct> balls;
    std::vector<const Value*> values;
    std::vector<const Rational*> exact;
    bool all_exact = true;
};

bool small_enough(std::span<const Value* const> values) {
    return std::ranges::all_of(values, [](const Value* v) { return bits(v->exact) <= 2 * max_exact_bits; });
}

}  // namespace

void step_call(const Context& context, Value& result) {
    if (!take_operands(context, result)) return;
    const Function f = context.tape.pool->function(context.expr());
    const Arguments args(context);
    if (args.all_exact && small_enough(args.values)) {
        Rational exact;
        if (evaluate_exactly(exact, f, args.exact)) return set_exact(result, exact, context.precision);
    }
    evaluate_ball(result.ball, f, args.balls.data(), slong(args.balls.size()), context.precision);
    settle(result);
    if (result.status == Status::defined) return;
    const bool undefined = in_domain(f, args.values, context.precision) == std::optional(false);
    fail(context, result, undefined ? Status::undefined : Status::undecided);
}

void step_apply(const Context& context, Value& result) {
    if (!take_operands(context, result, 1)) return;
    const Pool& pool = *context.tape.pool;
    const Expr name = pool.args(context.expr())[0];
    if (pool.op(name) != Op::derived_name) return fail(context, result, Status::unknowable);
    const auto derived = pool.args(name);
    const Arguments args(context, 1);
    const auto known = find_function(pool.name(derived[0]), args.balls.size());
    const auto positions = derived.subspan(1);
    if (!known || !std::ranges::all_of(positions, [](Expr p) { return p == one; })) {
        return fail(context, result, Status::unknowable);
    }
    parameter_derivative(result.ball, *known, slong(positions.size()), args.balls.data(), slong(args.balls.size()),
                         context.precision);
    settle(result);
    if (result.status != Status::defined) fail(context, result, result.status);
}

}  // namespace pdiff
