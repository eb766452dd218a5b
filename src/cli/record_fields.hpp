// One line of NDJSON: an object of strings and lists of strings.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pdiff::cli {

struct FieldRow {
    std::string_view name;
    bool list = false;    // may be an array of strings
    bool number = false;  // may be a number, which is kept as it is written
};

struct Field {
    std::string_view name;
    std::vector<std::string> values;
};

// Throws Error{syntax}, with `expected` for a hint, for what is no object of these fields, each at most once.
std::vector<Field> read_fields(std::string_view line, std::span<const FieldRow> allowed, std::string_view expected);

}  // namespace pdiff::cli
