// The point of --at: every variable has a value there, and the function as it was typed has one.
#pragma once

#include <string>
#include <vector>

#include "cli/answer.hpp"
#include "pdiff/evaluate.hpp"

namespace pdiff::cli {

struct Point {
    std::vector<Binding> bindings;
    bool decimals = false;  // written with a decimal point
    std::string text;       // "x = 1, y = 2/3"
};

// Throws Error{usage} where a variable has no value and Failure, exit status 5, where f has none at the point.
Point read_point(Pool& pool, const Task& task, const Answer& answer);

// The scalars that a vector, a matrix or an equation consists of, in order.
std::vector<Expr> scalar_sides(const Pool& pool, Expr f);
bool has_unknown_function(const Pool& pool, Expr f);

}  // namespace pdiff::cli
