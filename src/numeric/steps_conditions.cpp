// Comparisons, logic and piecewise: decided where the enclosures decide, by exact values where they touch.
#include "numeric/steps.hpp"

namespace pdiff {
namespace {

void conclude(const Context& context, Value& result, std::optional<bool> truth) {
    if (!truth) return fail(context, result, Status::undecided);
    result.status = Status::defined;
    result.truth = *truth;
}

// The sign of a - b.
std::optional<int> order(const Value& a, const Value& b) {
    if (&a == &b) return 0;
    if (a.is_exact && b.is_exact) {
        const int c = fmpq_cmp(a.exact, b.exact);
        return (c > 0) - (c < 0);
    }
    if (arb_lt(a.ball, b.ball)) return -1;
    if (arb_gt(a.ball, b.ball)) return 1;
    if (arb_is_exact(a.ball) && arb_is_exact(b.ball)) return arf_cmp(arb_midref(a.ball), arb_midref(b.ball));
    return {};
}

std::optional<bool> compare(Op op, const Value& a, const Value& b) {
    const std::optional<int> c = order(a, b);
    switch (op) {
        case Op::less:
            if (!c && arb_ge(a.ball, b.ball)) return false;
            return c ? std::optional(*c < 0) : std::nullopt;
        case Op::less_equal:
            if (!c && arb_le(a.ball, b.ball)) return true;
            return c ? std::optional(*c <= 0) : std::nullopt;
        case Op::equal:
            return c ? std::optional(*c == 0) : std::nullopt;
        default:
            return c ? std::optional(*c != 0) : std::nullopt;
    }
}

// Decided as soon as one operand is `decisive`, whatever the others are.
void logic(const Context& context, Value& result, bool decisive) {
    const Value* open = nullptr;
    for (const std::uint32_t position : context.args()) {
        const Value& v = context.values[position];
        if (v.status == Status::defined && v.truth == decisive) return conclude(context, result, decisive);
        // One that has no value proves nothing while another may still decide.
        if (v.status != Status::defined && (!open || v.status < open->status)) open = &v;
    }
    if (!open) return conclude(context, result, !decisive);
    result.status = open->status;
    result.cause = open->cause;
}

}  // namespace

void step_truth(const Context& context, Value& result) { conclude(context, result, context.expr() == truth_true); }

void step_comparison(const Context& context, Value& result) {
    if (!take_operands(context, result)) return;
    const Op op = context.tape.op(context.position);
    conclude(context, result, compare(op, context.arg(0), context.arg(1)));
}

void step_is_integer(const Context& context, Value& result) {
    if (!take_operands(context, result)) return;
    const Value& u = context.arg(0);
    if (u.is_exact) return conclude(context, result, bool(fmpz_is_one(fmpq_denref(u.exact))));
    if (arb_is_exact(u.ball)) return conclude(context, result, bool(arb_is_int(u.ball)));
    if (!arb_contains_int(u.ball)) return conclude(context, result, false);
    fail(context, result, Status::undecided);
}

void step_and(const Context& context, Value& result) { logic(context, result, false); }
void step_or(const Context& context, Value& result) { logic(context, result, true); }

void step_not(const Context& context, Value& result) {
    if (!take_operands(context, result)) return;
    conclude(context, result, !context.arg(0).truth);
}

void step_piecewise(const Context& context, Value& result) {
    const auto args = context.args();
    std::size_t i = 0;
    for (; i + 1 < args.size(); i += 2) {
        const Value& condition = context.arg(i);
        if (condition.status != Status::defined) {
            result.status = condition.status;
            result.cause = condition.cause;
            return;
        }
        if (condition.truth) break;
    }
    if (i >= args.size()) return fail(context, result, Status::undefined);
    result = context.arg(i + 1 < args.size() ? i + 1 : i);
}

}  // namespace pdiff
