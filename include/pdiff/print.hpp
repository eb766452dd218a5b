// Expression to text, in each format that people and programs read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pdiff/expr.hpp"

namespace pdiff {

enum class Format : std::uint8_t { plain, unicode, pretty, latex, mathml, sympy, maxima, mathematica, giac };

struct PrintOptions {
    Format format = Format::plain;
    bool decimals = false;  // terminating rationals as decimals: 0.3 for 3/10
    bool share = false;     // what occurs more than once as a definition: "t1 = ...; ..." (plain only)
};

// Deterministic: depends on the structure alone. `plain` is valid input that means the same.
// Throws Error{limit} past the pool's limit of output bytes.
std::string print(const Pool& pool, Expr f, const PrintOptions& options = {});

// "plain", "latex", ...
std::optional<Format> find_format(std::string_view name);

}  // namespace pdiff
