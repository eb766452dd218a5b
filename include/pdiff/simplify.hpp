// The always-on simplification: exact values, parity and the table of identities, in one pass over the canonical form.
#pragma once

#include <span>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// An expression equal to f wherever both are defined over the reals: identities and exact values applied, and what all
// terms of a sum share in front of it.
Expr simplify(Pool& pool, Expr f);
// All of them in one pass over what they share.
std::vector<Expr> simplify(Pool& pool, std::span<const Expr> roots);

// Without common factors in front: for what will be differentiated again, where nested products would multiply.
Expr rewrite(Pool& pool, Expr f);

}  // namespace pdiff
