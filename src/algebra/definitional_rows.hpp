// Functions in terms of others, for proofs: fewer functions are fewer kernels.
#pragma once

#include <string_view>

namespace pdiff {

struct DefinitionalRow {
    std::string_view from, to;
};

inline constexpr DefinitionalRow definitional_rows[] = {
    {"log2(u)", "log(u)/log(2)"},
    {"log10(u)", "log(u)/log(10)"},
    {"log1p(u)", "log(1 + u)"},
    {"expm1(u)", "exp(u) - 1"},
    {"acos(u)", "pi/2 - asin(u)"},
    {"acot(u)", "pi/2 - atan(u)"},
    {"asec(u)", "pi/2 - asin(1/u)"},
    {"acsc(u)", "asin(1/u)"},
    {"asinh(u)", "log(u + sqrt(u^2 + 1))"},
    {"acosh(u)", "log(u + sqrt(u^2 - 1))"},
    {"asech(u)", "log(1/u + sqrt(1/u^2 - 1))"},
    {"acsch(u)", "log(1/u + sqrt(1/u^2 + 1))"},
    {"atanh(u)", "log((1 + u)/(1 - u))/2"},
    {"acoth(u)", "log((u + 1)/(u - 1))/2"},
    {"logit(u)", "log(u/(1 - u))"},
    {"sigmoid(u)", "1/(1 + exp(-u))"},
    {"softplus(u)", "log(1 + exp(u))"},
    {"silu(u)", "u/(1 + exp(-u))"},
    {"gelu(u)", "u*(1 + erf(u/sqrt(2)))/2"},
    {"sinc(u)", "sin(u)/u"},
    {"erfc(u)", "1 - erf(u)"},
    {"relu(u)", "(u + abs(u))/2"},
    {"clamp(u, v, w)", "((u + v + abs(u - v))/2 + w - abs((u + v + abs(u - v))/2 - w))/2"},
    {"heaviside(u)", "(1 + sign(u))/2"},
    {"frac(u)", "u - floor(u)"},
    {"ceil(u)", "-floor(-u)"},
    {"round(u)", "floor(u + 1/2)"},
    {"mod(u, v)", "u - v*floor(u/v)"},
    {"beta(u, v)", "gamma(u)*gamma(v)/gamma(u + v)"},
    {"binomial(u, v)", "gamma(u + 1)/(gamma(v + 1)*gamma(u - v + 1))"},
    {"lgamma(u)", "log(gamma(u))"},
    {"lowergamma(v, u)", "gamma(v) - uppergamma(v, u)"},
    {"li(u)", "ei(log(u))"},
    {"expint(1, u)", "-ei(-u)"},
    {"polylog(-1, u)", "u/(1 - u)^2"},
    {"besselj(-1/2, u)", "sqrt(2/(pi*u))*cos(u)"},
    {"besselj(1/2, u)", "sqrt(2/(pi*u))*sin(u)"},
    {"bessely(-1/2, u)", "sqrt(2/(pi*u))*sin(u)"},
    {"bessely(1/2, u)", "-sqrt(2/(pi*u))*cos(u)"},
    {"besseli(-1/2, u)", "sqrt(2/(pi*u))*cosh(u)"},
    {"besseli(1/2, u)", "sqrt(2/(pi*u))*sinh(u)"},
    {"besselk(1/2, u)", "sqrt(pi/(2*u))*exp(-u)"},
    {"max(u, v)", "(u + v + abs(u - v))/2"},
    {"min(u, v)", "(u + v - abs(u - v))/2"},
};

}  // namespace pdiff
