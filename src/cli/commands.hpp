// The commands, one row each: what `pdiff NAME` runs, and what help, manual page and completions say of it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

struct Example {
    std::string_view command;
    std::string_view output;  // empty: too long to show
};

// Returns the exit status. `text` is set to what the span of a thrown Error lies in.
using Run = int (*)(const Options& options, Output& output, std::string& text);

struct CommandRow {
    std::string_view name;
    std::string_view usage;
    std::string_view help;
    Run run = nullptr;  // none: not available yet
    std::span<const Example> examples = {};
};

std::span<const CommandRow> command_rows();
const CommandRow* find_command(std::string_view name);
// Of derivatives, the command without a name.
std::span<const Example> examples();

}  // namespace pdiff::cli
