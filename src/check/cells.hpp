// Proof by cases: in each cell of a division of the space by the signs of factors, roots, logarithms, absolute values
// and pieces become expressions for which the normal form decides.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pdiff/check.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

struct CellProof {
    std::vector<ProofStep> cells;  // one a cell in which all is defined
    std::vector<Expr> boundaries;  // where a factor is 0 the two may still differ: it jumps there
};

// f and g are equal in every open cell in which they and all of `within` are defined and the `conditions` hold; nothing
// where that is not shown, or no such cell was met.
std::optional<CellProof> prove_by_cells(Pool& pool, Expr f, Expr g, std::span<const Expr> within,
                                        std::span<const Expr> conditions);

}  // namespace pdiff
