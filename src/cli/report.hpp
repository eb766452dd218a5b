// An answer as text: labelled lines, or one JSON object; and the notes that go with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/answer.hpp"
#include "cli/value.hpp"

namespace pdiff::cli {

struct Remark {
    std::string message;
    std::optional<Span> span;
};

// What a person should know beside the results: readings, conditions, variables that do not occur.
std::vector<Remark> remarks(Pool& pool, const Task& task, const Answer& answer, const Point& point);

// To standard error, each with the place in `text` that it is about.
void write_remarks(const std::vector<Remark>& remarks, std::string_view text);

// Appends "label = result = value" for each result, with `separator` between them.
void append_text(std::string& to, Workspace& workspace, const Task& task, const Answer& answer,
                 const std::vector<Value>& values, std::string_view separator);

// Appends one object, without an end of line; docs/json.md has the schema.
void append_json(std::string& to, Pool& pool, const Task& task, const Answer& answer, const Point& point,
                 const std::vector<Value>& values, const std::vector<Remark>& notes, std::string_view input);
void append_json_error(std::string& to, const Error& error, std::string_view input);

}  // namespace pdiff::cli
