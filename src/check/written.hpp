// A function as it was written, in the steps in which a person differentiates it: each takes one or two operands.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

struct WrittenStep {
    enum class Kind : std::uint8_t {
        number,
        symbol,
        constant,
        add,
        subtract,
        negate,
        multiply,
        divide,
        power,
        call,   // of one argument, known or not
        pair,   // a function of two arguments, or two pieces
        other,  // without operands that are looked into
    };
    Kind kind = Kind::other;
    Expr expr{};               // as typed
    std::uint32_t first = 0;   // operands: earlier steps
    std::uint32_t second = 0;  // the same as `first` where there is but one
    std::uint32_t parent = 0;  // itself for the whole
    bool varies = false;       // depends on the variable
    bool has_others = false;   // on another symbol

    std::size_t operands() const {
        switch (kind) {
            case Kind::negate:
            case Kind::call:
                return 1;
            case Kind::add:
            case Kind::subtract:
            case Kind::multiply:
            case Kind::divide:
            case Kind::power:
            case Kind::pair:
                return 2;
            default:
                return 0;
        }
    }
};

// `a/b*c` is (a/b)*c. What is written twice is two steps. Nothing where there would be more than `limit`.
// A canonical graph has no order of its own: there, what is divided by comes last (`typed` false).
std::optional<std::vector<WrittenStep>> written_steps(Pool& pool, Expr f, Expr x, bool typed, std::size_t limit = 2000);

}  // namespace pdiff
