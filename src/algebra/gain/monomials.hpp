// A small polynomial arithmetic in doubles: enough to count what a product of brackets comes to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "expr/small_vector.hpp"

namespace pdiff {

inline constexpr std::size_t most_unknowns = 12;

struct Monomial {
    static constexpr std::size_t lanes = 16;  // what is added at once

    std::int16_t exponents[lanes];  // of the unknowns in any unit, and modulo 2^16: any number will do beyond
    double coefficient;

    void multiply(const Monomial& other) {
        for (std::size_t k = 0; k < lanes; ++k)
            exponents[k] = static_cast<std::int16_t>(exponents[k] + other.exponents[k]);
        coefficient *= other.coefficient;
    }
    void raise(std::size_t unknown, std::int32_t by) {
        exponents[unknown] = static_cast<std::int16_t>(exponents[unknown] + by);
    }
    // Alike for like terms alone, but for one chance in 2^64; 0 without unknowns.
    std::uint64_t mark() const;
};
using Monomials = SmallVector<Monomial, 24>;

// What cancels is left out.
Monomials with_like_terms_merged(const Monomials& terms);

// The smallest coefficient, where all are multiples of it: it is written once, in front. Else 1.
double common_coefficient(std::span<const Monomial> terms);

}  // namespace pdiff
