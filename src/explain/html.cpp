// A worked solution as one page: MathML, steps that open and close, no script, nothing loaded.
#include <fmt/format.h>

#include <algorithm>

#include "explain/notation.hpp"
#include "explain/page_style.hpp"
#include "explain/write.hpp"

namespace pdiff::explain {

namespace {

constexpr std::uint32_t deepest_nesting = 40;  // browsers limit it
constexpr std::size_t all_open = 60;           // more steps than these begin closed where they are deep
constexpr std::uint32_t always_open = 3;       // levels

std::string escaped(std::string_view words) {
    std::string text;
    for (const char c : words) switch (c) {
            case '&':
                text += "&amp;";
                break;
            case '<':
                text += "&lt;";
                break;
            case '>':
                text += "&gt;";
                break;
            case '"':
                text += "&quot;";
                break;
            default:
                text += c;
        }
    return text;
}

// Browsers set an invisible multiplication sign without any space: y sin(x) would be one word.
std::string spaced(std::string_view mathml) {
    constexpr std::string_view times = "<mo>&#x2062;</mo>", wide = "<mo lspace=\"0\" rspace=\"0.17em\">&#x2062;</mo>";
    std::string text;
    for (std::size_t begin = 0; begin < mathml.size();) {
        const std::size_t at = std::min(mathml.find(times, begin), mathml.size());
        text += mathml.substr(begin, at - begin);
        if (at < mathml.size()) text += wide;
        begin = at + times.size();
    }
    return text;
}

std::string formula(const std::string& mathml) {
    return fmt::format("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" displaystyle=\"true\">{}</math>",
                       spaced(mathml));
}

// A formula as a line of its own, whatever is printed around it.
std::string in_display(std::string_view line) {
    const std::size_t begin = line.find("<math"), end = begin == line.npos ? begin : line.find('>', begin);
    if (end == line.npos) return std::string(line);
    return fmt::format("{} displaystyle=\"true\"{}", line.substr(0, end), spaced(line.substr(end)));
}

class PageWriter {
public:
    PageWriter(const Pool& pool, const WriteOptions& options) : options_(options), notation_(pool, options) {}

    std::string operator()(const Sheet& sheet) {
        steps_ = static_cast<std::size_t>(std::ranges::count(sheet.rows, Row::Kind::open, &Row::kind));
        text_ = fmt::format(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n<h1>Worked solution</h1>\n",
            escaped(options_.title), page_style);
        for (const Row& row : sheet.rows) {
            if (row.kind == Row::Kind::stage) partial_ = !row.fixed.empty();
            write(row);
        }
        close_section();
        answer();
        if (!options_.figures.empty()) text_ += options_.figures;
        return std::move(text_) + "</main>\n</body>\n</html>\n";
    }

private:
    void close_section() {
        while (open_ > 0) text_ += "</details>\n", --open_;
        if (in_section_) text_ += "</section>\n";
        in_section_ = false;
    }

    void stage(const Row& row) {
        close_section();
        in_section_ = true;
        std::string title;
        if (row.variable != Expr{}) {
            title = fmt::format("Differentiate by {}", formula(notation_.name(row.variable)));
            if (!row.fixed.empty())
                title += fmt::format(" <small>{} {} held fixed</small>", formula(notation_.names(row.fixed)),
                                     row.fixed.size() == 1 ? "is" : "are");
        } else if (!row.fixed.empty()) {
            title = fmt::format("In the order {} it is the same", formula(notation_.names(row.fixed)));
        } else {
            title = "Put together";
        }
        text_ += fmt::format("<section>\n<h2>{}</h2>\n", title);
    }

    std::string law(const Row& row) {
        std::string line;
        if (!row.law.empty()) line += formula(notation_.law(row.law));
        std::string letters;
        for (const Letter& l : row.letters)
            letters += fmt::format("{}{}", letters.empty() ? "" : ", ", formula(notation_.letter(l)));
        if (!letters.empty() && row.kind == Row::Kind::open)
            line += fmt::format(" <span class=\"with\">with {}</span>", letters);
        if (row.where != truth_true) line += fmt::format(" where {}", formula(notation_.math(row.where)));
        return line;
    }

    std::string reason(const Row& row) {
        if (row.seen_before)
            return fmt::format("<span class=\"rule\">as in <a href=\"#step{0}\">step {0}</a></span>", row.number);
        const std::string formula_of_law = law(row);
        if (row.words.empty() && formula_of_law.empty()) return {};
        return fmt::format("<span class=\"rule\">{}{}{}</span>", escaped(row.words), formula_of_law.empty() ? "" : ": ",
                           formula_of_law);
    }

    // Rows that do not fit the screen scroll by themselves.
    void line(std::string_view kind, std::string_view mathematics, std::string_view rule) {
        text_ += fmt::format("<div class=\"{}\"><span class=\"math\">{}</span>{}</div>\n", kind, mathematics, rule);
    }

    void open(const Row& row) {
        const std::string derivative = formula(notation_.derivative(row.of, row.variable, partial_));
        if (row.depth >= deepest_nesting) return line("line", derivative, reason(row));
        const bool shown = steps_ <= all_open || row.depth < always_open;
        text_ += fmt::format(
            "<details id=\"step{}\"{}>\n<summary><span class=\"number\">{}</span><span class=\"math\">{}</span>"
            "<span class=\"rule\">{}</span></summary>\n",
            row.number, shown ? " open" : "", row.number, derivative, escaped(row.words));
        ++open_;
        if (const std::string l = law(row); !l.empty()) text_ += fmt::format("<p class=\"law\">{}</p>\n", l);
    }

    std::string value(const Row& row, Expr e) { return row.blank ? "<mtext>________</mtext>" : notation_.math(e); }

    void values(const Row& row) {
        for (const Expr e : row.values)
            line("result", formula("<mo>=</mo>" + value(row, e)), e == row.values.back() ? reason(row) : std::string());
    }

    void write(const Row& row) {
        switch (row.kind) {
            case Row::Kind::given:
                return line("given", formula(notation_.given(row.of)), {});
            case Row::Kind::title:
                close_section();
                text_ += fmt::format("<h2 class=\"title\">{}</h2>\n", escaped(row.words));
                return;
            case Row::Kind::stage:
                return stage(row);
            case Row::Kind::open:
                return open(row);
            case Row::Kind::line:
                return line("line",
                            formula(notation_.equation(notation_.derivative(row.of, row.variable, partial_),
                                                       value(row, row.values.back()))),
                            reason(row));
            case Row::Kind::close:
                // Outside of what is folded, so that a closed step still has its result.
                if (row.depth < deepest_nesting && open_ > 0) text_ += "</details>\n", --open_;
                return values(row);
            case Row::Kind::change:
                return values(row);
            case Row::Kind::note:
                text_ += fmt::format("<p class=\"note\">{}</p>\n", escaped(row.words));
                return;
            case Row::Kind::next:
                close_section();
                text_ += fmt::format("<p class=\"next\">Next: {}</p>\n", escaped(row.words));
                return;
        }
    }

    void answer() {
        const std::string_view lines = options_.answer;
        if (lines.empty()) return;
        text_ += "<section class=\"answer\">\n<h2>Answer</h2>\n";
        for (std::size_t begin = 0; begin < lines.size();) {
            const std::size_t end = std::min(lines.find('\n', begin), lines.size());
            line("given", in_display(lines.substr(begin, end - begin)), {});
            begin = end + 1;
        }
        for (const std::string& note : options_.notes)
            text_ += fmt::format("<p class=\"note\">{}</p>\n", escaped(note));
        text_ += "</section>\n";
    }

    const WriteOptions& options_;
    Notation notation_;
    std::string text_;
    std::size_t steps_ = 0;
    std::size_t open_ = 0;
    bool in_section_ = false;
    bool partial_ = false;
};

}  // namespace

std::string as_html(const Pool& pool, const Sheet& sheet, const WriteOptions& options) {
    return PageWriter(pool, options)(sheet);
}

}  // namespace pdiff::explain
