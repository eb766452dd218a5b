// How functions change when a parameter goes up by 1, in the input language.
#pragma once

#include <string_view>

namespace pdiff {

// `to` is in terms of the same function at the parameter, and perhaps at one less.
struct Recurrence {
    std::string_view from, to;
    std::string_view start = "";  // a value of the parameter at which the function is known or simple
};

inline constexpr Recurrence recurrences[] = {
    {"gamma(u + 1)", "u*gamma(u)"},
    {"lgamma(u + 1)", "lgamma(u) + log(u)"},
    {"digamma(u + 1)", "digamma(u) + 1/u"},
    {"polygamma(n, u + 1)", "polygamma(n, u) + (-1)^n*gamma(n + 1)/u^(n + 1)"},
    {"zeta(v, u + 1)", "zeta(v, u) - u^(-v)"},
    {"besselj(v + 1, u)", "2*v/u*besselj(v, u) - besselj(v - 1, u)", "-1/2"},
    {"bessely(v + 1, u)", "2*v/u*bessely(v, u) - bessely(v - 1, u)", "-1/2"},
    {"besseli(v + 1, u)", "besseli(v - 1, u) - 2*v/u*besseli(v, u)", "-1/2"},
    {"besselk(v + 1, u)", "besselk(v - 1, u) + 2*v/u*besselk(v, u)", "-1/2"},
    {"uppergamma(v + 1, u)", "v*uppergamma(v, u) + u^v*exp(-u)", "1"},
    {"lowergamma(v + 1, u)", "v*lowergamma(v, u) - u^v*exp(-u)", "1"},
    {"expint(v + 1, u)", "(exp(-u) - u*expint(v, u))/v", "1"},
    {"legendre(v + 1, u)", "((2*v + 1)*u*legendre(v, u) - v*legendre(v - 1, u))/(v + 1)", "0"},
    {"chebyshevt(v + 1, u)", "2*u*chebyshevt(v, u) - chebyshevt(v - 1, u)", "0"},
    {"chebyshevu(v + 1, u)", "2*u*chebyshevu(v, u) - chebyshevu(v - 1, u)", "0"},
    {"hermite(v + 1, u)", "2*u*hermite(v, u) - 2*v*hermite(v - 1, u)", "0"},
    {"laguerre(v + 1, u)", "((2*v + 1 - u)*laguerre(v, u) - v*laguerre(v - 1, u))/(v + 1)", "0"},
    {"floor(u + 1)", "floor(u) + 1"},
};

// The same at the negative of the parameter, where both signs occur.
struct Reflection {
    std::string_view from, to;
};

inline constexpr Reflection reflections[] = {
    {"gamma(1 - u)", "pi/(sin(pi*u)*gamma(u))"},
    {"digamma(1 - u)", "digamma(u) + pi*cot(pi*u)"},
};

}  // namespace pdiff
