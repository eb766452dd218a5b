#include "numeric/steps.hpp"

namespace pdiff {
namespace {

struct Row {
    Op op;
    void (*evaluate)(const Context& context, Value& result);
};

constexpr Row rows[] = {
    {Op::number, step_number},
    {Op::symbol, step_symbol},
    {Op::pi, step_pi},
    {Op::euler, step_euler},
    {Op::infinity, step_unknowable},
    {Op::truth, step_truth},
    {Op::sum, step_sum},
    {Op::product, step_product},
    {Op::power, step_power},
    {Op::call, step_call},
    {Op::function_name, step_unknowable},
    {Op::derived_name, step_unknowable},
    {Op::apply, step_apply},
    {Op::diff, step_unknowable},
    {Op::piecewise, step_piecewise},
    {Op::vector, step_unknowable},
    {Op::less, step_comparison},
    {Op::less_equal, step_comparison},
    {Op::equal, step_comparison},
    {Op::not_equal, step_comparison},
    {Op::is_integer, step_is_integer},
    {Op::logic_and, step_and},
    {Op::logic_or, step_or},
    {Op::logic_not, step_not},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        if (rows[i].op != static_cast<Op>(i)) return false;
    }
    return std::size(rows) == std::size_t(Op::logic_not) + 1;
}
static_assert(in_order());

}  // namespace

void evaluate_step(const Tape& tape, std::uint32_t position, std::vector<Value>& values, slong precision) {
    Value& result = values[position];
    if (result.status == Status::undefined) return;
    if (result.status == Status::defined && is_condition(tape.op(position))) return;
    if (result.is_exact) return enclose_exact(result, precision);
    rows[std::size_t(tape.op(position))].evaluate({tape, position, values, precision}, result);
}

}  // namespace pdiff
