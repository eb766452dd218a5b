// From an answer's text to its parts, each beside the result that it answers.
#pragma once

#include <string_view>

#include "pdiff/check_answer.hpp"

namespace pdiff {

// `checked` gets its parts, not yet judged, or the sentence that says why the shapes differ. Throws Error.
void read_answer(Pool& pool, Parser& parser, const AnswerKey& key, std::string_view text, const AnswerOptions& options,
                 CheckedAnswer& checked);

}  // namespace pdiff
