// The real line divided wherever conditions on one variable may begin or cease to hold.
#pragma once

#include <optional>
#include <span>

#include "pdiff/real_roots.hpp"

namespace pdiff {

// At the zeros of what the `conditions` compare, of `also`, and at the bounds that are assumed of x: between those the
// division is complete. Nothing where the zeros are not those of polynomials in x.
std::optional<DividedLine> divide_line_by(Pool& pool, std::span<const Expr> conditions, std::span<const Expr> also,
                                          Expr x);

// Whether a function occurs that may jump inside its domain.
bool has_jumps(const Pool& pool, std::span<const Expr> roots);

}  // namespace pdiff
