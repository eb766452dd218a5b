// By how much a product gets shorter with the contents of its brackets in front, counted without printing it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "algebra/forms/bracket_content.hpp"

namespace pdiff {

// Characters; nothing where that is not seen at once. `contents`: of each factor; `names`: more of it than the number.
std::optional<std::int64_t> characters_saved(Pool& pool, Expr coefficient, std::span<const Pair> factors,
                                             std::span<const Content> contents, bool names);

// By how much a sum gets shorter without its content, and whether there is a fraction among its terms.
struct Saving {
    std::int64_t characters = 0;
    bool fraction_before = false, fraction_after = false;
};
Saving saved_inside(const Pool& pool, Expr sum, const Content& content);

// How many digits an integer is written with.
std::int64_t digits(const Number& n);

}  // namespace pdiff
