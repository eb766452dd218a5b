// How long an expression is to read.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
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

constexpr std::size_t compound_fraction = 6;  // what (1/x + 1)/y costs beyond its characters

// For expressions of one pool that is not reset.
class MeasureScratch {
public:
    // From here on of a pool that may be another one, or was reset.
    void restart() { started_ = false; }

    // `text` is e as it is printed.
    void print(const Pool& pool, Expr e);

    std::string text;
    struct Open {
        bool reading;                                  // a bracket, not the argument of a function nor an exponent
        bool divides = false, holds_fraction = false;  // of the product that is read
        bool has_fraction = false;                     // of the terms before
    };
    std::vector<Open> open;

private:
    std::optional<Printer> printer_;  // from the first print on
    bool started_ = false;
};

Measure measure(const Pool& pool, Expr f, MeasureScratch& scratch);

}  // namespace pdiff
