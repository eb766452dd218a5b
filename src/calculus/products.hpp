// The product rule for any number of factors: all products that leave one factor out, in linear time.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Up to this many factors n flat products of n factors cost no more than sharing.
inline constexpr std::size_t short_product = 24;

// For each (base, exponent) of a product that `wanted` marks: the coefficient times all other factors.
// Short products come out flat; of long ones the beginnings and ends are shared.
std::vector<Expr> cofactors(Pool& pool, Expr product, const std::vector<bool>& wanted);

}  // namespace pdiff
