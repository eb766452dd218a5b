// Results at the point of --at: exact where rational, else digits that are proved, or the reason why there is none.
#pragma once

#include <string>
#include <vector>

#include "cli/point.hpp"

namespace pdiff::cli {

struct Value {
    std::string text;   // "12", "[12, 31]", "0.958851077208406"
    bool exact = true;  // else digits
};

// The closed form of one result there. Throws as below.
Expr closed_value_at(Pool& pool, const Task& task, const Answer& answer, const Point& point, const Result& result);

// One for each result of the answer. Throws Failure, exit status 5, where a derivative does not exist at the point.
std::vector<Value> values_at(Pool& pool, const Task& task, const Answer& answer, const Point& point);

}  // namespace pdiff::cli
