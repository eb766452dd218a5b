// Functions whose parameters differ by integers, in terms of one of them or of two neighbours: fewer functions are
// better for a proof, and may be shorter.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// f by the rows of recurrences.hpp. Of the functions that belong together the one with the lowest parameter stays, for
// it has a value nowhere but where f has; differences beyond a bound are left alone.
Expr with_shifts_joined(Pool& pool, Expr f);

// Whether such a function occurs more than once in `order`.
bool may_join_shifts(const Pool& pool, const std::vector<Expr>& order);

}  // namespace pdiff
