// Tables of text: aligned, or as CSV, Markdown or LaTeX.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pdiff {

using Cells = std::vector<std::vector<std::string>>;  // line by line

// Columns aligned to the left and two blanks apart.
std::string in_columns(const Cells& lines, std::string_view indent = "");
// The first line is the header of these.
std::string csv_table(const Cells& lines);
std::string markdown_table(const Cells& lines);
std::string latex_table(const Cells& lines);  // the cells are mathematics

}  // namespace pdiff
