#include "numeric/value.hpp"

#include "expr/number_big.hpp"

namespace pdiff {

void set(Rational& result, const Number& number) {
    if (const Number::Big* big = number.big()) {
        fmpq_set_mpq(result, big->value);
        return;
    }
    fmpz_set_si(fmpq_numref(result), number.small_numerator());
    fmpz_set_si(fmpq_denref(result), number.small_denominator());
}

void enclose_exact(Value& value, slong precision) {
    if (fmpz_is_one(fmpq_denref(value.exact))) {
        arb_set_round_fmpz(value.ball, fmpq_numref(value.exact), precision);
    } else {
        arb_set_fmpq(value.ball, value.exact, precision);
    }
}

void set_exact(Value& value, const fmpq_t exact, slong precision) {
    fmpq_set(value.exact, exact);
    value.is_exact = true;
    value.status = Status::defined;
    enclose_exact(value, precision);
}

void set_exact(Value& value, slong exact) {
    fmpq_set_si(value.exact, exact, 1);
    arb_set_si(value.ball, exact);
    value.is_exact = true;
    value.status = Status::defined;
}

void settle(Value& value) {
    value.is_exact = false;
    value.status = arb_is_finite(value.ball) ? Status::defined : Status::undecided;
    if (value.status != Status::defined || !arb_is_exact(value.ball)) return;
    if (arf_bits(arb_midref(value.ball)) > max_exact_bits) return;
    Integer mantissa, exponent;
    arf_get_fmpz_2exp(mantissa, exponent, arb_midref(value.ball));
    if (fmpz_bits(exponent) > 14) return;
    fmpz_one(fmpq_denref(value.exact));
    fmpz_set(fmpq_numref(value.exact), mantissa);
    const slong shift = fmpz_get_si(exponent);
    if (shift >= 0) {
        fmpq_mul_2exp(value.exact, value.exact, ulong(shift));
    } else {
        fmpq_div_2exp(value.exact, value.exact, ulong(-shift));
    }
    value.is_exact = true;
}

void add_multiple(Value& sum, const Value& term, const Value& coefficient, slong precision) {
    const bool both = term.is_exact && coefficient.is_exact;
    if (sum.is_exact && both && bits(sum.exact) + bits(term.exact) + bits(coefficient.exact) <= max_exact_bits) {
        fmpq_addmul(sum.exact, term.exact, coefficient.exact);
        return;
    }
    if (sum.is_exact) enclose_exact(sum, precision);
    sum.is_exact = false;
    if (coefficient.is_exact && fmpq_is_one(coefficient.exact)) {
        arb_add(sum.ball, sum.ball, term.ball, precision);
    } else {
        arb_addmul(sum.ball, term.ball, coefficient.ball, precision);
    }
}

void multiply(Value& product, const Value& factor, slong precision) {
    if (product.is_exact && factor.is_exact && bits(product.exact) + bits(factor.exact) <= max_exact_bits) {
        fmpq_mul(product.exact, product.exact, factor.exact);
        return;
    }
    if (product.is_exact) enclose_exact(product, precision);
    product.is_exact = false;
    arb_mul(product.ball, product.ball, factor.ball, precision);
}

}  // namespace pdiff
