// Wrong algebra in an expression: each place where one of the laws that do not hold could have been used.
#pragma once

#include <vector>

#include "check/mistake_rules.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

struct AlgebraMistake {
    const MistakeRow* row;
    Expr place;  // as written
    Expr value;  // the same in canonical form
    Expr found;  // what it was taken for
    Expr whole;  // the whole expression with that in it
    ExprBindings letters;
};

// `typed` as in written_steps.
std::vector<AlgebraMistake> algebra_mistakes_in(Pool& pool, Expr f, bool typed);

}  // namespace pdiff
