// The gamma and zeta families on balls.
#include <acb_hypgeom.h>
#include <acb_poly.h>
#include <arb_hypgeom.h>

#include <vector>

#include "numeric/ball_functions.hpp"

namespace pdiff::balls {
namespace {

constexpr slong largest_steps = 10'000;

// A ball that is one integer, small enough to count to.
bool small_integer(slong& n, const arb_t u, slong largest = largest_steps) {
    if (!arb_is_int(u) || arf_cmpabs_ui(arb_midref(u), ulong(largest)) > 0) return false;
    n = arf_get_si(arb_midref(u), ARF_RND_DOWN);
    return true;
}

// zeta(s, u) for integers s >= 2 and u < 0: the sum from u up to above zero, and the rest.
void zeta_hurwitz_negative(arb_t result, slong s, const arb_t u, slong precision) {
    Ball total, t, v;
    if (!is_below(u, 13)) return arb_indeterminate(result);
    arb_set(v, u);
    while (!arb_is_positive(v)) {
        arb_pow_ui(t, v, ulong(s), precision);
        arb_inv(t, t, precision);
        arb_add(total, total, t, precision);
        if (!arb_is_finite(total)) return arb_indeterminate(result);
        arb_add_ui(v, v, 1, precision);
    }
    arb_set_si(t, s);
    arb_hurwitz_zeta(t, t, v, precision);
    arb_add(result, total, t, precision);
}

// Near zero the first term is taken out: Arb is slow there.
void zeta_hurwitz_positive(arb_t result, const arb_t s, const arb_t u, slong precision) {
    Ball one, power, next;
    arb_one(one);
    if (arb_ge(u, one)) return arb_hurwitz_zeta(result, s, u, precision);
    arb_neg(power, s);
    arb_pow(power, u, power, precision);
    arb_add_ui(next, u, 1, precision);
    arb_hurwitz_zeta(next, s, next, precision);
    arb_add(result, power, next, precision);
}

}  // namespace

void gamma(arb_t result, const arb_t u, slong precision) {
    // Beyond, the exponent of the value alone is a large number.
    if (!is_below(u, 256)) return arb_indeterminate(result);
    arb_gamma(result, u, precision);
}

void polygamma(arb_t result, arb_srcptr args, slong, slong precision) {
    slong n;
    if (!small_integer(n, args) || n < 0) return arb_indeterminate(result);
    if (n == 0) return arb_digamma(result, args + 1, precision);
    Ball order, factorial;
    arb_set_si(order, n + 1);
    zeta_hurwitz_negative(result, n + 1, args + 1, precision);
    if (arb_is_positive(args + 1)) arb_hurwitz_zeta(result, order, args + 1, precision);
    arb_fac_ui(factorial, ulong(n), precision);
    arb_mul(result, result, factorial, precision);
    if (n % 2 == 0) arb_neg(result, result);
}

void beta(arb_t result, arb_srcptr args, slong, slong precision) {
    Ball u, v, w;
    arb_add(w, args, args + 1, precision);
    if (!is_below(args, 256) || !is_below(args + 1, 256)) return arb_indeterminate(result);
    arb_gamma(u, args, precision);
    arb_gamma(v, args + 1, precision);
    arb_rgamma(w, w, precision);
    arb_mul(u, u, v, precision);
    arb_mul(result, u, w, precision);
}

// gamma(u + 1)/(gamma(v + 1)*gamma(u - v + 1)); for integers v >= 0 a polynomial in u.
void binomial(arb_t result, arb_srcptr args, slong, slong precision) {
    slong k;
    if (small_integer(k, args + 1) && k >= 0) return arb_bin_ui(result, args, ulong(k), precision);
    if (!is_below(args, 256) || !is_below(args + 1, 256)) return arb_indeterminate(result);
    Ball u, v, w;
    arb_add_ui(u, args, 1, precision);
    arb_sub(w, u, args + 1, precision);
    arb_add_ui(v, args + 1, 1, precision);
    arb_gamma(u, u, precision);
    arb_rgamma(v, v, precision);
    arb_rgamma(w, w, precision);
    arb_mul(v, v, w, precision);
    arb_mul(result, u, v, precision);
}

void zeta(arb_t result, const arb_t u, slong precision) {
    if (!is_below(u, 256)) return arb_indeterminate(result);
    arb_zeta(result, u, precision);
}

void zeta_hurwitz(arb_t result, arb_srcptr args, slong, slong precision) {
    slong s;
    if (!is_below(args, 14) || !is_below(args + 1, 256) || arb_contains_si(args, 1)) return arb_indeterminate(result);
    if (arb_is_positive(args + 1)) return zeta_hurwitz_positive(result, args, args + 1, precision);
    if (!small_integer(s, args) || s < 2) return arb_indeterminate(result);
    zeta_hurwitz_negative(result, s, args + 1, precision);
}

void zeta_derivative(arb_t result, const arb_t s, const arb_t u, slong order, slong precision) {
    constexpr slong highest_order = 200;
    if (order > highest_order || !arb_is_positive(u) || arb_contains_si(s, 1) || !is_below(s, 20) || !is_below(u, 64)) {
        return arb_indeterminate(result);
    }
    ComplexBall cs, cu;
    acb_set_arb(cs, s);
    acb_set_arb(cu, u);
    std::vector<ComplexBall> series(std::size_t(order) + 1);
    _acb_poly_zeta_cpx_series(series.front(), cs, cu, 0, order + 1, precision);
    arb_fac_ui(result, ulong(order), precision);
    arb_mul(result, result, acb_realref(series.back()), precision);
}

void polylog(arb_t result, arb_srcptr args, slong, slong precision) {
    const Ball one = [] {
        Ball b;
        arb_one(b);
        return b;
    }();
    if (!is_below(args, 8)) return arb_indeterminate(result);
    if (arb_equal(args + 1, one)) {
        arb_sub(result, args, one, precision);
        if (!arb_is_positive(result)) return arb_indeterminate(result);
        return arb_zeta(result, args, precision);
    }
    if (!arb_lt(args + 1, one)) return arb_indeterminate(result);
    ComplexBall s, z, w;
    acb_set_arb(s, args);
    acb_set_arb(z, args + 1);
    acb_polylog(w, s, z, precision);
    if (!arb_contains_zero(acb_imagref(w))) return arb_indeterminate(result);
    arb_set(result, acb_realref(w));
}

void upper_gamma(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!is_below(args, 13)) return arb_indeterminate(result);
    if (arb_is_zero(args + 1) && arb_is_positive(args)) return gamma(result, args, precision);
    if (!arb_is_positive(args + 1)) return arb_indeterminate(result);
    arb_hypgeom_gamma_upper(result, args, args + 1, 0, precision);
}

void lower_gamma(arb_t result, arb_srcptr args, slong, slong precision) {
    const bool real = arb_is_positive(args + 1) || (arb_is_int(args) && arb_is_positive(args)) ||
                      (arb_is_zero(args + 1) && arb_is_positive(args));
    if (!is_below(args, 13) || !real) return arb_indeterminate(result);
    arb_hypgeom_gamma_lower(result, args, args + 1, 0, precision);
}

void expint(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!is_below(args, 13) || !arb_is_positive(args + 1)) return arb_indeterminate(result);
    arb_hypgeom_expint(result, args, args + 1, precision);
}

}  // namespace pdiff::balls
