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

// The same of one sum, with nothing in front yet.
std::optional<std::int64_t> characters_saved_inside(const Pool& pool, Expr sum, const Content& content);

// How many digits an integer is written with.
std::int64_t digits(const Number& n);

}  // namespace pdiff
