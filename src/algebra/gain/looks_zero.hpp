// Whether an expression may be zero everywhere, at a glance: then a proof is worth its time.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Of a large sum, or a product with a sum among its factors: the terms cancel in double precision; of roots and powers
// alone also where none of a few points has a value. `order` as reachable() gives it.
bool looks_zero(const Pool& pool, Expr f, const std::vector<Expr>& order);

}  // namespace pdiff
