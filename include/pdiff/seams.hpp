// Derivatives where a function is stitched together: at 0 of abs(x), at the ties of max, between two pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "pdiff/expr.hpp"

namespace pdiff {

// The sign of a constant, where it can be decided; the numeric layer has one.
using SignOracle = std::optional<int> (*)(Pool& pool, Expr constant);

enum class Existence : std::uint8_t { exists, none, undecided };

struct SeamDerivative {
    Existence existence = Existence::undecided;
    Expr value{};  // when it exists
};

// ∂ⁿf/∂xⁿ at symbols = values, from both sides: with x = x0 + t each non-smooth function is replaced by the branch that
// it takes for small t > 0, then for small t < 0; f is n times differentiable there exactly if the value and the first
// n derivatives of both replacements agree with each other, and the value with f's own.
SeamDerivative derivative_at_seam(Pool& pool, Expr f, Expr x, std::size_t order, std::span<const Expr> symbols,
                                  std::span<const Expr> values, SignOracle sign);

// A derivative ∂f/∂x that was made by the rules, completed at the seams x = c where it is seen to exist: `closed` also
// holds there, and `conditions` are those that remain.
struct ClosedDerivative {
    Expr closed{};
    std::vector<Expr> conditions;
};
ClosedDerivative close_seams(Pool& pool, Expr f, Expr x, Expr derivative, std::span<const Expr> conditions,
                             SignOracle sign);

}  // namespace pdiff
