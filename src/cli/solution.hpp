// The explanation of every derivative that a task asks for.
#pragma once

#include "cli/answer.hpp"
#include "pdiff/explain.hpp"

namespace pdiff::cli {

// Ends with the very expression that the answer shows.
Explanation solution(Pool& pool, const Task& task, const Answer& answer, const Result& result);

}  // namespace pdiff::cli
