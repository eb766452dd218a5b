// The value of one operation at a point: an enclosure, the exact rational where it is known, and what is proved.
#pragma once

#include <cstdint>

#include "numeric/ball.hpp"
#include "pdiff/number.hpp"

namespace pdiff {

// In the order in which an operation takes it over from its operands: the greatest wins.
enum class Status : std::uint8_t {
    defined,     // proved to have a value
    undecided,   // more precision may decide
    unknowable,  // a variable or unknown function is left: more precision will not help
    undefined,   // proved to have no value
};

struct Value {
    Status status = Status::unknowable;
    bool is_exact = false;    // `exact` is the value
    bool truth = false;       // of a condition
    std::uint32_t cause = 0;  // position of the operation that first had no value
    Ball ball;                // encloses the value
    Rational exact;
};

// Exact results larger than this are carried as balls alone.
inline constexpr slong max_exact_bits = 16384;

inline slong bits(const fmpq_t x) { return slong(fmpz_bits(fmpq_numref(x)) + fmpz_bits(fmpq_denref(x))); }

void set(Rational& result, const Number& number);
// The ball of an exact value at this precision.
void enclose_exact(Value& value, slong precision);
void set_exact(Value& value, const fmpq_t exact, slong precision);
void set_exact(Value& value, slong exact);
// After a ball was computed: defined where it is finite; a ball without radius is an exact value.
void settle(Value& value);

// sum += term*coefficient and product *= factor, of defined values; exact while everything is, and not too large.
// An exact sum or product has its ball only after enclose_exact.
void add_multiple(Value& sum, const Value& term, const Value& coefficient, slong precision);
void multiply(Value& product, const Value& factor, slong precision);

}  // namespace pdiff
