// Whether every line of an explanation follows from the one before it: proved, refuted or undecided.
#pragma once

#include <string>
#include <vector>

#include "pdiff/explain.hpp"

namespace pdiff::test {

struct Proofs {
    std::size_t proved = 0;
    std::vector<std::string> refuted, undecided;
};

// Identical, a difference of zero, or enclosures that agree at points.
bool proved_equal(Pool& pool, Expr a, Expr b);

Proofs prove(Pool& pool, const Explanation& explanation);

}  // namespace pdiff::test
