// base^exponent over the reals: the principal power, with its domain decided where it can be.
#pragma once

#include "numeric/value.hpp"

namespace pdiff {

// Of defined operands; sets the status, exact value and ball of `result`, which is neither operand.
// 0^0 is 1 for exact integers; x^(p/q) has a value for x >= 0 only; x^y for x < 0 only at integers y.
void raise(Value& result, const Value& base, const Value& exponent, slong precision);

}  // namespace pdiff
