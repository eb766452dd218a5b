// Numbers as typed, read exactly.
#pragma once

#include <string_view>

#include "pdiff/limits.hpp"
#include "pdiff/number.hpp"

namespace pdiff {

struct Literal {
    Number value;
    bool decimal;  // it has a point or an exponent
};

// "12", "2.5", ".5", "1e-3". Throws Error{limit} without a span.
Literal read_literal(std::string_view text, const Limits& limits);

// "²", "⁻¹", "¹⁰".
Number read_superscript(std::string_view text);

}  // namespace pdiff
