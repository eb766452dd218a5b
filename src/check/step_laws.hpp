// What each step of a written function computes, and its partial derivatives by its operands.
#pragma once

#include "check/formula.hpp"
#include "check/written.hpp"

namespace pdiff {

// In the letters u and v, the operands.
struct StepLaw {
    Formula value, by_first, by_second;
};

// Of a step with operands.
const StepLaw& step_law(WrittenStep::Kind kind);

}  // namespace pdiff
