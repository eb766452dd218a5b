// Rational powers of positive numbers: 8^(1/2) is 2*2^(1/2).
#pragma once

#include <optional>
#include <vector>

#include "pdiff/number.hpp"

namespace pdiff {

// coefficient * Π base^exponent with 0 < exponent < 1. Bases up to 10^6 are primes; of a larger one only the prime
// factors below 1000 are split off, so no input makes us factor a large number.
struct Radical {
    struct Factor {
        Number base;
        Number exponent;
    };
    Number coefficient = 1;
    std::vector<Factor> factors;
};
// Nothing where the coefficient would exceed `max_bits`.
std::optional<Radical> radical(const Number& base, const Number& exponent, std::size_t max_bits);

// value = root^n * rest with the largest root that the small primes give.
struct PowerPart {
    Number root = 1;
    Number rest = 1;
};
PowerPart power_part(const Number& value, std::uint32_t n);

}  // namespace pdiff
