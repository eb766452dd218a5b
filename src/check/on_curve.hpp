// What holds on a curve: an equation is solved for one of its variables, and judged is what is left on each branch.
#pragma once

#include <optional>
#include <vector>

#include "pdiff/check.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// The variable and its value where F = 0; a solution may have two branches.
struct Branch {
    Expr variable{}, value{};
};

// F, an equation or the expression that is 0, solved for `dependent` or else for another variable, where it is of the
// first or second degree in it; nothing where it is in none.
std::vector<Branch> branches(Pool& pool, Expr curve, Expr dependent);

// A point with small whole coordinates on the curve at which f and g have different values, if there is one.
std::optional<Witness> whole_witness(Pool& pool, Expr curve, Expr f, Expr g);

}  // namespace pdiff
