// f is analytic in its parameter n, so the mean of f(z)/(z - n)^k over N points z of a small circle of radius r about
// n is the k-th Taylor coefficient, up to M R^-k q^N/(1 - q^N), where q = r/R and M bounds |f| on the circle of radius
// R, and so inside it.
#include "numeric/parameter_derivatives.hpp"

#include <acb_hypgeom.h>

#include <algorithm>
#include <iterator>

#include "numeric/ball_functions.hpp"

namespace pdiff {
namespace {

constexpr slong outer_exponent = -2;  // R = 2^-2
constexpr slong inner_exponent = -6;  // r = 2^-6
constexpr slong highest_order = 50;
constexpr slong highest_precision = 2048;

using ComplexFunction = void (*)(acb_t result, const acb_t n, const acb_t u, slong precision);
using Region = bool (*)(const arb_t u);

bool anywhere(const arb_t) { return true; }
bool positive(const arb_t u) { return arb_is_positive(u); }

bool below_one(const arb_t u) {
    Ball one;
    arb_one(one);
    return arb_lt(u, one);
}

bool above_minus_one(const arb_t u) {
    Ball t;
    arb_add_ui(t, u, 1, 64);
    return arb_is_positive(t);
}

void upper_gamma(acb_t result, const acb_t a, const acb_t u, slong precision) {
    acb_hypgeom_gamma_upper(result, a, u, 0, precision);
}

void legendre(acb_t result, const acb_t n, const acb_t u, slong precision) {
    const ComplexBall order;
    acb_hypgeom_legendre_p(result, n, order, u, 0, precision);
}

void laguerre(acb_t result, const acb_t n, const acb_t u, slong precision) {
    const ComplexBall order;
    acb_hypgeom_laguerre_l(result, n, order, u, precision);
}

// Entire in the first argument, and real for real ones, where the second lies in the region.
struct Row {
    Function function;
    ComplexFunction evaluate;
    Region region;
};

constexpr Row rows[] = {
    {Function::besselj, acb_hypgeom_bessel_j, positive},
    {Function::bessely, acb_hypgeom_bessel_y, positive},
    {Function::besseli, acb_hypgeom_bessel_i, positive},
    {Function::besselk, acb_hypgeom_bessel_k, positive},
    {Function::polylog, acb_polylog, below_one},
    {Function::uppergamma, upper_gamma, positive},
    {Function::expint, acb_hypgeom_expint, positive},
    {Function::legendre, legendre, above_minus_one},
    {Function::chebyshevt, acb_hypgeom_chebyshev_t, above_minus_one},
    {Function::chebyshevu, acb_hypgeom_chebyshev_u, above_minus_one},
    {Function::hermite, acb_hypgeom_hermite_h, anywhere},
    {Function::laguerre, laguerre, anywhere},
};

// n + 2^exponent * root
void on_circle(acb_t z, const acb_t n, const acb_t root, slong exponent, slong precision) {
    acb_mul_2exp_si(z, root, exponent);
    acb_add(z, z, n, precision);
}

// M, from balls that cover the outer circle.
void bound_on_circle(mag_t bound, ComplexFunction f, const acb_t n, const acb_t u) {
    constexpr ulong balls = 128;
    constexpr slong precision = 64;
    ComplexBall root, power, z, value;
    mag_t size, cover;
    mag_init(size);
    mag_init(cover);
    mag_set_d(cover, 3.2 / double(balls));
    mag_mul_2exp_si(cover, cover, outer_exponent);
    acb_unit_root(root, balls, precision);
    mag_zero(bound);
    for (ulong j = 0; j < balls; ++j) {
        acb_pow_ui(power, root, j, precision);
        on_circle(z, n, power, outer_exponent, precision);
        acb_add_error_mag(z, cover);
        f(value, z, u, precision);
        acb_get_mag(size, value);
        if (!acb_is_finite(value)) mag_inf(size);
        mag_max(bound, bound, size);
    }
    mag_clear(cover);
    mag_clear(size);
}

// M R^-k q^N/(1 - q^N), where q^N < 1/2
void truncation(mag_t error, const mag_t bound, slong order, slong points) {
    mag_mul_2exp_si(error, bound, 1 - outer_exponent * order + (inner_exponent - outer_exponent) * points);
}

// The mean of f(z)/(z - n)^order over the points of the inner circle.
void circle_mean(arb_t result, ComplexFunction f, const acb_t n, const acb_t u, slong order, slong points,
                 slong precision) {
    const slong working = precision - inner_exponent * order + 16;
    ComplexBall root, power, z, value, total;
    acb_unit_root(root, ulong(points), working);
    for (slong j = 0; j < points; ++j) {
        acb_pow_ui(power, root, ulong(j), working);
        on_circle(z, n, power, inner_exponent, working);
        f(value, z, u, working);
        acb_pow_ui(power, root, ulong((points - j) * order % points), working);
        acb_addmul(total, value, power, working);
    }
    arb_mul_2exp_si(result, acb_realref(total), -inner_exponent * order);
    arb_div_si(result, result, points, working);
}

void taylor_coefficient(arb_t result, ComplexFunction f, const acb_t n, const acb_t u, slong order, slong precision) {
    const slong points = precision / (outer_exponent - inner_exponent) + order + 4;
    mag_t bound;
    mag_init(bound);
    bound_on_circle(bound, f, n, u);
    if (!mag_is_inf(bound)) {
        truncation(bound, bound, order, points);
        circle_mean(result, f, n, u, order, points, precision);
        arb_add_error_mag(result, bound);
    }
    mag_clear(bound);
}

}  // namespace

void parameter_derivative(arb_t result, Function f, slong order, arb_srcptr args, slong count, slong precision) {
    arb_indeterminate(result);
    if (f == Function::zeta) {
        Ball one;
        arb_one(one);
        return balls::zeta_derivative(result, args, one, order, precision);
    }
    if (f == Function::zeta_hurwitz) return balls::zeta_derivative(result, args, args + 1, order, precision);
    const Row* found = std::ranges::find(rows, f, &Row::function);
    if (found == std::end(rows) || count != 2 || order > highest_order || precision > highest_precision ||
        !found->region(args + 1))
        return;
    if (!balls::is_below(args, 8) || !balls::is_below(args + 1, 12)) return;
    ComplexBall n, u;
    acb_set_arb(n, args);
    acb_set_arb(u, args + 1);
    taylor_coefficient(result, found->evaluate, n, u, order, precision);
    Ball factorial;
    arb_fac_ui(factorial, ulong(order), precision);
    arb_mul(result, result, factorial, precision);
}

}  // namespace pdiff
