// Doubles at a few points at once: the fingerprint by which a wrong derivative is recognised before it is proved.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "pdiff/expr.hpp"

namespace pdiff {

inline constexpr std::size_t lane_count = 4;

struct Lanes {
    std::array<double, lane_count> at{};

    static Lanes all(double value) {
        Lanes lanes;
        lanes.at.fill(value);
        return lanes;
    }
};

inline Lanes operator+(Lanes a, const Lanes& b) {
    for (std::size_t i = 0; i < lane_count; ++i) a.at[i] += b.at[i];
    return a;
}
inline Lanes operator-(Lanes a, const Lanes& b) {
    for (std::size_t i = 0; i < lane_count; ++i) a.at[i] -= b.at[i];
    return a;
}
inline Lanes operator*(Lanes a, const Lanes& b) {
    for (std::size_t i = 0; i < lane_count; ++i) a.at[i] *= b.at[i];
    return a;
}

// Finite at every point.
bool finite(const Lanes& a);
// Equal but for rounding, at every point; `size` is that of what cancelled on the way.
bool alike(const Lanes& a, const Lanes& b, const Lanes& size);
bool alike(const Lanes& a, const Lanes& b);
Lanes magnitude(const Lanes& a);
Lanes larger(const Lanes& a, const Lanes& b);

// The value of e from those of its operands; not a number where there is none. Of a symbol there is none.
Lanes operation_value(const Pool& pool, Expr e, std::span<const Lanes> args);
// A known function at these arguments.
Lanes call_value(Function function, std::span<const Lanes> args);
// An unknown function, or a derivative of one: any fixed smooth function serves, another one for each. `further` is the
// argument, from 1, of one more derivative.
Lanes unknown_value(const Pool& pool, Expr head, std::span<const Lanes> args, std::size_t further = 0);

}  // namespace pdiff
