// Where each result holds; a result that is right at more points than the rules behind it promise is completed there.
#pragma once

#include "cli/answer.hpp"

namespace pdiff::cli {

void find_conditions(Pool& pool, const Task& task, Answer& answer);

}  // namespace pdiff::cli
