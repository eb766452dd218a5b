// Where two expressions of one variable have values, as sets of points of the line.
#pragma once

#include <optional>
#include <span>

#include "pdiff/check.hpp"

namespace pdiff {

// Of the points where all of `within` have values and the `conditions` hold. Nothing where the ends of the domains are
// not known, or not rational. Expressions may be as typed.
std::optional<DomainComparison> compare_domains_on_line(Pool& pool, Expr f, Expr g, std::span<const Expr> within,
                                                        std::span<const Expr> conditions);

// Whether all that may have no value in `roots` is said by domain_conditions(), no more and no less.
bool has_known_domain(Pool& pool, std::span<const Expr> roots);

}  // namespace pdiff
