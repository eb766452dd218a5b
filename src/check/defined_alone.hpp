// Where one of two expressions alone is defined, told by the signs of the factors of their conditions.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pdiff/evaluate.hpp"

namespace pdiff {

// What else must have values and hold at the points that count, and one of the points.
struct AloneSearch {
    std::span<const Expr> within, conditions;
    std::span<const Binding> known;
};

// A condition under which f is defined and g is not, where their domains are what `of_f` and `of_g` say. Each of its
// parts has a point that was found.
std::optional<Expr> defined_alone(Pool& pool, Expr f, Expr g, std::span<const Expr> of_f, std::span<const Expr> of_g,
                                  const AloneSearch& search);

}  // namespace pdiff
