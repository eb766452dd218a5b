// Sums of logarithms that are zero because a product is 1.
#pragma once

#include <optional>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// What is left of f without groups of terms c1*w*log(a) + c2*w*log(b) + ... whose product a^(2*n*c1)*b^(2*n*c2)*... is
// to be 1; the differences from 1 are added to `zeros`. Nothing where no term has a logarithm.
std::optional<Expr> without_logarithms(Pool& pool, Expr f, std::vector<Expr>& zeros);

}  // namespace pdiff
