// The example of a row of mistakes, worked out.
#pragma once

#include <string>

#include "check/candidates.hpp"

namespace pdiff {

struct MistakeExample {
    std::string function;  // and what is asked, where that is not the derivative by x
    std::string answer;    // the wrong one
    std::string said;      // the first line of the diagnosis that names the row; empty: none does
};

MistakeExample example_of(const MistakeRow& row);

// The question of a function and a column `by`.
struct AskedQuestion {
    Question question;
    Expr right{};
};
AskedQuestion read_question(Pool& pool, std::string_view function, std::string_view by);

}  // namespace pdiff
