// Functions whose variables depend on each other: made functions of one of them, or bound by an equation.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// Every variable but t as a function of t: x is x(t).
Expr depending_on(Pool& pool, Expr f, Expr t);

// F of the equation F = 0: left - right, or f itself where it is no equation.
Expr level_function(Pool& pool, Expr f);

}  // namespace pdiff
