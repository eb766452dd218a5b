// The main command: the derivatives of one expression, or of every line of a stream.
#pragma once

#include <string_view>

#include "cli/output.hpp"
#include "cli/task.hpp"

namespace pdiff::cli {

// Both return the exit status.
int derive_one(const Task& task, std::string_view text, Output& output);  // throws Error
int derive_stream(const Task& task, int descriptor, Output& output);

// What an exception of any kind means to the user: memory is a limit, the rest a fault of ours.
Error as_error(const std::exception& exception);

}  // namespace pdiff::cli
