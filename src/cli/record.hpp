// One line of standard input: an expression, or with --input ndjson an object {"expr": "x^2", "wrt": "x"}.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/task.hpp"

namespace pdiff::cli {

struct Record {
    std::optional<std::string> text;       // where the line is not the expression itself
    std::shared_ptr<const Task> own_task;  // where the object asks another question

    std::string_view expression(std::string_view line) const { return text ? std::string_view(*text) : line; }
    const Task& task(const Task& common) const { return own_task ? *own_task : common; }
};

// Throws Error for what is no such object.
Record read_record(const Task& task, std::string_view line);

}  // namespace pdiff::cli
