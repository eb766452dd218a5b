// Lambert W, Bessel, Airy and the integral functions on balls.
#include <arb_hypgeom.h>

#include "numeric/ball_functions.hpp"

namespace pdiff::balls {
namespace {

// Bessel functions of large order at large arguments take series of that many terms: not tried.
bool within_reach(arb_srcptr args) {
    if (!is_below(args, 17) || !arb_is_finite(args + 1)) return false;
    return is_below(args + 1, 17) || is_below(args, 8);
}

// J and I at zero and at negative arguments are real for integer orders only.
void bessel_first(arb_t result, arb_srcptr args, slong precision, void (*f)(arb_t, const arb_t, const arb_t, slong)) {
    if (!within_reach(args)) return arb_indeterminate(result);
    f(result, args, args + 1, precision);
}

void bessel_second(arb_t result, arb_srcptr args, slong precision, void (*f)(arb_t, const arb_t, const arb_t, slong)) {
    if (!within_reach(args) || !arb_is_positive(args + 1)) return arb_indeterminate(result);
    f(result, args, args + 1, precision);
}

}  // namespace

void lambertw(arb_t result, const arb_t u, slong precision) { arb_lambertw(result, u, 0, precision); }

void lambertw_branch(arb_t result, arb_srcptr args, slong, slong precision) {
    if (arb_is_zero(args)) return arb_lambertw(result, args + 1, 0, precision);
    if (!arb_equal_si(args, -1)) return arb_indeterminate(result);
    arb_lambertw(result, args + 1, 1, precision);
}

void bessel_j(arb_t result, arb_srcptr args, slong, slong precision) {
    bessel_first(result, args, precision, arb_hypgeom_bessel_j);
}
void bessel_y(arb_t result, arb_srcptr args, slong, slong precision) {
    bessel_second(result, args, precision, arb_hypgeom_bessel_y);
}
void bessel_i(arb_t result, arb_srcptr args, slong, slong precision) {
    bessel_first(result, args, precision, arb_hypgeom_bessel_i);
}
void bessel_k(arb_t result, arb_srcptr args, slong, slong precision) {
    bessel_second(result, args, precision, arb_hypgeom_bessel_k);
}

void airy_ai(arb_t result, const arb_t u, slong precision) {
    arb_hypgeom_airy(result, nullptr, nullptr, nullptr, u, precision);
}
void airy_ai_prime(arb_t result, const arb_t u, slong precision) {
    arb_hypgeom_airy(nullptr, result, nullptr, nullptr, u, precision);
}
void airy_bi(arb_t result, const arb_t u, slong precision) {
    arb_hypgeom_airy(nullptr, nullptr, result, nullptr, u, precision);
}
void airy_bi_prime(arb_t result, const arb_t u, slong precision) {
    arb_hypgeom_airy(nullptr, nullptr, nullptr, result, u, precision);
}

void li(arb_t result, const arb_t u, slong precision) {
    if (!arb_is_positive(u)) return arb_indeterminate(result);
    arb_hypgeom_li(result, u, 0, precision);
}
void ci(arb_t result, const arb_t u, slong precision) {
    if (!arb_is_positive(u)) return arb_indeterminate(result);
    arb_hypgeom_ci(result, u, precision);
}
void chi(arb_t result, const arb_t u, slong precision) {
    if (!arb_is_positive(u)) return arb_indeterminate(result);
    arb_hypgeom_chi(result, u, precision);
}
void fresnel_s(arb_t result, const arb_t u, slong precision) { arb_hypgeom_fresnel(result, nullptr, u, 1, precision); }
void fresnel_c(arb_t result, const arb_t u, slong precision) { arb_hypgeom_fresnel(nullptr, result, u, 1, precision); }

}  // namespace pdiff::balls
