// Where expressions have real values, as conditions.
#pragma once

#include <span>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Conditions under which all of `roots` have real values, simplified, each once: of the functions (u > 0 for log(u)),
// of roots and of negative and symbolic exponents. Those of a branch of a piecewise expression are left out, for they
// count only where the branch is taken.
std::vector<Expr> domain_conditions(Pool& pool, std::span<const Expr> roots);

}  // namespace pdiff
