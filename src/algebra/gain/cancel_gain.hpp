// Whether the brackets of a fraction may be shorter, once they have been multiplied out.
#pragma once

#include "pdiff/expr.hpp"

namespace pdiff {

// Of a product: brackets of names above and below the line, where one above has a factor in common with one below, has
// a factor twice, is a product of two brackets, or begins with a minus.
bool brackets_may_cancel(const Pool& pool, Expr product);

}  // namespace pdiff
