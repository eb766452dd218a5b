#include "print/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pdiff {

namespace {

constexpr std::size_t widest = 40;  // a cell that is longer pushes its own line only

std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

template <class Write>
std::string lines_of(const std::vector<std::string>& cells, std::string_view open, std::string_view between,
                     std::string_view close, Write write) {
    std::string text(open);
    for (std::size_t i = 0; i < cells.size(); ++i) text += fmt::format("{}{}", i == 0 ? "" : between, write(cells[i]));
    return text += close;
}

std::string csv_cell(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string to = "\"";
    for (const char c : cell) to += c == '"' ? "\"\"" : std::string(1, c);
    return to + "\"";
}

// What Markdown takes for markup.
std::string markdown_cell(const std::string& cell) {
    std::string to;
    for (const char c : cell) {
        if (std::string_view("\\|*_`<>[]#").find(c) != std::string_view::npos) to += '\\';
        to += c == '\n' || c == '\r' ? ' ' : c;
    }
    return to;
}

}  // namespace

std::string in_columns(const Cells& lines, std::string_view indent) {
    std::vector<std::size_t> widths;
    for (const auto& line : lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            if (const std::size_t n = columns(line[i]); n <= widest) widths[i] = std::max(widths[i], n);
    }
    std::string text;
    for (const auto& line : lines) {
        text += indent;
        for (std::size_t i = 0; i < line.size(); ++i) {
            text += line[i];
            if (i + 1 == line.size()) continue;
            const std::size_t n = columns(line[i]);
            text.append((widths[i] > n ? widths[i] - n : 0) + 2, ' ');
        }
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    return text;
}

std::string csv_table(const Cells& lines) {
    std::string text;
    for (const auto& line : lines) text += lines_of(line, "", ",", "\n", csv_cell);
    return text;
}

std::string markdown_table(const Cells& lines) {
    std::string text = lines_of(lines.at(0), "| ", " | ", " |\n", markdown_cell);
    text += lines_of(lines[0], "|", "|", "|\n", [](const std::string&) { return "---"; });
    for (std::size_t i = 1; i < lines.size(); ++i) text += lines_of(lines[i], "| ", " | ", " |\n", markdown_cell);
    return text;
}

std::string latex_table(const Cells& lines) {
    const auto cell = [](const std::string& mathematics) { return fmt::format("${}$", mathematics); };
    std::string text = fmt::format("\\begin{{tabular}}{{{}}}\n", std::string(lines.at(0).size(), 'r'));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += lines_of(lines[i], "", " & ", " \\\\\n", cell);
        if (i == 0) text += "\\hline\n";
    }
    return text + "\\end{tabular}\n";
}

}  // namespace pdiff
