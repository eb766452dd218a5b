// The right results of a question in the form in which an answer is held against them.
#pragma once

#include <string>
#include <vector>

#include "cli/answer.hpp"
#include "pdiff/check_answer.hpp"
#include "pdiff/mistakes.hpp"

namespace pdiff::cli {

AnswerKey answer_key(Pool& pool, const Task& task, const Answer& answer);

// What an entry of the results is called: df/dx, grad f[2].
std::string entry_name(const Pool& pool, const Answer& answer, const std::vector<std::size_t>& place);

// What an entry is differentiated by; empty where it is no plain partial derivative.
std::vector<Expr> entry_sequence(const Answer& answer, const std::vector<std::size_t>& place);

// The likely mistakes of a wrong answer.
Diagnosis diagnose(Pool& pool, const Answer& answer, const CheckedAnswer& checked);

}  // namespace pdiff::cli
