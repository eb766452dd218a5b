// The arguments sorted into options and expressions, before any library sees them.
//
// An expression may start with a minus (-x^2, -dx) or be in brackets ([x + 1]): what starts with one minus and is no
// short option, or stands behind `--`, is an expression.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pdiff::cli {

struct Arguments {
    std::string command;
    std::vector<std::string> expressions;
    std::vector<std::string> options;  // each as "--name" or "--name=value"
};

// Throws Error{usage} for an unknown option, a value that is missing or one too many.
Arguments sort_arguments(std::span<char* const> arguments);

}  // namespace pdiff::cli
