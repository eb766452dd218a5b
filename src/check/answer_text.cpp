#include "check/answer_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace pdiff {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool starts_at(std::string_view text, std::size_t at, std::string_view word) {
    return text.compare(at, word.size(), word) == 0;
}

struct Brackets {
    std::string_view open, close;
};
constexpr std::string_view matrix_begin = "\\begin{", matrix_end = "\\end{";

// Around a list; those of one letter are also what depth is counted by.
constexpr std::array<Brackets, 11> list_brackets = {{
    {"\\left(", "\\right)"},
    {"\\left[", "\\right]"},
    {"\\left\\langle", "\\right\\rangle"},
    {"\\langle", "\\rangle"},
    {"\\{", "\\}"},
    {"⟨", "⟩"},
    {"(", ")"},
    {"[", "]"},
    {"{", "}"},
    {"<", ">"},
    {"〈", "〉"},
}};

int depth_step(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '(' || c == '[' || c == '{') return 1;
    if (c == ')' || c == ']' || c == '}') return -1;
    if (c != '\\') return 0;
    return starts_at(text, at, matrix_begin) ? 1 : starts_at(text, at, matrix_end) ? -1 : 0;
}

// Whether nothing that is open before `span` ends is closed inside: its brackets are balanced.
bool balanced(std::string_view text, Span span) {
    std::int64_t depth = 0;
    for (std::size_t at = span.begin; at < span.end; ++at)
        if ((depth += depth_step(text, at)) < 0) return false;
    return depth == 0;
}

Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Inside of \begin{pmatrix} ... \end{pmatrix}.
std::optional<Span> inside_matrix(std::string_view text, Span span) {
    if (!starts_at(text, span.begin, matrix_begin) || text[span.end - 1] != '}') return std::nullopt;
    const std::size_t begin = text.find('}', span.begin) + 1;
    const std::size_t end = text.rfind(matrix_end, span.end);
    if (begin == 0 || end == std::string_view::npos || end < begin) return std::nullopt;
    return span_of(begin, end);
}

std::optional<Span> inside_brackets(std::string_view text, Span span) {
    span = trimmed(text, span);
    if (span.begin == span.end) return std::nullopt;
    if (const auto matrix = inside_matrix(text, span)) return matrix;
    for (const Brackets& pair : list_brackets) {
        const std::size_t size = span.end - span.begin, marks = pair.open.size() + pair.close.size();
        if (size < marks || !starts_at(text, span.begin, pair.open)) continue;
        if (!starts_at(text, span.end - pair.close.size(), pair.close)) continue;
        const Span inside = span_of(span.begin + pair.open.size(), span.end - pair.close.size());
        if (balanced(text, inside)) return inside;
    }
    return std::nullopt;
}

// At the separators outside of brackets.
std::vector<Span> split(std::string_view text, Span span, std::string_view separator) {
    std::vector<Span> parts;
    std::int64_t depth = 0;
    std::size_t begin = span.begin;
    for (std::size_t at = span.begin; at < span.end;) {
        depth += depth_step(text, at);
        if (depth > 0 || at + separator.size() > span.end || !starts_at(text, at, separator)) {
            ++at;
            continue;
        }
        parts.push_back(trimmed(text, span_of(begin, at)));
        begin = at += separator.size();
    }
    parts.push_back(trimmed(text, span_of(begin, span.end)));
    return parts;
}

// By the loosest separator that occurs.
std::vector<Span> split_list(std::string_view text, Span span) {
    for (const std::string_view separator : {"\\\\", ";", "&", ","}) {
        std::vector<Span> parts = split(text, span, separator);
        if (parts.size() > 1 && separator != "," && parts.back().begin == parts.back().end) parts.pop_back();
        if (parts.size() > 1) return parts;
    }
    return {trimmed(text, span)};
}

}  // namespace

Span trimmed(std::string_view text, Span span) {
    while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
    while (span.end > span.begin && is_blank(text[span.end - 1])) --span.end;
    return span;
}

Span without_marks(std::string_view text, Span span) {
    constexpr Brackets marks[] = {{"$$", "$$"}, {"$", "$"}, {"\\(", "\\)"}, {"\\[", "\\]"}};
    const auto drop_stop = [&] {
        span = trimmed(text, span);
        if (span.end > span.begin + 1 && text[span.end - 1] == '.') --span.end;
    };
    drop_stop();
    for (const Brackets& pair : marks) {
        if (span.end - span.begin <= pair.open.size() + pair.close.size()) continue;
        if (!starts_at(text, span.begin, pair.open) || !starts_at(text, span.end - pair.close.size(), pair.close))
            continue;
        span = span_of(span.begin + pair.open.size(), span.end - pair.close.size());
        drop_stop();
    }
    return span;
}

std::vector<Span> list_entries(std::string_view text, Span span) {
    constexpr std::size_t most_brackets = 4;  // around a list; more are of an expression
    auto inside = inside_brackets(text, span);
    for (std::size_t n = 0; inside && n < most_brackets; ++n, inside = inside_brackets(text, *inside)) {
        std::vector<Span> parts = split_list(text, *inside);
        if (parts.size() > 1) return parts;
    }
    std::vector<Span> parts = split_list(text, span);
    // An only entry in brackets of its own: [2*x].
    inside = inside_brackets(text, span);
    return parts.size() == 1 && inside ? std::vector{trimmed(text, *inside)} : parts;
}

std::vector<Span> equated(std::string_view text, Span span) {
    std::vector<Span> parts;
    std::int64_t depth = 0;
    std::size_t begin = span.begin;
    for (std::size_t at = span.begin; at < span.end; ++at) {
        depth += depth_step(text, at);
        if ((text[at] != '=' && text[at] != ':') || depth > 0) continue;
        const char before = at > span.begin ? text[at - 1] : ' ';
        if (before == '<' || before == '>' || before == '!') continue;
        parts.push_back(trimmed(text, span_of(begin, at)));
        if (at + 1 < span.end && text[at + 1] == '=') ++at;
        begin = at + 1;
    }
    parts.push_back(trimmed(text, span_of(begin, span.end)));
    return parts;
}

}  // namespace pdiff
