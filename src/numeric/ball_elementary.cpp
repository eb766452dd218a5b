// Elementary functions on balls that Arb has not, or has with other conventions.
#include <arb_hypgeom.h>

#include "numeric/ball_functions.hpp"

namespace pdiff::balls {
namespace {

// Of a function that grows: from its values at the ends of the ball.
template <class Function>
void increasing(arb_t result, const arb_t u, slong precision, Function f) {
    Ball low, high;
    arb_get_lbound_arf(arb_midref(low), u, precision);
    arb_get_ubound_arf(arb_midref(high), u, precision);
    f(low, low);
    f(high, high);
    arb_union(result, low, high, precision);
}

// Of a ball on one side of zero or without radius.
void odd_root(arb_t result, const arb_t u, ulong n, slong precision) {
    if (arb_is_zero(u)) return arb_zero(result);
    const bool negative = arb_is_negative(u);
    arb_abs(result, u);
    arb_root_ui(result, result, n, precision);
    if (negative) arb_neg(result, result);
}

void root_of_degree(arb_t result, const arb_t u, ulong n, slong precision) {
    if (n % 2 == 1 && arb_contains_zero(u) && arb_is_finite(u)) {
        increasing(result, u, precision, [&](Ball& y, const Ball& x) { odd_root(y, x, n, precision); });
    } else if (n % 2 == 1) {
        odd_root(result, u, n, precision);
    } else {
        arb_root_ui(result, u, n, precision);
    }
}

}  // namespace

void log2(arb_t result, const arb_t u, slong precision) { arb_log_base_ui(result, u, 2, precision); }
void log10(arb_t result, const arb_t u, slong precision) { arb_log_base_ui(result, u, 10, precision); }
void cbrt(arb_t result, const arb_t u, slong precision) { root_of_degree(result, u, 3, precision); }

void root(arb_t result, arb_srcptr args, slong, slong precision) {
    constexpr slong largest_degree = 1 << 20;
    if (!arb_is_int(args + 1) || arf_cmpabs_ui(arb_midref(args + 1), largest_degree) > 0 || arb_is_zero(args + 1)) {
        return arb_indeterminate(result);
    }
    const slong n = arf_get_si(arb_midref(args + 1), ARF_RND_DOWN);
    root_of_degree(result, args, ulong(n < 0 ? -n : n), precision);
    if (n < 0) arb_inv(result, result, precision);
}

void acot(arb_t result, const arb_t u, slong precision) {
    Ball t;
    if (arb_is_positive(u)) {
        arb_inv(t, u, precision);
        arb_atan(result, t, precision);
        return;
    }
    arb_atan(t, u, precision);
    arb_const_pi(result, precision);
    arb_mul_2exp_si(result, result, -1);
    arb_sub(result, result, t, precision);
}

void asec(arb_t result, const arb_t u, slong precision) {
    arb_inv(result, u, precision);
    arb_acos(result, result, precision);
}

void acsc(arb_t result, const arb_t u, slong precision) {
    arb_inv(result, u, precision);
    arb_asin(result, result, precision);
}

void atan2(arb_t result, arb_srcptr args, slong, slong precision) {
    if (arb_contains_zero(args) && arb_contains_zero(args + 1)) return arb_indeterminate(result);
    arb_atan2(result, args, args + 1, precision);
}

void acoth(arb_t result, const arb_t u, slong precision) {
    arb_inv(result, u, precision);
    arb_atanh(result, result, precision);
}

void asech(arb_t result, const arb_t u, slong precision) {
    arb_inv(result, u, precision);
    arb_acosh(result, result, precision);
}

void acsch(arb_t result, const arb_t u, slong precision) {
    arb_inv(result, u, precision);
    arb_asinh(result, result, precision);
}

void sigmoid(arb_t result, const arb_t u, slong precision) {
    Ball t;
    arb_neg(t, u);
    arb_exp(t, t, precision);
    arb_add_ui(t, t, 1, precision);
    arb_inv(result, t, precision);
    if (arb_is_finite(result) || !arb_is_finite(u)) return;
    // e^-u overflows: the value is tiny but lies between 0 and 1.
    arb_set_d(result, 0.5);
    mag_set_d(arb_radref(result), 0.5);
}

void softplus(arb_t result, const arb_t u, slong precision) {
    Ball t;
    if (arb_is_positive(u)) {
        arb_neg(t, u);
        arb_exp(t, t, precision);
        arb_log1p(t, t, precision);
        arb_add(result, t, u, precision);
        return;
    }
    arb_exp(t, u, precision);
    arb_log1p(result, t, precision);
}

void logit(arb_t result, const arb_t u, slong precision) {
    Ball t;
    arb_sub_ui(t, u, 1, precision);
    arb_neg(t, t);
    if (!arb_is_positive(t) || !arb_is_positive(u)) return arb_indeterminate(result);
    arb_div(t, u, t, precision);
    arb_log(result, t, precision);
}

void gelu(arb_t result, const arb_t u, slong precision) {
    Ball t;
    arb_set_d(t, 0.5);
    arb_sqrt(t, t, precision);
    arb_mul(t, t, u, precision);
    arb_neg(t, t);
    arb_hypgeom_erfc(t, t, precision);
    arb_mul(t, t, u, precision);
    arb_mul_2exp_si(result, t, -1);
}

void silu(arb_t result, const arb_t u, slong precision) {
    Ball t;
    sigmoid(t, u, precision);
    arb_mul(result, t, u, precision);
}

}  // namespace pdiff::balls
