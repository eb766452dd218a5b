// The double column of the function table, and what <cmath> does not have under one name.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "pdiff/functions.hpp"

namespace pdiff {

using DoubleFunction = double (*)(const double* arguments, std::size_t count);

// Nothing where the table says `unknown`.
DoubleFunction double_function(Function f);

namespace doubles {

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

inline double sign(double u) { return u > 0 ? 1 : u < 0 ? -1 : u; }
inline double heaviside(double u) { return u > 0 ? 1 : u < 0 ? 0 : u == 0 ? 0.5 : u; }
inline double round(double u) { return std::floor(u + 0.5); }
inline double sinc(double u) { return u == 0 ? 1 : std::sin(u) / u; }
inline double softplus(double u) { return u > 0 ? u + std::log1p(std::exp(-u)) : std::log1p(std::exp(u)); }

// u^(1/n), of a negative u for odd n.
inline double root(double u, double n) {
    if (n != std::floor(n)) return not_a_number;
    const bool odd = std::fmod(n, 2) != 0;
    return u < 0 && odd ? -std::pow(-u, 1 / n) : std::pow(u, 1 / n);
}

inline bool is_pole_of_gamma(double u) { return u <= 0 && u == std::floor(u); }
inline double gamma(double u) { return is_pole_of_gamma(u) ? not_a_number : std::tgamma(u); }
// Real where the gamma function is positive.
inline double lgamma(double u) {
    return u > 0 || (!is_pole_of_gamma(u) && std::fmod(std::floor(u), 2) == 0) ? std::lgamma(u) : not_a_number;
}
inline double beta(double u, double v) { return gamma(u) * gamma(v) / gamma(u + v); }

}  // namespace doubles
}  // namespace pdiff
