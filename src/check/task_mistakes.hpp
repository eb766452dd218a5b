// Mistakes about the whole task: the function instead of its derivative, another variable, another order.
#pragma once

#include <span>
#include <vector>

#include "check/mistake_table.hpp"
#include "pdiff/mistakes.hpp"

namespace pdiff {

struct TaskMistake {
    const MistakeRow* row;
    Expr answer;  // what it makes
};

// What each row makes of this question. Some depend on the answer that was given; `given` may be the right one.
std::vector<TaskMistake> task_mistakes_of(Pool& pool, const Question& question, Expr right, Expr given);

// f = 0 of the equation f.
Expr left_of_zero(Pool& pool, Expr f);

}  // namespace pdiff
