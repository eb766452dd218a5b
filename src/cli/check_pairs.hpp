// What `check` and `equal` have in common: two texts, or a stream of such pairs, and a verdict on each.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/check_report.hpp"
#include "cli/check_rows.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

struct PairCommand {
    Sides sides;
    RowNames names;
    std::string_view example;  // for hints
    // The verdict on a row. Throws Error; the spans are in the row's first text unless it is a Failure with its own.
    std::function<Report(Workspace&, const Task&, const Row&)> judge;
};

// The options as a question: its derivatives unformed, as typed beside.
Task pair_task(const Options& options);

// A Run of commands.hpp.
int run_pairs(const PairCommand& command, const Options& options, Output& output, std::string& text);

}  // namespace pdiff::cli
