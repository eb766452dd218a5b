// Standard input line by line: one line of output for each, in its place, flushed as it goes, in constant memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cli/input.hpp"
#include "cli/output.hpp"
#include "pdiff/error.hpp"
#include "pdiff/expr.hpp"

namespace pdiff::cli {

// What a command does with the lines.
struct LineWork {
    // The next line, or what else is answered by one; false at the end.
    std::function<bool(Input::Line&)> next;
    // Appends the answer to `to`; returns its exit status. `text` is the line, and is set to what the span of a thrown
    // Error lies in.
    std::function<int(std::string& to, std::string_view& text, std::size_t number)> answer;
    // Appends what stands in place of an answer.
    std::function<void(std::string& to, const Error& error, std::string_view text)> refuse;
};

struct Lines {
    std::size_t count = 0, failed = 0, first_failed = 0;
    int status = 0;  // of the worst
};

// The pool is emptied after each line. Throws Error{io}.
Lines answer_lines(const LineWork& work, Input& input, Output& output, Pool& pool);

// Throws Error{limit}; of a line that is too long, any number above the limit.
void check_length(const Limits& limits, std::size_t bytes);

}  // namespace pdiff::cli
