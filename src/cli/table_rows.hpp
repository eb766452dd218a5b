// The check that textbooks do by hand: a derivative at a point beside the central difference of the function.
#pragma once

#include <string>
#include <vector>

#include "cli/answer.hpp"

namespace pdiff::cli {

struct DifferenceRow {
    std::vector<Expr> point;   // the value of each variable
    std::string label, latex;  // of the partial
    Expr by{};
    std::string exact, difference, error;  // digits; "none", "undefined" and "-" where there are none
};

struct DifferenceTable {
    std::vector<Expr> variables;
    std::vector<DifferenceRow> rows;
    bool complete = true;  // every derivative exists
};

// For each point (texts as of --at) and each partial: the derivative, (f(x + h) - f(x - h))/(2h), and what the second
// has too much. `digits` behind the point, of what is below 1 that many that count; all of them are right.
DifferenceTable difference_table(Pool& pool, const Task& task, const Answer& answer,
                                 const std::vector<std::string>& points, Expr h, std::size_t digits);

}  // namespace pdiff::cli
