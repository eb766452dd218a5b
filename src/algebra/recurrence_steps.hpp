// The rows of recurrences.hpp, parsed on first use.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pdiff/expr.hpp"
#include "rewrite/template.hpp"

namespace pdiff {

inline constexpr std::size_t no_argument = SIZE_MAX;

// A row, ready for use. The letters of `to`: those of the row, then the function at the parameter, and at one less.
struct RecurrenceStep {
    Function function{};
    std::size_t shifted = 0;             // which parameter
    std::vector<std::size_t> arguments;  // of the letters u, v, n: which argument, or none
    Template to;
    bool looks_back = false;
    std::optional<Number> start;
};

// Those that have a row, found without parsing it.
const std::bitset<128>& recurrent_functions();

// Null where there is no row.
const RecurrenceStep* recurrence_of(Function f);
const RecurrenceStep* reflection_of(Function f);

// The call with another argument in one place, in canonical form.
Expr with_argument(Pool& pool, Expr call, std::size_t place, Expr argument);

}  // namespace pdiff
