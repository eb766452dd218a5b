// Fractions that may merge, cancel or be read more easily over one line.
#pragma once

#include <vector>

#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// base^exponent is below the line.
bool is_below(const Pool& pool, Expr base, Expr exponent);
// Of a sum: powers of names above the line. Like terms have been collected, so it is not zero, and nothing of it
// merges.
bool is_polynomial_in_names(const Pool& pool, Expr sum);
// Of a sum: a quotient among its terms, exp(-u) too.
bool has_fractions(const Pool& pool, Expr sum);
// Powers of x - y and x + y, the same.
bool are_conjugates(const Pool& pool, const Pair& a, const Pair& b);
// Of a sum: two terms over one bracket or root, x/(x + y) + y/(x + y), brackets that differ in signs, and brackets of
// which one divides the other.
bool shares_denominators(const Pool& pool, Expr sum);
// Of a sum: polynomials in one name over different brackets, 1/(x + 1) + (2 - x)/(x^2 - x + 1).
bool are_partial_fractions(const Pool& pool, Expr sum);
// Of a sum: terms over (x + 1)^2 + 4, or its root, and over x^2 + 2*x + 5.
bool completed_squares_meet(const Pool& pool, Expr sum);
// Of a sum: 1 - (2*x - 1)^2 loses its number multiplied out, (2*x + 1)^2 + 3 is a multiple of 4.
bool is_simpler_square(const Pool& pool, Expr sum);
// Of a product: a bracket with a square root below the line, and the root in another factor.
bool roots_meet(const Pool& pool, Expr product);
// The sums of (1/x + 1)/y, with fractions over something.
std::vector<Expr> compound_numerators(const Pool& pool, Survey& f);

}  // namespace pdiff
