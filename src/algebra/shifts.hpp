// Functions whose parameters differ by integers, in terms of one of them or of two neighbours: for a proof, fewer
// functions are better.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// f by the rows of recurrences.hpp. Of the functions that belong together the one with the lowest parameter stays, for
// it has a value nowhere but where f has; differences beyond a bound are left alone.
Expr with_shifts_joined(Pool& pool, Expr f);

}  // namespace pdiff
