// The scalars that a vector or a matrix consists of.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// In order, those of its rows one after the other; f itself where it is no vector.
std::vector<Expr> scalars(const Pool& pool, Expr f);

// The entries of a vector, the rows of a matrix; f itself where it is no vector.
std::vector<Expr> entries(const Pool& pool, Expr f);

}  // namespace pdiff
