// Judges rows in child processes, so that one that crashes or hangs is one verdict and not the end of the test.
#pragma once

#include <vector>

#include "corpora/judge.hpp"

namespace pdiff::test {

// One judgement a row, in order.
std::vector<Judgement> judge_all(const std::vector<Row>& rows);

}  // namespace pdiff::test
