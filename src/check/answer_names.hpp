// The names in an answer: which are those of the question, which a slip of the pen, which something else.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/check_answer.hpp"

namespace pdiff {

// The variables of the question: of its function and results, and those it was told.
std::vector<Expr> question_variables(const Pool& pool, const AnswerKey& key);

// How an answer is read: the names of the question mean there what they mean in the question.
ParseOptions answer_reading(const Pool& pool, const AnswerKey& key, ParseOptions reading);

// Whether a name such as xy is a product of single variables of the question, and of e.
bool is_run_of(const Pool& pool, std::string_view name, std::span<const Expr> known);

// `text` with blanks between functions and variables of the question that are joined to them: xsin(x), cosx.
std::string joined_functions_apart(const Pool& pool, std::string_view text, std::span<const Expr> known,
                                   std::span<const std::string> own_functions);

// `text` with the names of known functions in small letters, where they are not names of the question: Sin(x).
std::string small_functions(const Pool& pool, std::string_view text, std::span<const Expr> known);

// `text` with the parameter where unknown functions of it are written without: x', dx/dt and x are x'(t), x'(t), x(t).
std::string with_parameter(std::string_view text, std::span<const std::string> functions, std::string_view parameter);

std::vector<Expr> foreign_variables(const Pool& pool, std::span<const AnswerPart> parts, std::span<const Expr> known);

// X for x, each where exactly one name of the question differs in the case of letters alone.
std::vector<Renaming> case_slips(const Pool& pool, std::span<const Expr> foreign, std::span<const Expr> known);

void rename(Pool& pool, std::vector<AnswerPart>& parts, std::span<const Renaming> renamings);

}  // namespace pdiff
