// Exact values of functions: at rational numbers, at multiples of pi, and where the function table lists them.
#pragma once

#include <optional>

#include "pdiff/expr.hpp"

namespace pdiff {

// The value of a call whose arguments hold no variable, where it has an exact one.
// Throws Error{undefined} where the arguments are outside the function's domain: log(0).
std::optional<Expr> exact_value(Pool& pool, Expr call);

// f(-u) as ±f(u), abs(-3*u) as 3*abs(u): what a sign or a number in front of the argument allows.
struct MovedOut {
    Expr coefficient;
    Expr call;
};
std::optional<MovedOut> move_out(Pool& pool, Expr call);

}  // namespace pdiff
