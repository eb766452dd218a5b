// How long an expression is to read.
#pragma once

#include <compare>
#include <cstddef>
#include <string>

#include "pdiff/expr.hpp"
#include "pdiff/print.hpp"

namespace pdiff {

// Compared in this order.
struct Measure {
    std::size_t length = 0;      // characters of the plain print without blanks
    std::size_t operations = 0;  // as a tree
    friend auto operator<=>(const Measure&, const Measure&) = default;
};

struct MeasureScratch {
    Printer printer;
    std::string text;
};

Measure measure(const Pool& pool, Expr f, MeasureScratch& scratch);

}  // namespace pdiff
