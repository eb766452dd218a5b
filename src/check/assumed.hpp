// What a pool assumes of variables, as conditions that points have to fulfil.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Where they hold all that is assumed holds; at the very edge of a bound that is no integer they may not.
std::vector<Expr> assumed_conditions(Pool& pool);

}  // namespace pdiff
