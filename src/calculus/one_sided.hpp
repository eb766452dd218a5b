// A function for small t of one sign, with every non-smooth part replaced by the branch that it takes there.
#pragma once

#include <optional>

#include "pdiff/expr.hpp"
#include "pdiff/seams.hpp"

namespace pdiff {

// `side` is 1 for t > 0 and -1 for t < 0. Nothing where a branch could not be decided.
std::optional<Expr> one_sided(Pool& pool, Expr f, Expr t, int side, SignOracle sign);

}  // namespace pdiff
