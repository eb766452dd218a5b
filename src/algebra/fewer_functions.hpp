// Functions written in terms of others: for a proof, fewer functions are better.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// f with the functions of definitional_rows.hpp replaced by what they stand for, after those of recurrences.hpp by
// their neighbours. Several expressions go together, as a vector.
Expr with_fewer_functions(Pool& pool, Expr f);

}  // namespace pdiff
