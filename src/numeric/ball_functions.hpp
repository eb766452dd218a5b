// The ball evaluation of every function of the table, and those that Arb does not have under one name.
#pragma once

#include "numeric/ball.hpp"
#include "pdiff/functions.hpp"

namespace pdiff {

// Either of one argument or of several. The result encloses the value for all arguments in the balls, and is
// not finite unless the function is real and defined on all of them.
struct BallFunction {
    using Unary = void (*)(arb_t result, const arb_t u, slong precision);
    using Several = void (*)(arb_t result, arb_srcptr args, slong count, slong precision);

    constexpr BallFunction(Unary f) : unary(f) {}
    constexpr BallFunction(Several f) : several(f) {}

    Unary unary = nullptr;
    Several several = nullptr;
};

// `result` is none of the arguments.
void evaluate_ball(arb_t result, Function f, arb_srcptr args, slong count, slong precision);

namespace balls {

// ball_elementary.cpp
void log2(arb_t result, const arb_t u, slong precision);
void log10(arb_t result, const arb_t u, slong precision);
void cbrt(arb_t result, const arb_t u, slong precision);
void root(arb_t result, arb_srcptr args, slong count, slong precision);
void acot(arb_t result, const arb_t u, slong precision);
void asec(arb_t result, const arb_t u, slong precision);
void acsc(arb_t result, const arb_t u, slong precision);
void atan2(arb_t result, arb_srcptr args, slong count, slong precision);
void acoth(arb_t result, const arb_t u, slong precision);
void asech(arb_t result, const arb_t u, slong precision);
void acsch(arb_t result, const arb_t u, slong precision);
void sigmoid(arb_t result, const arb_t u, slong precision);
void softplus(arb_t result, const arb_t u, slong precision);
void logit(arb_t result, const arb_t u, slong precision);
void gelu(arb_t result, const arb_t u, slong precision);
void silu(arb_t result, const arb_t u, slong precision);

// ball_nonsmooth.cpp
void abs(arb_t result, const arb_t u, slong precision);
void sign(arb_t result, const arb_t u, slong precision);
void max(arb_t result, arb_srcptr args, slong count, slong precision);
void min(arb_t result, arb_srcptr args, slong count, slong precision);
void round(arb_t result, const arb_t u, slong precision);
void trunc(arb_t result, const arb_t u, slong precision);
void frac(arb_t result, const arb_t u, slong precision);
void mod(arb_t result, arb_srcptr args, slong count, slong precision);
void heaviside(arb_t result, const arb_t u, slong precision);
void relu(arb_t result, const arb_t u, slong precision);
void clamp(arb_t result, arb_srcptr args, slong count, slong precision);

// ball_gamma.cpp
void gamma(arb_t result, const arb_t u, slong precision);
void polygamma(arb_t result, arb_srcptr args, slong count, slong precision);
void beta(arb_t result, arb_srcptr args, slong count, slong precision);
void binomial(arb_t result, arb_srcptr args, slong count, slong precision);
void zeta(arb_t result, const arb_t u, slong precision);
void zeta_hurwitz(arb_t result, arb_srcptr args, slong count, slong precision);
void polylog(arb_t result, arb_srcptr args, slong count, slong precision);
void upper_gamma(arb_t result, arb_srcptr args, slong count, slong precision);
void lower_gamma(arb_t result, arb_srcptr args, slong count, slong precision);
void expint(arb_t result, arb_srcptr args, slong count, slong precision);
// The derivative of order `order` of zeta(s, u) in s.
void zeta_derivative(arb_t result, const arb_t s, const arb_t u, slong order, slong precision);

// ball_special.cpp
void lambertw(arb_t result, const arb_t u, slong precision);
void lambertw_branch(arb_t result, arb_srcptr args, slong count, slong precision);
void bessel_j(arb_t result, arb_srcptr args, slong count, slong precision);
void bessel_y(arb_t result, arb_srcptr args, slong count, slong precision);
void bessel_i(arb_t result, arb_srcptr args, slong count, slong precision);
void bessel_k(arb_t result, arb_srcptr args, slong count, slong precision);
void airy_ai(arb_t result, const arb_t u, slong precision);
void airy_bi(arb_t result, const arb_t u, slong precision);
void airy_ai_prime(arb_t result, const arb_t u, slong precision);
void airy_bi_prime(arb_t result, const arb_t u, slong precision);
void li(arb_t result, const arb_t u, slong precision);
void ci(arb_t result, const arb_t u, slong precision);
void chi(arb_t result, const arb_t u, slong precision);
void fresnel_s(arb_t result, const arb_t u, slong precision);
void fresnel_c(arb_t result, const arb_t u, slong precision);

// ball_elliptic.cpp
void elliptic_k(arb_t result, const arb_t m, slong precision);
void elliptic_e(arb_t result, const arb_t m, slong precision);
void elliptic_e_incomplete(arb_t result, arb_srcptr args, slong count, slong precision);
void elliptic_f(arb_t result, arb_srcptr args, slong count, slong precision);
void elliptic_pi(arb_t result, arb_srcptr args, slong count, slong precision);
void elliptic_pi_incomplete(arb_t result, arb_srcptr args, slong count, slong precision);

// ball_hypergeometric.cpp
void hyp2f1(arb_t result, arb_srcptr args, slong count, slong precision);
void legendre(arb_t result, arb_srcptr args, slong count, slong precision);
void chebyshev_t(arb_t result, arb_srcptr args, slong count, slong precision);
void chebyshev_u(arb_t result, arb_srcptr args, slong count, slong precision);
void hermite(arb_t result, arb_srcptr args, slong count, slong precision);
void laguerre(arb_t result, arb_srcptr args, slong count, slong precision);

// ball_appell.cpp
void appell_f1(arb_t result, arb_srcptr args, slong count, slong precision);

// Whether every point of the ball is below 2^bits in size: the bound on what is tried at all.
inline bool is_below(const arb_t u, slong bits) {
    return arb_is_finite(u) && arf_cmpabs_2exp_si(arb_midref(u), bits) < 0;
}

}  // namespace balls
}  // namespace pdiff
