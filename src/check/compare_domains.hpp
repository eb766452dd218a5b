// Whether two expressions that are equal where both are defined are defined at the same points.
#pragma once

#include <span>

#include "pdiff/check.hpp"

namespace pdiff {

// Among the points where all of `within` have real values and the `conditions` hold. Sides are found to differ by a
// point, and to be the same by their conditions.
DomainComparison compare_domains(Pool& pool, Expr f, Expr g, std::span<const Expr> within,
                                 std::span<const Expr> conditions);

// Whether it is proved that f has a value at the point, and g has none.
bool is_defined_alone(Pool& pool, Expr f, Expr g, std::span<const Binding> point);

// By which side has points of its own.
Domains relation_of(const DomainComparison& domains);

}  // namespace pdiff
