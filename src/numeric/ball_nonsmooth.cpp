// Functions with kinks and jumps on balls: where a ball covers a jump the result covers both sides of it.
#include "numeric/ball_functions.hpp"

namespace pdiff::balls {

void abs(arb_t result, const arb_t u, slong precision) {
    arb_abs(result, u);
    arb_set_round(result, result, precision);
}

void sign(arb_t result, const arb_t u, slong) {
    if (!arb_is_finite(u)) return arb_indeterminate(result);
    arb_sgn(result, u);
}

void max(arb_t result, arb_srcptr args, slong count, slong precision) {
    arb_set(result, args);
    for (slong i = 1; i < count; ++i) arb_max(result, result, args + i, precision);
}

void min(arb_t result, arb_srcptr args, slong count, slong precision) {
    arb_set(result, args);
    for (slong i = 1; i < count; ++i) arb_min(result, result, args + i, precision);
}

void round(arb_t result, const arb_t u, slong precision) {
    Ball t;
    arb_set_d(t, 0.5);
    arb_add(t, t, u, precision);
    arb_floor(result, t, precision);
}

void trunc(arb_t result, const arb_t u, slong precision) {
    Ball t;
    if (arb_is_nonnegative(u)) return arb_floor(result, u, precision);
    if (arb_is_nonpositive(u)) return arb_ceil(result, u, precision);
    arb_floor(t, u, precision);
    arb_ceil(result, u, precision);
    arb_union(result, result, t, precision);
}

void frac(arb_t result, const arb_t u, slong precision) {
    Ball t;
    arb_floor(t, u, precision);
    arb_sub(result, u, t, precision);
}

void mod(arb_t result, arb_srcptr args, slong, slong precision) {
    Ball t;
    arb_div(t, args, args + 1, precision);
    arb_floor(t, t, precision);
    arb_mul(t, t, args + 1, precision);
    arb_sub(result, args, t, precision);
}

void heaviside(arb_t result, const arb_t u, slong precision) {
    sign(result, u, precision);
    arb_add_ui(result, result, 1, precision);
    arb_mul_2exp_si(result, result, -1);
}

void relu(arb_t result, const arb_t u, slong precision) {
    const Ball zero;
    arb_max(result, u, zero, precision);
}

// min(max(u, v), w)
void clamp(arb_t result, arb_srcptr args, slong, slong precision) {
    arb_max(result, args, args + 1, precision);
    arb_min(result, result, args + 2, precision);
}

}  // namespace pdiff::balls
