// Numbers, constants, sums, products and powers.
#include "numeric/power.hpp"
#include "numeric/steps.hpp"

namespace pdiff {
void step_number(const Context& context, Value& result) {
    set(result.exact, context.tape.pool->number(context.expr()));
    result.is_exact = true;
    result.status = Status::defined;
    enclose_exact(result, context.precision);
}

void step_symbol(const Context& context, Value& result) {
    if (!context.args().empty()) {
        result = context.arg(0);
    } else if (result.status != Status::defined) {
        fail(context, result, Status::unknowable);
    }
}

void step_pi(const Context& context, Value& result) {
    arb_const_pi(result.ball, context.precision);
    result.status = Status::defined;
}

void step_euler(const Context& context, Value& result) {
    arb_const_e(result.ball, context.precision);
    result.status = Status::defined;
}

void step_unknowable(const Context& context, Value& result) { fail(context, result, Status::unknowable); }

void step_sum(const Context& context, Value& result) {
    if (!take_operands(context, result)) return;
    const auto args = context.args();
    Value total = context.arg(0);
    for (std::size_t i = 1; i + 1 < args.size(); i += 2) {
        add_multiple(total, context.arg(i), context.arg(i + 1), context.precision);
    }
    if (total.is_exact) {
        enclose_exact(total, context.precision);
    } else {
        settle(total);
    }
    if (total.status != Status::defined) return fail(context, result, total.status);
    result = std::move(total);
}

void factor(const Context& context, Value& result, std::uint32_t base, std::uint32_t exponent) {
    if (context.tape.op(base) == Op::euler) {
        arb_exp(result.ball, context.values[exponent].ball, context.precision);
        return settle(result);
    }
    raise(result, context.values[base], context.values[exponent], context.precision);
}

void step_product(const Context& context, Value& result) {
    if (!take_operands(context, result)) return;
    const auto args = context.args();
    Value total = context.arg(0), part;
    Status worst = Status::defined;
    for (std::size_t i = 1; i + 1 < args.size(); i += 2) {
        factor(context, part, args[i], args[i + 1]);
        worst = std::max(worst, part.status);
        if (worst == Status::defined) multiply(total, part, context.precision);
    }
    if (worst != Status::defined) return fail(context, result, worst);
    if (total.is_exact) {
        enclose_exact(total, context.precision);
    } else {
        settle(total);
    }
    if (total.status != Status::defined) return fail(context, result, total.status);
    result = std::move(total);
}

void step_power(const Context& context, Value& result) {
    if (!take_operands(context, result)) return;
    factor(context, result, context.args()[0], context.args()[1]);
    if (result.status != Status::defined) fail(context, result, result.status);
}

}  // namespace pdiff
