// How long an expression is to read.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include "pdiff/expr.hpp"
#include "pdiff/print.hpp"

namespace pdiff {

// Compared in this order.
struct Measure {
    std::size_t length = 0;      // characters of the plain print without blanks, and more for a fraction in a fraction
    std::size_t operations = 0;  // as a tree
    std::size_t minuses = 0;     // at the beginning of a bracket
    friend auto operator<=>(const Measure&, const Measure&) = default;
};

struct MeasureScratch {
    Printer printer;
    std::string text;
    struct Open {
        bool reading;                                  // a bracket, not the argument of a function nor an exponent
        bool divides = false, holds_fraction = false;  // of the product that is read
        bool has_fraction = false;                     // of the terms before
    };
    std::vector<Open> open;
};

Measure measure(const Pool& pool, Expr f, MeasureScratch& scratch);

}  // namespace pdiff
