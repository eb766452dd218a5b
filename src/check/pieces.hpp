// Proof on the connected pieces of the real line where two functions of one variable are defined: equal derivatives and
// one common value, or equal squares and one common sign.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pdiff/check.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// The steps of the proof that f and g are equal wherever both are defined; nothing where it is not found.
std::optional<std::vector<ProofStep>> prove_by_pieces(Pool& pool, Expr f, Expr g);

}  // namespace pdiff
