// A worked solution as an align* of LaTeX with amsmath, and as Markdown with formulas between dollar signs.
#include <fmt/format.h>

#include <algorithm>

#include "explain/notation.hpp"
#include "explain/write.hpp"

namespace pdiff::explain {

namespace {

constexpr std::uint32_t deepest_indent = 12;

std::string escaped(std::string_view words, std::string_view special) {
    std::string text;
    for (const char c : words) {
        if (special.find(c) != std::string_view::npos) text += '\\';
        text += c;
    }
    return text;
}

// What the two have in common: the words of a row, with formulas in between.
class MarkupWriter {
public:
    MarkupWriter(const Pool& pool, const WriteOptions& options) : notation_(pool, options) {}
    std::string take() { return std::move(text_); }

    std::string stage(const Row& row, auto words, auto formula) {
        if (row.variable == Expr{})
            return row.fixed.empty()
                       ? words("Put together:")
                       : words("In the order ") + formula(notation_.names(row.fixed)) + words(" it is the same:");
        std::string line = words("Differentiate by ") + formula(notation_.name(row.variable));
        if (row.fixed.empty()) return line + words(":");
        return line + words("; ") + formula(notation_.names(row.fixed)) +
               words(row.fixed.size() == 1 ? " is held fixed:" : " are held fixed:");
    }

    std::string reason(const Row& row, auto words, auto formula) {
        if (row.seen_before) return words(fmt::format("as in step {}", row.number));
        std::string line = words(row.words + (row.law.empty() ? "" : ": "));
        if (!row.law.empty()) line += formula(notation_.law(row.law));
        std::string letters;
        for (const Letter& l : row.letters) letters += (letters.empty() ? "" : ",\\; ") + notation_.letter(l);
        if (!letters.empty() && row.kind == Row::Kind::open) line += words(" with ") + formula(letters);
        if (row.where != truth_true) line += words(" where ") + formula(notation_.math(row.where));
        return line;
    }

    std::string left_side(const Row& row) { return notation_.derivative(row.of, row.variable, partial_); }

protected:
    Notation notation_;
    std::string text_;
    bool partial_ = false;
};

class LatexWriter : private MarkupWriter {
public:
    using MarkupWriter::MarkupWriter;

    std::string operator()(const Sheet& sheet, std::string_view answer) {
        text_ = "\\begin{align*}\n";
        for (const Row& row : sheet.rows) {
            if (row.kind == Row::Kind::stage) partial_ = !row.fixed.empty();
            write(row);
        }
        if (!answer.empty()) line(0, words("Answer:"));
        for (std::size_t begin = 0; begin < answer.size();) {
            const std::size_t end = std::min(answer.find('\n', begin), answer.size());
            line(0, answer.substr(begin, end - begin));
            begin = end + 1;
        }
        text_.resize(text_.size() - std::string_view(" \\\\\n").size());
        return take() + "\n\\end{align*}\n";
    }

private:
    static std::string words(std::string_view text) {
        return text.empty() ? std::string() : fmt::format("\\text{{{}}}", escaped(text, "_&%#${}"));
    }
    static std::string formula(const std::string& text) { return text; }

    void line(std::uint32_t depth, std::string_view body) {
        text_ += "& ";
        for (std::uint32_t i = 0; i < std::min(depth, deepest_indent); ++i) text_ += "\\quad ";
        text_ += body;
        text_ += " \\\\\n";
    }

    std::string because(const Row& row) {
        const std::string text = reason(row, words, formula);
        return text.empty() ? text : " \\qquad " + text;
    }

    void write(const Row& row) {
        static constexpr std::string_view blank = "\\underline{\\qquad\\qquad}";
        const auto value = [&](Expr e) { return row.blank ? std::string(blank) : notation_.math(e); };
        switch (row.kind) {
            case Row::Kind::given:
                return line(0, notation_.given(row.of));
            case Row::Kind::title:
                return line(0, row.words);
            case Row::Kind::stage:
                return line(0, stage(row, words, formula));
            case Row::Kind::open:
                return line(row.depth, words(fmt::format("({}) ", row.number)) + left_side(row) + because(row));
            case Row::Kind::line:
                return line(row.depth + 1, notation_.equation(left_side(row), value(row.values.back())) + because(row));
            case Row::Kind::close:
            case Row::Kind::change:
                for (const Expr e : row.values)
                    line(row.depth + 1, "= " + value(e) + (e == row.values.back() ? because(row) : std::string()));
                return;
            case Row::Kind::note:
                return line(row.depth + 1, words(row.words));
            case Row::Kind::next:
                return line(0, words("Next: " + row.words));
        }
    }
};

class MarkdownWriter : private MarkupWriter {
public:
    using MarkupWriter::MarkupWriter;

    std::string operator()(const Sheet& sheet, std::string_view answer) {
        for (const Row& row : sheet.rows) {
            if (row.kind == Row::Kind::stage) partial_ = !row.fixed.empty();
            write(row);
        }
        if (!answer.empty()) text_ += "\n**Answer:**\n";
        for (std::size_t begin = 0; begin < answer.size();) {
            const std::size_t end = std::min(answer.find('\n', begin), answer.size());
            text_ += fmt::format("\n${}$\n", answer.substr(begin, end - begin));
            begin = end + 1;
        }
        return take();
    }

private:
    static std::string words(std::string_view text) { return escaped(text, "_*[]<>`"); }
    static std::string formula(const std::string& text) { return fmt::format("${}$", text); }

    void item(std::uint32_t depth, std::string_view body) {
        text_.append(2 * std::min(depth, deepest_indent), ' ');
        text_ += fmt::format("- {}\n", body);
    }

    std::string because(const Row& row) {
        const std::string text = reason(row, words, formula);
        return text.empty() ? text : fmt::format(" ({})", text);
    }

    void write(const Row& row) {
        const auto value = [&](Expr e) { return row.blank ? std::string("\\underline{\\qquad}") : notation_.math(e); };
        switch (row.kind) {
            case Row::Kind::given:
                text_ += formula(notation_.given(row.of)) + "\n";
                return;
            case Row::Kind::title:
                text_ += fmt::format("\n## {}\n", formula(row.words));
                return;
            case Row::Kind::stage:
                text_ += fmt::format("\n**{}**\n\n", stage(row, words, formula));
                return;
            case Row::Kind::open:
                return item(row.depth, fmt::format("({}) {} by the {}", row.number, formula(left_side(row)),
                                                   reason(row, words, formula)));
            case Row::Kind::line:
                return item(row.depth,
                            formula(notation_.equation(left_side(row), value(row.values.back()))) + because(row));
            case Row::Kind::close:
            case Row::Kind::change:
                for (const Expr e : row.values)
                    item(row.depth + 1,
                         formula("= " + value(e)) + (e == row.values.back() ? because(row) : std::string()));
                return;
            case Row::Kind::note:
                return item(row.depth + 1, words(row.words));
            case Row::Kind::next:
                text_ += fmt::format("\nNext: {}\n", words(row.words));
                return;
        }
    }
};

}  // namespace

std::string as_latex(const Pool& pool, const Sheet& sheet, const WriteOptions& options) {
    return LatexWriter(pool, options)(sheet, options.answer);
}

std::string as_markdown(const Pool& pool, const Sheet& sheet, const WriteOptions& options) {
    return MarkdownWriter(pool, options)(sheet, options.answer);
}

}  // namespace pdiff::explain
