// How large a sum is as one fraction, counted in a small polynomial arithmetic of its own.
#pragma once

#include <cstddef>
#include <optional>

#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

struct TogetherSize {
    std::size_t now;       // factors in the sum as it stands
    std::size_t together;  // in the numerator multiplied out, over the common denominator
};

// Nothing where the numerator would be large, or together is seen to be more than so many eighths of now.
std::optional<TogetherSize> together_size(const Pool& pool, Survey& f, Expr sum, std::size_t eighths);

}  // namespace pdiff
