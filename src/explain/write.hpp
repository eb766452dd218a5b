// A sheet in the formats that people read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "explain/sheet.hpp"
#include "pdiff/print.hpp"

namespace pdiff::explain {

struct WriteOptions {
    Format format = Format::plain;  // of the terminal's text: plain or unicode
    bool decimals = false;
    std::string_view function = "f";      // its name
    std::string_view title = {};          // of a page
    std::string_view answer = {};         // the last lines, as they are; empty where nothing is to be told
    std::vector<std::string> notes = {};  // of a page: what a reader should know beside the answer
    std::string_view figures = {};        // of a page: what is put below the solution, HTML
};

std::string as_text(const Pool& pool, const Sheet& sheet, const WriteOptions& options);
std::string as_markdown(const Pool& pool, const Sheet& sheet, const WriteOptions& options);  // `answer` is LaTeX
std::string as_latex(const Pool& pool, const Sheet& sheet, const WriteOptions& options);     // `answer` is LaTeX
std::string as_html(const Pool& pool, const Sheet& sheet, const WriteOptions& options);      // `answer` is MathML

}  // namespace pdiff::explain
