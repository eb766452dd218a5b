// What a stream of answers gives line by line: fields between tabs, JSON objects, or rows of a CSV file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/csv.hpp"
#include "cli/input.hpp"
#include "cli/task.hpp"

namespace pdiff::cli {

struct Row {
    std::string id;
    std::string first, second;     // function and answer, or left and right
    std::vector<std::string> wrt;  // empty: as the options say
};

// Names of columns and of the members of an object, the usual one first, separated by blanks.
struct RowNames {
    std::string_view first, second;
};

class RowReader {
public:
    // Every row has `fixed` for its first text, if that is given. Throws Error{usage} where the input has none such.
    RowReader(const Task& task, const RowNames& names, std::optional<std::string> fixed, Input& input);

    // The next row's text. Throws Error{usage} for a header without the columns.
    bool next(Input::Line& line);
    // Throws Error for a row without its fields; what was read is in `row`.
    void read(std::string_view line, Row& row) const;

private:
    static constexpr std::size_t absent = SIZE_MAX;

    void read_header();
    void read_tabs(std::string_view line, Row& row) const;
    void read_csv(std::string_view line, Row& row) const;
    void read_json(std::string_view line, Row& row) const;

    RowNames names_;
    std::optional<std::string> fixed_;
    Input& input_;
    CsvInput csv_;
    std::string kind_;
    bool headed_ = false;
    std::size_t id_ = absent, first_ = absent, second_ = absent, wrt_ = absent, columns_ = 0;
};

}  // namespace pdiff::cli
