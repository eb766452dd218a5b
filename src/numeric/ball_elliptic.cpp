// Elliptic integrals on balls, real where every root on the path of integration is.
#include <acb_elliptic.h>

#include "numeric/ball_functions.hpp"

namespace pdiff::balls {
namespace {

bool below_one(const arb_t u) {
    Ball one;
    arb_one(one);
    return arb_lt(u, one);
}

// Takes the real part of a value that is known to be real.
void take_real(arb_t result, const acb_t value) {
    if (!arb_contains_zero(acb_imagref(value))) return arb_indeterminate(result);
    arb_set(result, acb_realref(value));
}

// Whether 1 - m*sin(t)^2 > 0 for all t from 0 to u.
bool positive_on_path(const arb_t m, const arb_t u, slong precision) {
    if (below_one(m)) return true;
    Ball quarter, size, square;
    arb_const_pi(quarter, precision);
    arb_mul_2exp_si(quarter, quarter, -1);
    arb_abs(size, u);
    if (!arb_lt(size, quarter)) return false;
    arb_sin(square, u, precision);
    arb_sqr(square, square, precision);
    arb_mul(square, square, m, precision);
    return below_one(square);
}

void complete(arb_t result, const arb_t m, slong precision, void (*f)(acb_t, const acb_t, slong)) {
    if (!below_one(m)) return arb_indeterminate(result);
    ComplexBall z, w;
    acb_set_arb(z, m);
    f(w, z, precision);
    take_real(result, w);
}

void incomplete(arb_t result, const arb_t u, const arb_t m, slong precision,
                void (*f)(acb_t, const acb_t, const acb_t, int, slong)) {
    ComplexBall phi, z, w;
    acb_set_arb(phi, u);
    acb_set_arb(z, m);
    f(w, phi, z, 0, precision);
    take_real(result, w);
}

}  // namespace

void elliptic_k(arb_t result, const arb_t m, slong precision) { complete(result, m, precision, acb_elliptic_k); }

void elliptic_e(arb_t result, const arb_t m, slong precision) {
    if (arb_is_one(m)) return arb_one(result);
    complete(result, m, precision, acb_elliptic_e);
}

void elliptic_e_incomplete(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!arb_is_one(args + 1) && !positive_on_path(args + 1, args, precision)) return arb_indeterminate(result);
    incomplete(result, args, args + 1, precision, acb_elliptic_e_inc);
}

void elliptic_f(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!positive_on_path(args + 1, args, precision)) return arb_indeterminate(result);
    incomplete(result, args, args + 1, precision, acb_elliptic_f);
}

void elliptic_pi(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!below_one(args) || !below_one(args + 1)) return arb_indeterminate(result);
    ComplexBall n, m, w;
    acb_set_arb(n, args);
    acb_set_arb(m, args + 1);
    acb_elliptic_pi(w, n, m, precision);
    take_real(result, w);
}

void elliptic_pi_incomplete(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!positive_on_path(args, args + 1, precision) || !positive_on_path(args + 2, args + 1, precision)) {
        return arb_indeterminate(result);
    }
    ComplexBall n, phi, m, w;
    acb_set_arb(n, args);
    acb_set_arb(phi, args + 1);
    acb_set_arb(m, args + 2);
    acb_elliptic_pi_inc(w, n, phi, m, 0, precision);
    take_real(result, w);
}

}  // namespace pdiff::balls
