// Runs a program of another package: text in, bytes out, without a shell and without files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pdiff::cli {

struct Tool {
    std::vector<std::string> arguments;  // the program first; nothing of the input belongs here
    std::string_view package;            // of Debian
    std::string_view instead;            // what can be had without it
};

// What it writes to standard output. Throws Error{io} where it is missing or fails.
std::string run_tool(const Tool& tool, std::string_view input);

}  // namespace pdiff::cli
