// Vectors written with unit vectors: a*i + b*j + c*k.
#pragma once

#include <span>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// What stands in front of each unit; nothing where `value` is no sum of multiples of them.
std::vector<Expr> components(Pool& pool, Expr value, std::span<const Expr> units);

}  // namespace pdiff
