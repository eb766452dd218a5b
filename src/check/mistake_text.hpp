// The words of a diagnosis: where a mistake happened, and the advice of its row filled in.
#pragma once

#include <string>

#include "check/mistake_rules.hpp"
#include "pdiff/mistakes.hpp"

namespace pdiff {

// The readable form of a value, as text.
std::string readable(Pool& pool, Expr f);
// With the letters of a case; `right` is what should stand there.
std::string fill(Pool& pool, const Advice& advice, const ExprBindings& letters, Expr right);
// With {d}, the right answer, and {x}, the variable.
std::string fill_task(Pool& pool, const MistakeRow& row, Expr right, Expr x);

}  // namespace pdiff
