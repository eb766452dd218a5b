// Appell's F1 on balls: its series by total degree, with a bound on what is left out.
//
// F1(a; b, c; d; u, v) = sum over n of (a)_n/(d)_n P_n, where P_n are the coefficients of (1 - ut)^-b (1 - vt)^-c,
// for |u|, |v| < 1. Two transformations bring other arguments below 1 into that region or closer to its centre:
//   F1 = (1 - u)^-b (1 - v)^-c F1(d - a; b, c; d; u/(u - 1), v/(v - 1))
//   F1 = (1 - u)^-a F1(a; d - b - c, c; d; u/(u - 1), (u - v)/(u - 1)), and the same with u and v exchanged.
#include <arb_poly.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "numeric/ball_functions.hpp"

namespace pdiff::balls {
namespace {

constexpr slong most_terms = 20'000;
constexpr double most_work = 4e6;  // terms times precision
constexpr slong parameter_bits = 7;

// factor * F1(a; b, c; d; u, v)
struct Form {
    Ball factor, a, b, c, d, u, v;
};

// x/(x - 1)
void reflect(arb_t result, const arb_t x, slong precision) {
    Ball t;
    arb_sub_ui(t, x, 1, precision);
    arb_div(result, x, t, precision);
}

// factor *= (1 - x)^-power
void take_out(Form& form, const arb_t x, const arb_t power, slong precision) {
    Ball base, exponent;
    arb_sub_ui(base, x, 1, precision);
    arb_neg(base, base);
    arb_neg(exponent, power);
    arb_pow(base, base, exponent, precision);
    arb_mul(form.factor, form.factor, base, precision);
}

Form reflected(const Form& f, slong precision) {
    Form g = f;
    take_out(g, f.u, f.b, precision);
    take_out(g, f.v, f.c, precision);
    arb_sub(g.a, f.d, f.a, precision);
    reflect(g.u, f.u, precision);
    reflect(g.v, f.v, precision);
    return g;
}

Form shifted(const Form& f, slong precision) {
    Form g = f;
    Ball t;
    take_out(g, f.u, f.a, precision);
    arb_sub(g.b, f.d, f.b, precision);
    arb_sub(g.b, g.b, f.c, precision);
    reflect(g.u, f.u, precision);
    arb_sub_ui(t, f.u, 1, precision);
    arb_sub(g.v, f.u, f.v, precision);
    arb_div(g.v, g.v, t, precision);
    return g;
}

Form exchanged(const Form& f) {
    Form g = f;
    std::swap(g.b, g.c);
    std::swap(g.u, g.v);
    return g;
}

// An upper bound of |x|, as a ball without radius.
void upper_size(arb_t result, const arb_t x, slong precision) {
    arf_t bound;
    arf_init(bound);
    arb_get_abs_ubound_arf(bound, x, precision);
    arb_set_arf(result, bound);
    arf_clear(bound);
}

// The larger of |u| and |v|: what the terms fall by.
void rate(arb_t result, const Form& f) {
    Ball u, v;
    upper_size(u, f.u, 64);
    upper_size(v, f.v, 64);
    arb_max(result, u, v, 64);
}

double rate(const Form& f) {
    Ball r;
    rate(r, f);
    return arf_get_d(arb_midref(r), ARF_RND_UP);
}

// The coefficients of (1 - xt)^-power.
std::vector<Ball> binomial_series(const arb_t x, const arb_t power, slong terms, slong precision) {
    std::vector<Ball> series(static_cast<std::size_t>(terms));
    Ball t;
    arb_one(series.front());
    for (slong n = 0; n + 1 < terms; ++n) {
        arb_struct* next = series[std::size_t(n) + 1];
        arb_add_si(t, power, n, precision);
        arb_mul(t, t, x, precision);
        arb_mul(next, series[std::size_t(n)], t, precision);
        arb_div_ui(next, next, ulong(n) + 1, precision);
    }
    return series;
}

// max(1, (x + n)/(y + n)), which bounds it for all later n too as it tends to 1; both sums are positive.
void ratio_bound(arb_t result, const arb_t x, const arb_t y, slong n, slong precision) {
    Ball numerator, denominator, one;
    arb_add_si(numerator, x, n, precision);
    arb_add_si(denominator, y, n, precision);
    arb_div(result, numerator, denominator, precision);
    arb_one(one);
    arb_max(result, result, one, precision);
}

// Bounds the terms from n on by a geometric series; `quotient` is (a)_n/(d)_n. |P_n| <= (s)_n/n! r^n with
// s = |b| + |c| and r the larger of |u| and |v|. Not finite where n is too small for the bound.
void tail_bound(arb_t result, const Form& f, const arb_t quotient, slong n) {
    constexpr slong precision = 64;
    Ball one, r, s, t, q;
    arb_one(one);
    arb_indeterminate(result);
    arb_add_si(t, f.a, n, precision);
    arb_add_si(q, f.d, n, precision);
    if (!arb_is_positive(t) || !arb_is_positive(q)) return;
    rate(r, f);
    upper_size(s, f.b, precision);
    upper_size(t, f.c, precision);
    arb_add(s, s, t, precision);
    ratio_bound(q, f.a, f.d, n, precision);
    ratio_bound(t, s, one, n, precision);
    arb_mul(q, q, t, precision);
    arb_mul(q, q, r, precision);
    arb_sub(q, one, q, precision);
    if (!arb_is_positive(q)) return;
    arb_pow_ui(r, r, ulong(n), precision);
    arb_rising_ui(t, s, ulong(n), precision);
    arb_mul(r, r, t, precision);
    arb_fac_ui(t, ulong(n), precision);
    arb_div(r, r, t, precision);
    upper_size(t, quotient, precision);
    arb_mul(r, r, t, precision);
    arb_div(r, r, q, precision);
    upper_size(result, r, precision);
}

void sum_series(arb_t result, const Form& f, slong terms, slong precision) {
    const std::vector<Ball> left = binomial_series(f.u, f.b, terms, precision);
    const std::vector<Ball> right = binomial_series(f.v, f.c, terms, precision);
    std::vector<Ball> p(static_cast<std::size_t>(terms));
    _arb_poly_mullow(p.front(), left.front(), terms, right.front(), terms, terms, precision);
    Ball total, quotient, t;
    arb_one(quotient);
    for (slong n = 0; n < terms; ++n) {
        arb_addmul(total, quotient, p[std::size_t(n)], precision);
        arb_add_si(t, f.a, n, precision);
        arb_mul(quotient, quotient, t, precision);
        arb_add_si(t, f.d, n, precision);
        arb_div(quotient, quotient, t, precision);
    }
    tail_bound(t, f, quotient, terms);
    if (!arb_is_finite(t)) return arb_indeterminate(result);
    arb_add_error(total, t);
    arb_mul(result, total, f.factor, precision);
}

}  // namespace

void appell_f1(arb_t result, arb_srcptr args, slong, slong precision) {
    Form given;
    Ball one;
    arb_one(one);
    arb_one(given.factor);
    Ball* const parts[] = {&given.a, &given.b, &given.c, &given.d, &given.u, &given.v};
    for (std::size_t i = 0; i < std::size(parts); ++i) arb_set(*parts[i], args + i);
    for (slong i = 0; i < 4; ++i) {
        if (!is_below(args + i, parameter_bits)) return arb_indeterminate(result);
    }
    if (!arb_lt(given.u, one) || !arb_lt(given.v, one)) return arb_indeterminate(result);
    const Form forms[] = {given, reflected(given, precision), shifted(given, precision),
                          shifted(exchanged(given), precision)};
    const Form& best = *std::ranges::min_element(forms, {}, [](const Form& f) { return rate(f); });
    const double fall = -std::log2(std::max(rate(best), 0x1p-60));
    const double terms = double(precision) / fall * 1.1 + 150;
    if (!(fall > 0) || terms > double(most_terms) || terms * double(precision) > most_work) {
        return arb_indeterminate(result);
    }
    sum_series(result, best, slong(terms), precision);
}

}  // namespace pdiff::balls
