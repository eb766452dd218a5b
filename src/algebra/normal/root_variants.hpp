// The same value with its roots elsewhere.
#pragma once

#include <vector>

#include "algebra/normal/field.hpp"

namespace pdiff::normal {

// 1/sqrt(x) as sqrt(x)/x, (z^2 + 1 + z*sqrt(z^2 + 1))/sqrt(z^2 + 1) as sqrt(z^2 + 1) + z, and 1/(x + sqrt(x^2 + 1)) as
// sqrt(x^2 + 1) - x: those that may be shorter.
std::vector<Value> root_variants(Field& field, const Value& v);

}  // namespace pdiff::normal
