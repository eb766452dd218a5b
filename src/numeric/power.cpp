#include "numeric/power.hpp"

namespace pdiff {
namespace {

void set_undefined(Value& result) {
    result.is_exact = false;
    result.status = Status::undefined;
}

void set_undecided(Value& result) {
    result.is_exact = false;
    result.status = Status::undecided;
}

// [0, upper]
void set_from_zero(arb_t result, const arb_t upper, slong precision) {
    if (!arb_is_finite(upper)) return arb_indeterminate(result);
    arf_t zero_bound, bound;
    arf_init(zero_bound);
    arf_init(bound);
    arb_get_ubound_arf(bound, upper, precision);
    arb_set_interval_arf(result, zero_bound, bound, precision);
    arf_clear(bound);
    arf_clear(zero_bound);
}

// The largest absolute value in the ball, as a ball.
void largest_magnitude(arb_t result, const arb_t x, slong precision) {
    arf_t bound;
    arf_init(bound);
    arb_get_abs_ubound_arf(bound, x, precision);
    arb_set_arf(result, bound);
    arf_clear(bound);
}

// Zero to an exact power.
void raise_zero(Value& result, int exponent_sign) {
    if (exponent_sign < 0) return set_undefined(result);
    set_exact(result, exponent_sign == 0 ? 1 : 0);
}

// For exponents so large that squaring step by step is no way.
void raise_by_logarithm(arb_t result, const arb_t base, const fmpz_t exponent, slong precision) {
    if (arb_contains_zero(base)) return arb_indeterminate(result);
    const bool negative = arb_is_negative(base) && fmpz_is_odd(exponent);
    const slong working = precision + slong(fmpz_bits(exponent));
    arb_abs(result, base);
    arb_log(result, result, working);
    arb_mul_fmpz(result, result, exponent, working);
    arb_exp(result, result, precision);
    if (negative) arb_neg(result, result);
}

void raise_to_integer(Value& result, const Value& base, const fmpz_t exponent, slong precision) {
    constexpr slong most_squarings = 64;
    constexpr slong most_exponent_bits = 4096;
    if (base.is_exact && fmpq_is_zero(base.exact)) return raise_zero(result, fmpz_sgn(exponent));
    if (fmpz_is_zero(exponent)) return set_exact(result, 1);
    const slong exponent_bits = slong(fmpz_bits(exponent));
    if (base.is_exact && (fmpq_is_pm1(base.exact) || exponent_bits <= 14) &&
        (fmpq_is_pm1(base.exact) || bits(base.exact) * std::abs(fmpz_get_si(exponent)) <= max_exact_bits)) {
        const slong reduced = exponent_bits <= 14 ? fmpz_get_si(exponent) : slong(fmpz_is_odd(exponent));
        Rational exact;
        fmpq_pow_si(exact, base.exact, reduced);
        return set_exact(result, exact, precision);
    }
    if (exponent_bits > most_exponent_bits) return set_undecided(result);
    if (exponent_bits > most_squarings) {
        raise_by_logarithm(result.ball, base.ball, exponent, precision);
    } else if (arb_contains_zero(base.ball) && fmpz_sgn(exponent) > 0 && fmpz_is_even(exponent)) {
        largest_magnitude(result.ball, base.ball, precision);
        arb_pow_fmpz(result.ball, result.ball, exponent, precision);
        set_from_zero(result.ball, result.ball, precision);
    } else {
        arb_pow_fmpz(result.ball, base.ball, exponent, precision + exponent_bits);
        arb_set_round(result.ball, result.ball, precision);
    }
    settle(result);
}

// Whether the root of an exact value is rational, and its power small enough to be carried.
bool raise_exactly(Value& result, const Value& base, const fmpq_t exponent, slong precision) {
    if (!base.is_exact || bits(base.exact) > max_exact_bits) return false;
    if (fmpz_cmp_si(fmpq_denref(exponent), 64) > 0 || fmpz_bits(fmpq_numref(exponent)) > 14) return false;
    const slong n = fmpz_get_si(fmpq_denref(exponent));
    const slong power = fmpz_get_si(fmpq_numref(exponent));
    Rational root;
    if (!fmpz_root(fmpq_numref(root), fmpq_numref(base.exact), n)) return false;
    if (!fmpz_root(fmpq_denref(root), fmpq_denref(base.exact), n)) return false;
    if (bits(root) * std::abs(power) > max_exact_bits) return false;
    fmpq_pow_si(root, root, power);
    set_exact(result, root, precision);
    return true;
}

// Of a base that is not negative.
void raise_ball(arb_t result, const arb_t base, const fmpq_t exponent, slong precision) {
    const bool small = fmpz_cmp_si(fmpq_denref(exponent), 64) <= 0 && fmpz_bits(fmpq_numref(exponent)) <= 14;
    if (!small) {
        Ball power;
        arb_set_fmpq(power, exponent, precision);
        arb_pow(result, base, power, precision);
        return;
    }
    constexpr slong guard = 16;
    const slong working = precision + guard;
    const ulong n = fmpz_get_ui(fmpq_denref(exponent));
    if (fmpz_sgn(fmpq_numref(exponent)) < 0 && n == 2) {
        arb_rsqrt(result, base, working);
    } else {
        arb_root_ui(result, base, n, working);
        if (fmpz_sgn(fmpq_numref(exponent)) < 0) arb_inv(result, result, working);
    }
    Integer power;
    fmpz_abs(power, fmpq_numref(exponent));
    arb_pow_fmpz(result, result, power, working);
    arb_set_round(result, result, precision);
}

void raise_to_fraction(Value& result, const Value& base, const fmpq_t exponent, slong precision) {
    if (base.is_exact && fmpq_is_zero(base.exact)) return raise_zero(result, fmpq_sgn(exponent));
    if (arb_is_negative(base.ball)) return set_undefined(result);
    if (raise_exactly(result, base, exponent, precision)) return;
    if (arb_is_positive(base.ball)) {
        raise_ball(result.ball, base.ball, exponent, precision);
    } else if (arb_is_nonnegative(base.ball) && fmpq_sgn(exponent) > 0) {
        largest_magnitude(result.ball, base.ball, precision);
        raise_ball(result.ball, result.ball, exponent, precision);
        set_from_zero(result.ball, result.ball, precision);
    } else {
        return set_undecided(result);
    }
    settle(result);
}

}  // namespace

void raise(Value& result, const Value& base, const Value& exponent, slong precision) {
    if (exponent.is_exact && fmpz_is_one(fmpq_denref(exponent.exact))) {
        raise_to_integer(result, base, fmpq_numref(exponent.exact), precision);
    } else if (exponent.is_exact) {
        raise_to_fraction(result, base, exponent.exact, precision);
    } else if (arb_is_positive(base.ball)) {
        arb_pow(result.ball, base.ball, exponent.ball, precision);
        settle(result);
    } else if (base.is_exact && fmpq_is_zero(base.exact) && arb_is_nonzero(exponent.ball)) {
        raise_zero(result, arb_is_positive(exponent.ball) ? 1 : -1);
    } else if (arb_is_negative(base.ball) && !arb_contains_int(exponent.ball)) {
        set_undefined(result);
    } else {
        set_undecided(result);
    }
}

}  // namespace pdiff
