// Gauss's hypergeometric function and the classical orthogonal polynomials on balls.
#include <acb_hypgeom.h>
#include <arb_hypgeom.h>

#include <algorithm>
#include <array>

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

using Parameters = std::array<ComplexBall, 4>;  // a, b, c and u

// By the connection formula for where u lies; they fail where a - b or c - a - b is an integer that is not exact.
void by_connection(acb_t result, const Parameters& p, slong precision) {
    const int formula = acb_hypgeom_2f1_choose(p[3]);
    if (formula == 0)
        acb_hypgeom_2f1_direct(result, p[0], p[1], p[2], p[3], 0, precision);
    else if (formula <= 5)
        acb_hypgeom_2f1_transform(result, p[0], p[1], p[2], p[3], 0, formula, precision);
    else
        acb_hypgeom_2f1_corner(result, p[0], p[1], p[2], p[3], 0, precision);
}

// By the series at u, or Pfaff's at u/(u - 1): one of them converges, if slowly. The number of its terms is bounded by
// a multiple of the precision that it is given.
void by_series(acb_t result, const Parameters& p, slong precision) {
    if (arb_is_nonnegative(acb_realref(p[3])))
        acb_hypgeom_2f1_direct(result, p[0], p[1], p[2], p[3], 0, 2 * precision);
    else
        acb_hypgeom_2f1_transform(result, p[0], p[1], p[2], p[3], 0, 1, 2 * precision);
}

// Arb itself would turn to numerical integration, for seconds, and often in vain.
void in_bounded_time(arb_t result, arb_srcptr args, slong precision) {
    Parameters p;
    for (std::size_t i = 0; i < p.size(); ++i) acb_set_arb(p[i], args + i);
    ComplexBall connected, summed;
    by_connection(connected, p, precision);
    arb_set(result, acb_realref(connected));
    if (acb_rel_accuracy_bits(connected) >= precision / 2) return;
    by_series(summed, p, precision);
    if (acb_rel_accuracy_bits(summed) > acb_rel_accuracy_bits(connected)) arb_set(result, acb_realref(summed));
    constexpr slong cheap = 64;  // milliseconds
    if (arb_rel_accuracy_bits(result) < cheap / 4)
        arb_hypgeom_2f1_integration(result, args, args + 1, args + 2, args + 3, 0, std::min(precision, cheap));
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
    const bool in_closed_form =
        is_polynomial(args) || is_polynomial(args + 1) || arb_is_zero(args + 3) || arb_is_one(args + 3);
    if (in_closed_form)
        arb_hypgeom_2f1(result, args, args + 1, args + 2, args + 3, 0, precision);
    else
        in_bounded_time(result, args, precision);
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
