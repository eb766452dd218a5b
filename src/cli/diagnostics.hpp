// Errors and notes as a person reads them: what is wrong, the line, a caret under the place, what would be right.
#pragma once

#include <string>
#include <string_view>

#include "pdiff/error.hpp"

namespace pdiff::cli {

inline constexpr std::size_t message_bytes = 1024;  // no message is longer
inline constexpr std::size_t shown_columns = 80;    // of the input

// Several lines, the last one ended. `text` is what the error's span lies in, unless the error brings its own.
std::string error_text(const Error& error, std::string_view text, bool colour);

// In one line, for a stream: "expected a number, found ^ (column 3)". `text` as above.
std::string error_line(const Error& error, std::string_view text);

std::string note_text(std::string_view message);

// The line of `text` that `span` starts in with a caret below, both indented and ended; empty if the place is unknown.
std::string excerpt(std::string_view text, Span span);

// Whether messages may be coloured: standard error is a terminal and nothing forbids it.
bool use_colour(bool forbidden);

}  // namespace pdiff::cli
