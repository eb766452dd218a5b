#include "cli/diagnostics.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "cli/failure.hpp"
#include "cli/visible.hpp"

namespace pdiff::cli {

namespace {

constexpr std::size_t headline_bytes = 360;
constexpr std::size_t hint_bytes = 200;
constexpr std::size_t lead_columns = 50;  // most that is shown before the caret of a long line

struct Cell {
    Glyph glyph;
    std::size_t offset;
};

struct Window {
    std::vector<Cell> cells;
    bool cut_left = false, cut_right = false;
};

std::string_view line_around(std::string_view text, std::size_t& offset) {
    offset = std::min(offset, text.size());
    const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    offset -= begin;
    return line;
}

std::size_t columns(const std::vector<Cell>& cells) {
    std::size_t sum = 0;
    for (const Cell& cell : cells) sum += cell.glyph.columns;
    return sum;
}

// The part of a line around `offset` that fits, without looking at the rest of a long line.
Window window_at(std::string_view line, std::size_t offset) {
    constexpr std::size_t reach = 4 * shown_columns;
    std::size_t begin = offset > reach ? offset - reach : 0;
    while (begin > 0 && begin < line.size() && (static_cast<unsigned char>(line[begin]) & 0xc0) == 0x80) --begin;
    Window window;
    window.cut_left = begin > 0;
    std::vector<Cell> before;
    std::size_t at = begin;
    for (; at < line.size() && at < offset; at += before.back().glyph.bytes)
        before.push_back({first_glyph(line.substr(at)), at});
    std::size_t left = columns(before);
    std::size_t dropped = 0;
    const bool fits = line.size() <= shown_columns;
    while (dropped < before.size() && left > (fits ? shown_columns : lead_columns))
        left -= before[dropped++].glyph.columns;
    window.cut_left = window.cut_left || dropped > 0;
    window.cells.assign(before.begin() + static_cast<std::ptrdiff_t>(dropped), before.end());
    std::size_t used = left + (window.cut_left ? 1 : 0);
    while (at < line.size()) {
        Glyph glyph = first_glyph(line.substr(at));
        const bool last = at + glyph.bytes == line.size();
        if (used + glyph.columns + (last ? 0 : 1) > shown_columns || window.cells.size() > 2 * shown_columns) break;
        used += glyph.columns;
        at += glyph.bytes;
        window.cells.push_back({std::move(glyph), at});
        window.cells.back().offset = at - window.cells.back().glyph.bytes;
    }
    window.cut_right = at < line.size();
    return window;
}

std::string_view text_of(const Error& error, std::string_view text) {
    const auto* failure = dynamic_cast<const Failure*>(&error);
    return failure && failure->text ? std::string_view(*failure->text) : text;
}

// From 1, in code points.
std::size_t column(std::string_view text, std::size_t offset) {
    std::size_t sum = 1;
    for (std::size_t at = 0; at < std::min(offset, text.size()); ++sum) at += first_glyph(text.substr(at)).bytes;
    return sum;
}

}  // namespace

std::string excerpt(std::string_view text, Span span) {
    std::size_t offset = span.begin;
    const std::string_view line = line_around(text, offset);
    if (line.empty()) return {};
    const std::size_t end = offset + (span.end > span.begin ? span.end - span.begin : 0);
    const Window window = window_at(line, offset);
    std::string shown = window.cut_left ? "…" : "";
    std::string marks = window.cut_left ? " " : "";
    std::size_t under = 0;
    for (const Cell& cell : window.cells) {
        if (shown.size() + cell.glyph.text.size() > 4 * shown_columns) break;
        shown += cell.glyph.text;
        if (cell.offset < offset)
            marks.append(cell.glyph.columns, ' ');
        else if (cell.offset < end)
            under += cell.glyph.columns;
    }
    marks += '^';
    if (under > 1) marks.append(under - 1, '~');
    return fmt::format("  {}{}\n  {}\n", shown, window.cut_right ? "…" : "", marks);
}

std::string error_text(const Error& error, std::string_view text, bool colour) {
    text = text_of(error, text);
    std::string shown = fmt::format("pdiff: {}: {}\n", colour ? "\x1b[1;31merror\x1b[0m" : "error",
                                    visible(error.message, headline_bytes));
    if (error.span) shown += excerpt(text, *error.span);
    if (!error.hint.empty()) shown += fmt::format("  {}\n", visible(error.hint, hint_bytes));
    return shown;
}

std::string error_line(const Error& error, std::string_view text) {
    std::string line = visible(error.message, headline_bytes);
    if (error.span) line += fmt::format(" (column {})", column(text_of(error, text), error.span->begin));
    if (!error.hint.empty()) line += fmt::format("; {}", visible(error.hint, hint_bytes));
    return line;
}

std::string note_text(std::string_view message) {
    return fmt::format("pdiff: note: {}\n", visible(message, headline_bytes));
}

bool use_colour(bool forbidden) {
    if (forbidden || isatty(STDERR_FILENO) == 0) return false;
    const char* no_color = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return !(no_color && *no_color) && !(terminal && std::string_view(terminal) == "dumb");
}

}  // namespace pdiff::cli
