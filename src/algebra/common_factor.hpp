// A factor that all terms of a sum share, in front of it.
#pragma once

#include <optional>

#include "expr/small_vector.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// A term as (base, exponent) pairs, its coefficient aside: at least one.
SmallVector<Pair> factors_of_term(const Pool& pool, Expr term);

struct CommonFactor {
    Expr factor;
    Expr rest;  // the sum without it
};

// 2*x*exp(x) + x^2*exp(x) as x*exp(x) and 2 + x. Only where more than names and numbers is shared: polynomials stay
// expanded. Of powers the smallest comes out, so the rest has no denominators of what is shared.
std::optional<CommonFactor> common_factor(Pool& pool, Expr sum);

}  // namespace pdiff
