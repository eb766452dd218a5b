// What is known of a value wherever it is defined: its bounds, and whether it is an integer.
#pragma once

#include <limits>

#include "pdiff/number.hpp"

namespace pdiff {

struct Range {
    // A number or, so that those of angles are exact, a multiple of pi; infinite where there is none.
    struct Bound {
        double value;
        bool open;  // not reached
        bool of_pi;
    };
    static constexpr double infinite = std::numeric_limits<double>::infinity();

    Bound low{-infinite, true, false};
    Bound high{infinite, true, false};
    bool integer = false;
    bool nonzero = false;  // beyond what the bounds say

    static constexpr Range closed(double low, double high) { return {{low, false, false}, {high, false, false}}; }
    static constexpr Range open(double low, double high) { return {{low, true, false}, {high, true, false}}; }
    static constexpr Range at_least(double low) { return {{low, false, false}, {infinite, true, false}}; }
    static constexpr Range above(double low) { return {{low, true, false}, {infinite, true, false}}; }
    static constexpr Range closed_turns(double low, double high) { return {{low, false, true}, {high, false, true}}; }
    static constexpr Range open_turns(double low, double high) { return {{low, true, true}, {high, true, true}}; }
    static constexpr Range not_zero() { return {.nonzero = true}; }
    static constexpr Range integers() { return {.integer = true}; }
    static Range of(const Number& n);

    bool is_nonnegative() const { return low.value >= 0; }
    bool is_nonpositive() const { return high.value <= 0; }
    bool is_nonzero() const { return nonzero || is_above_zero() || is_below_zero(); }
    bool is_positive() const { return is_nonnegative() && is_nonzero(); }
    bool is_negative() const { return is_nonpositive() && is_nonzero(); }
    bool is_empty() const;

private:
    bool is_above_zero() const { return low.value > 0 || (low.value == 0 && low.open); }
    bool is_below_zero() const { return high.value < 0 || (high.value == 0 && high.open); }
};

// Whether every value of a is less than (at most) every value of b.
bool is_less(const Range& a, const Range& b);
bool is_at_most(const Range& a, const Range& b);

bool excludes_integers(const Range& a);

// Where both hold; bounds of integers are integers.
Range intersection(const Range& a, const Range& b);
// Where one of them holds.
Range hull(const Range& a, const Range& b);

Range operator+(const Range& a, const Range& b);
Range operator*(const Range& a, const Range& b);
Range operator-(const Range& a);
Range reciprocal(const Range& a);
Range absolute(const Range& a);
// base^exponent, principal; the exponent a fraction, so that the base is not negative, or anything.
Range power(const Range& base, const Range& exponent, bool is_fraction);

}  // namespace pdiff
