// What each step of a written function computes, and its partial derivatives by its operands.
#pragma once

#include "check/formula.hpp"
#include "check/written.hpp"

namespace pdiff {

// In the letters u and v, the operands.
struct StepLaw {
    Formula value, by_first, by_second;
};

// Of a step with operands, but for a pair.
const StepLaw& step_law(WrittenStep::Kind kind);

// In canonical form, for operands that are so; without operands, those it has.
Expr step_value(Pool& pool, const WrittenStep& step, Expr first, Expr second);
// The partial derivative by the first operand, or the second.
Expr step_partial(Pool& pool, const WrittenStep& step, Expr first, Expr second, bool by_second);

}  // namespace pdiff
