// The rows of the definition table put in place of their names: sqrt(u) becomes u^(1/2).
#pragma once

#include <span>

#include "parse/construct.hpp"
#include "pdiff/functions.hpp"

namespace pdiff {

// As many arguments as the row has parameters.
Expr instantiate(Construct& construct, const DefinitionRow& row, std::span<const Expr> args);

}  // namespace pdiff
