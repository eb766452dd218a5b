// Ranges of variables: "x=-2:2,y=-pi:pi", or with a number of points behind, "x=0:1:5".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff::cli {

struct Range {
    Expr symbol{};
    Expr from{}, to{};      // constants, from < to
    std::size_t count = 0;  // of points; 0 where the text does not say
};

// Throws Error{usage} for `option` where the text is no list of ranges.
std::vector<Range> parse_ranges(Pool& pool, std::string_view text, std::string_view option);

}  // namespace pdiff::cli
