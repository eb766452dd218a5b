// The identities that the simplifier applies from left to right, each true wherever both of its sides are defined.
//
// c stands for a number, n and m for integers, w for any factor that both terms have in common, u and v for anything.
#pragma once

#include <string_view>

namespace pdiff {

struct IdentityRow {
    std::string_view from;
    std::string_view to;
    std::string_view name;
    std::string_view condition = "";  // on the letters; must fold to `true`
};

inline constexpr IdentityRow identity_rows[] = {
    // Pythagoras, round and hyperbolic
    {"w*sin(u)^2 + w*cos(u)^2", "w", "Pythagoras"},
    {"w - w*sin(u)^2", "w*cos(u)^2", "Pythagoras"},
    {"w - w*cos(u)^2", "w*sin(u)^2", "Pythagoras"},
    {"w + w*tan(u)^2", "w*sec(u)^2", "Pythagoras"},
    {"w*sec(u)^2 - w*tan(u)^2", "w", "Pythagoras"},
    {"w*sec(u)^2 - w", "w*tan(u)^2", "Pythagoras"},
    {"w + w*cot(u)^2", "w*csc(u)^2", "Pythagoras"},
    {"w*csc(u)^2 - w*cot(u)^2", "w", "Pythagoras"},
    {"w*csc(u)^2 - w", "w*cot(u)^2", "Pythagoras"},
    {"w*cosh(u)^2 - w*sinh(u)^2", "w", "hyperbolic Pythagoras"},
    {"w + w*sinh(u)^2", "w*cosh(u)^2", "hyperbolic Pythagoras"},
    {"w*cosh(u)^2 - w", "w*sinh(u)^2", "hyperbolic Pythagoras"},
    {"w - w*tanh(u)^2", "w*sech(u)^2", "hyperbolic Pythagoras"},
    {"w*sech(u)^2 + w*tanh(u)^2", "w", "hyperbolic Pythagoras"},
    {"w - w*sech(u)^2", "w*tanh(u)^2", "hyperbolic Pythagoras"},

    // quotients and reciprocals
    {"sin(u)/cos(u)", "tan(u)", "quotient of sine and cosine"},
    {"cos(u)/sin(u)", "cot(u)", "quotient of cosine and sine"},
    {"tan(u)*cos(u)", "sin(u)", "tangent as a quotient"},
    {"cot(u)*sin(u)", "cos(u)", "cotangent as a quotient"},
    {"tan(u)*cot(u)", "1", "tangent and cotangent"},
    {"sec(u)*cos(u)", "1", "secant as a reciprocal"},
    {"csc(u)*sin(u)", "1", "cosecant as a reciprocal"},
    {"sec(u)/tan(u)", "csc(u)", "secant over tangent"},
    {"csc(u)/cot(u)", "sec(u)", "cosecant over cotangent"},
    {"tan(u)/sec(u)", "sin(u)", "tangent over secant"},
    {"cot(u)/csc(u)", "cos(u)", "cotangent over cosecant"},
    {"sinh(u)/cosh(u)", "tanh(u)", "quotient of sinh and cosh"},
    {"cosh(u)/sinh(u)", "coth(u)", "quotient of cosh and sinh"},
    {"tanh(u)*cosh(u)", "sinh(u)", "tanh as a quotient"},
    {"coth(u)*sinh(u)", "cosh(u)", "coth as a quotient"},
    {"sech(u)*cosh(u)", "1", "sech as a reciprocal"},
    {"csch(u)*sinh(u)", "1", "csch as a reciprocal"},
    {"tanh(u)/sech(u)", "sinh(u)", "tanh over sech"},

    // a function of its inverse, and back where the range allows
    {"log(e^u)", "u", "logarithm of an exponential"},
    {"log(1/u)", "-log(u)", "logarithm of a reciprocal"},
    {"sin(asin(u))", "u", "inverse function"},
    {"cos(acos(u))", "u", "inverse function"},
    {"tan(atan(u))", "u", "inverse function"},
    {"cot(acot(u))", "u", "inverse function"},
    {"sec(asec(u))", "u", "inverse function"},
    {"csc(acsc(u))", "u", "inverse function"},
    {"sinh(asinh(u))", "u", "inverse function"},
    {"cosh(acosh(u))", "u", "inverse function"},
    {"tanh(atanh(u))", "u", "inverse function"},
    {"coth(acoth(u))", "u", "inverse function"},
    {"sech(asech(u))", "u", "inverse function"},
    {"csch(acsch(u))", "u", "inverse function"},
    {"asinh(sinh(u))", "u", "inverse function"},
    {"atanh(tanh(u))", "u", "inverse function"},
    {"acosh(cosh(u))", "abs(u)", "inverse function"},
    {"erf(erfinv(u))", "u", "inverse function"},
    {"erfinv(erf(u))", "u", "inverse function"},
    {"sigmoid(logit(u))", "u", "inverse function"},
    {"logit(sigmoid(u))", "u", "inverse function"},
    {"expm1(log1p(u))", "u", "inverse function"},
    {"log1p(expm1(u))", "u", "inverse function"},
    {"lambertw(u)*e^lambertw(u)", "u", "definition of the Lambert W function"},
    {"cos(asin(u))", "sqrt(1 - u^2)", "cosine of an arc sine"},
    {"sin(acos(u))", "sqrt(1 - u^2)", "sine of an arc cosine"},
    {"tan(asin(u))", "u/sqrt(1 - u^2)", "tangent of an arc sine"},
    {"tan(acos(u))", "sqrt(1 - u^2)/u", "tangent of an arc cosine"},
    {"sin(atan(u))", "u/sqrt(u^2 + 1)", "sine of an arc tangent"},
    {"cos(atan(u))", "1/sqrt(u^2 + 1)", "cosine of an arc tangent"},
    {"sec(atan(u))", "sqrt(u^2 + 1)", "secant of an arc tangent"},
    {"cosh(asinh(u))", "sqrt(u^2 + 1)", "cosh of an inverse sinh"},
    {"sinh(acosh(u))", "sqrt(u^2 - 1)", "sinh of an inverse cosh"},

    // absolute values and signs
    {"abs(u)*sign(u)", "u", "absolute value times sign"},
    {"u*sign(u)", "abs(u)", "value times sign"},
    {"u/abs(u)", "sign(u)", "value over absolute value"},
    {"abs(u)/u", "sign(u)", "absolute value over value"},
    {"sign(u)/abs(u)", "1/u", "sign over absolute value"},
    {"sign(u)/u", "1/abs(u)", "sign over value"},
    {"abs(abs(u))", "abs(u)", "absolute value twice"},
    {"abs(u^n)", "abs(u)^n", "absolute value of a power"},
    {"abs(sqrt(u))", "sqrt(u)", "absolute value of a root"},
    {"abs(e^u)", "e^u", "an exponential is positive"},
    {"sign(e^u)", "1", "an exponential is positive"},
    {"sign(sign(u))", "sign(u)", "sign twice"},
    {"relu(relu(u))", "relu(u)", "relu twice"},
    {"cbrt(u^n)", "cbrt(u)^n", "cube root of a power"},
    {"u/cbrt(u)", "cbrt(u)^2", "cube of a cube root"},
    {"u/cbrt(u)^2", "cbrt(u)", "cube of a cube root"},

    // special functions at special orders
    {"polygamma(0, u)", "digamma(u)", "digamma"},
    {"besselj(n, u)", "(-1)^n*besselj(-n, u)", "negative order", "n < 0"},
    {"bessely(n, u)", "(-1)^n*bessely(-n, u)", "negative order", "n < 0"},
    {"besseli(n, u)", "besseli(-n, u)", "negative order", "n < 0"},
    {"besselk(c, u)", "besselk(-c, u)", "negative order", "c < 0"},
    {"polylog(1, u)", "-log(1 - u)", "polylogarithm of order 1"},
    {"polylog(0, u)", "u/(1 - u)", "polylogarithm of order 0"},
    {"expint(0, u)", "exp(-u)/u", "exponential integral of order 0"},
    {"legendre(0, u)", "1", "Legendre polynomial"},
    {"legendre(1, u)", "u", "Legendre polynomial"},
    {"chebyshevt(0, u)", "1", "Chebyshev polynomial"},
    {"chebyshevt(1, u)", "u", "Chebyshev polynomial"},
    {"chebyshevu(-1, u)", "0", "Chebyshev polynomial"},
    {"chebyshevu(0, u)", "1", "Chebyshev polynomial"},
    {"chebyshevu(1, u)", "2*u", "Chebyshev polynomial"},
    {"hermite(0, u)", "1", "Hermite polynomial"},
    {"hermite(1, u)", "2*u", "Hermite polynomial"},
    {"laguerre(0, u)", "1", "Laguerre polynomial"},
    {"laguerre(1, u)", "1 - u", "Laguerre polynomial"},
    {"uppergamma(1, u)", "exp(-u)", "incomplete gamma function"},
    {"lowergamma(1, u)", "1 - exp(-u)", "incomplete gamma function"},
};

}  // namespace pdiff
