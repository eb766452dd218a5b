// How much work one expression may cost. Limits count, they never time: the same input meets the same limit anywhere.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pdiff {

struct Limits {
    std::size_t line_bytes = 64u << 20;    // bytes of one input expression
    std::size_t name_bytes = 4096;         // bytes of one name
    std::size_t nesting = 10'000'000;      // open brackets at one place
    std::size_t operations = 10'000'000;   // distinct operations in a pool
    std::size_t memory = 2u << 30;         // bytes of a pool
    std::size_t work = 400'000'000;        // operations built and their operands, new or not
    std::size_t number_bits = 8u << 20;    // bits of a numerator or denominator
    std::size_t output_bytes = 16u << 20;  // bytes of one printed result
    std::size_t order = 1'000'000;         // order of a derivative
};

}  // namespace pdiff
