// Which functions an expression holds, at a glance: what most rules are passed over by.
#pragma once

#include <cstdint>

#include "pdiff/expr.hpp"

namespace pdiff {

// The functions that occur as terms or factors; one bit a function, and the few that share one only cost time.
struct Shape {
    std::uint64_t any = 0;
    std::uint64_t powers = 0;  // several times in one term, or in a square or another power
    std::uint64_t terms = 0;   // in several terms
    static std::uint64_t bit(Function f) { return std::uint64_t{1} << (static_cast<unsigned>(f) % 64); }
    bool covers(const Shape& needed) const {
        return ((needed.any & ~any) | (needed.powers & ~powers) | (needed.terms & ~terms)) == 0;
    }
};

Shape shape(const Pool& pool, Expr f);

}  // namespace pdiff
