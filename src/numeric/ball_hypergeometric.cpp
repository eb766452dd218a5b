// Gauss's hypergeometric function and the classical orthogonal polynomials on balls.
#include <arb_hypgeom.h>

#include "numeric/ball_functions.hpp"

namespace pdiff::balls {
namespace {

constexpr slong parameter_bits = 14;  // of degrees and parameters: larger ones take too many terms

bool is_polynomial(const arb_t a) { return arb_is_int(a) && arb_is_nonpositive(a); }

// Real and continuous where 1 - u > 0, everywhere for polynomials, at 1 where the sum converges.
bool is_real_2f1(arb_srcptr args, slong precision) {
    Ball t;
    arb_sub_ui(t, args + 3, 1, precision);
    if (arb_is_negative(t) || is_polynomial(args) || is_polynomial(args + 1)) return true;
    if (!arb_is_zero(t)) return false;
    arb_sub(t, args + 2, args, precision);
    arb_sub(t, t, args + 1, precision);
    return arb_is_positive(t);
}

// (1 - u)/2 < 1, or a polynomial of either sign of the degree.
bool is_real_by_degree(const arb_t n, const arb_t u, slong precision) {
    if (!is_below(n, parameter_bits)) return false;
    Ball t;
    arb_add_ui(t, u, 1, precision);
    return arb_is_int(n) || arb_is_positive(t);
}

}  // namespace

void hyp2f1(arb_t result, arb_srcptr args, slong, slong precision) {
    for (slong i = 0; i < 3; ++i) {
        if (!is_below(args + i, parameter_bits)) return arb_indeterminate(result);
    }
    if (!is_real_2f1(args, precision)) return arb_indeterminate(result);
    arb_hypgeom_2f1(result, args, args + 1, args + 2, args + 3, 0, precision);
}

void legendre(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!is_real_by_degree(args, args + 1, precision)) return arb_indeterminate(result);
    const Ball order;
    arb_hypgeom_legendre_p(result, args, order, args + 1, 0, precision);
}

void chebyshev_t(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!is_real_by_degree(args, args + 1, precision)) return arb_indeterminate(result);
    arb_hypgeom_chebyshev_t(result, args, args + 1, precision);
}

void chebyshev_u(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!is_real_by_degree(args, args + 1, precision)) return arb_indeterminate(result);
    arb_hypgeom_chebyshev_u(result, args, args + 1, precision);
}

void hermite(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!is_below(args, parameter_bits)) return arb_indeterminate(result);
    arb_hypgeom_hermite_h(result, args, args + 1, precision);
}

void laguerre(arb_t result, arb_srcptr args, slong, slong precision) {
    if (!is_below(args, parameter_bits)) return arb_indeterminate(result);
    const Ball order;
    arb_hypgeom_laguerre_l(result, args, order, args + 1, precision);
}

}  // namespace pdiff::balls
