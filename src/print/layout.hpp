// Two-dimensional text: fractions with bars, raised exponents, tall brackets.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pdiff::printing {

// Markup, in bytes that no name contains:
//   1 numerator 2 denominator 3    4 raised 5    6 under a root 7
//   14 bracket ... 15 bracket      18 cell 16 cell 17 cell (next row) 19
// Appends lines without blanks at their ends, separated by newlines. Throws Error{limit}.
void lay_out(std::string_view markup, std::size_t limit, std::string& out);

}  // namespace pdiff::printing
