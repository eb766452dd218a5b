// Whether an expression may be zero everywhere, at a glance: then a proof is worth its time.
#pragma once

#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// Of a large sum, or a product with a sum among its factors: the terms cancel in double precision; of roots and powers
// alone also where none of a few points has a value.
bool looks_zero(const Pool& pool, Survey& f);

}  // namespace pdiff
