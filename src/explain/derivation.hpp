// The steps of one derivative by one variable: which law each operation is differentiated by, operands first.
#pragma once

#include <vector>

#include "explain/law_reader.hpp"
#include "pdiff/explain.hpp"

namespace pdiff::explain {

// The last step is for all of f, which is in canonical form.
std::vector<Step> derive(Pool& pool, LawReader& laws, Expr f, Expr x);

}  // namespace pdiff::explain
