// A worked solution for a terminal, indented; ASCII or Unicode.
#include <fmt/format.h>

#include <algorithm>

#include "explain/notation.hpp"
#include "explain/write.hpp"

namespace pdiff::explain {

namespace {

constexpr std::uint32_t deepest_indent = 12;
constexpr std::string_view blank = "________";

class TextWriter {
public:
    TextWriter(const Pool& pool, const WriteOptions& options) : notation_(pool, options) {}

    std::string operator()(const Sheet& sheet, std::string_view answer) {
        for (const Row& row : sheet.rows) {
            if (row.kind == Row::Kind::stage) partial_ = !row.fixed.empty();
            write(row);
        }
        if (!answer.empty()) {
            text_ += "\nAnswer:\n";
            text_ += answer;
            text_ += '\n';
        }
        return std::move(text_);
    }

private:
    void line(std::uint32_t depth, std::uint32_t columns, std::string_view words) {
        text_.append(4 * std::min(depth, deepest_indent) + columns, ' ');
        text_ += words;
        text_ += '\n';
    }

    void write(const Row& row) {
        switch (row.kind) {
            case Row::Kind::given:
                return line(0, 0, notation_.given(row.of));
            case Row::Kind::title:
                text_ += '\n';
                return line(0, 0, row.words);
            case Row::Kind::stage:
                return stage(row);
            case Row::Kind::open:
                return open(row);
            case Row::Kind::line:
                return folded(row);
            case Row::Kind::close:
                return close(row);
            case Row::Kind::change:
                return change(row);
            case Row::Kind::note:
                return line(row.depth, 4, row.words);
            case Row::Kind::next:
                return line(0, 0, "Next: " + row.words);
        }
    }

    void stage(const Row& row) {
        text_ += '\n';
        if (row.variable == Expr{})
            return line(0, 0,
                        row.fixed.empty() ? "Put together:"
                                          : fmt::format("In the order {} it is the same:", notation_.names(row.fixed)));
        std::string words = fmt::format("Differentiate by {}", notation_.name(row.variable));
        if (!row.fixed.empty())
            words +=
                fmt::format("; {} {} held fixed", notation_.names(row.fixed), row.fixed.size() == 1 ? "is" : "are");
        line(0, 0, words + ":");
    }

    std::string law(const Row& row) {
        std::string words = row.words;
        if (!row.law.empty()) words += ": " + notation_.law(row.law);
        std::string letters;
        for (const Letter& l : row.letters) letters += (letters.empty() ? "" : ", ") + notation_.letter(l);
        if (!letters.empty() && row.kind == Row::Kind::open) words += " with " + letters;
        return words;
    }

    void where(const Row& row) {
        if (row.where != truth_true) line(row.depth, 4, "where " + notation_.math(row.where));
    }

    void open(const Row& row) {
        const std::string number = fmt::format("({}) ", row.number);
        line(row.depth, 0, fmt::format("{:<4}{}", number, notation_.derivative(row.of, row.variable, partial_)));
        line(row.depth, 4, law(row));
        where(row);
    }

    void folded(const Row& row) {
        std::string words = notation_.equation(notation_.derivative(row.of, row.variable, partial_),
                                               row.blank ? std::string(blank) : notation_.math(row.values.back()));
        const std::string reason = row.seen_before ? fmt::format("as in step {}", row.number) : law(row);
        if (!reason.empty()) words += fmt::format("    [{}]", reason);
        line(row.depth, 4, words);
        where(row);
    }

    void close(const Row& row) {
        if (row.blank) return line(row.depth, 4, fmt::format("= {}", blank));
        for (const Expr value : row.values) line(row.depth, 4, "= " + notation_.math(value));
    }

    void change(const Row& row) {
        const std::string value = row.blank ? std::string(blank) : notation_.math(row.values.back());
        line(row.depth, 4, fmt::format("= {}    [{}]", value, law(row)));
    }

    Notation notation_;
    std::string text_;
    bool partial_ = false;
};

}  // namespace

std::string as_text(const Pool& pool, const Sheet& sheet, const WriteOptions& options) {
    return TextWriter(pool, options)(sheet, options.answer);
}

}  // namespace pdiff::explain
