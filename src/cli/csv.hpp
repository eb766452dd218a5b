// Comma-separated values as RFC 4180 has them: quoted fields may hold commas, quotes twice, and ends of lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/input.hpp"

namespace pdiff::cli {

// Records, each as one text that may span lines; blank lines are left out.
class CsvInput {
public:
    CsvInput(Input& input, std::size_t limit) : input_(input), limit_(limit) {}

    // As Input::next; the text is valid until the next call.
    bool next(Input::Line& record);

    char separator = ',';

private:
    Input& input_;
    std::size_t limit_;
    std::string text_;
};

// A quote that does not start a field stands for itself. Throws Error{syntax} for one that is never closed.
std::vector<std::string> csv_fields(std::string_view record, char separator);

// What separates the names of the columns: a comma, else a semicolon or a tab.
char csv_separator(std::string_view header);

}  // namespace pdiff::cli
