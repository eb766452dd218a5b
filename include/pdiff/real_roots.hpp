// The real line divided at the real roots of polynomials.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

struct DividedLine {
    std::vector<std::optional<Number>> roots;  // ascending, each once; nothing for one that is irrational
    std::vector<Number> between;               // one in each piece: below all roots, between two, above all
};

// By the roots of all `polynomials` in x, which must be sums of products with rational coefficients; nothing where they
// are not, or too large.
std::optional<DividedLine> divide_line(Pool& pool, std::span<const Expr> polynomials, Expr x);

}  // namespace pdiff
