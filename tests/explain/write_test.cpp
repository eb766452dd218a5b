// The formats of a worked solution: what every one of them must be, whatever it says.
#include "explain/write.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "pdiff/parse.hpp"

using namespace pdiff;
using namespace pdiff::explain;

namespace {

struct Question {
    std::string_view f, wrt;
};

constexpr Question questions[] = {
    {"sin(x^2)*y + x/(1 + y^2)", "y"},
    {"(x^2 - 1)/(x^2 + 1)", "x"},
    {"x^x", "x"},
    {"max(0, w*x + b)", "w"},
    {"x^2*sin(y)*exp(x*y)", "x,y"},
    {"f(x)*sin(x)", "x"},
    {"log(sin(x))", "x"},
    {"piecewise(x < 0, x^2, x > 1 and x < 2, x^3, 0)", "x"},
    {"abs(x_1)*theta^2", "x_1"},
    {"[x, y*floor(x)]", "x"},
    {"sin(x)^2*exp(sin(x)^2)", "x,x"},
    {"besselj(n, x) + D[1](g)(x, y)", "x"},
};

constexpr SheetOptions kinds[] = {{}, {.detail = Detail::low}, {.detail = Detail::full}, {.hint = 1}, {.quiz = true}};

template <class Write>
void for_each_solution(Format format, Write write) {
    for (const Question& q : questions)
        for (const SheetOptions& kind : kinds) {
            CAPTURE(q.f);
            Pool pool;
            ParseOptions reading;
            reading.typed = true;
            const Parsed parsed = parse(pool, q.f, reading);
            std::vector<Expr> by;
            for (const std::string& name : parse_variables(q.wrt)) by.push_back(pool.symbol(name));
            const Explanation e = explain_partial(pool, parsed.value, by);
            const Sheet rows = sheet(pool, parsed.typed, e, kind);
            const std::string answer = rows.complete ? print(pool, e.result(), {.format = format}) : "";
            write(pool, rows, WriteOptions{.format = format, .title = q.f, .answer = answer});
        }
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) ++n;
    return n;
}

// The first tag that does not match; "" for a well-formed text.
std::string unmatched_tag(std::string_view text) {
    constexpr std::string_view alone[] = {"meta", "!DOCTYPE"};
    std::vector<std::string> open;
    for (std::size_t at = 0; (at = text.find('<', at)) != std::string_view::npos;) {
        const std::size_t end = text.find('>', at);
        if (end == std::string_view::npos) return "an open bracket";
        const std::string tag(text.substr(at + 1, end - at - 1));
        const std::string name = tag.substr(0, tag.find_first_of(" \n"));
        if (tag.find('<') != std::string::npos) return tag;
        if (name[0] == '/') {
            if (open.empty() || "/" + open.back() != name) return tag;
            open.pop_back();
        } else if (tag.back() != '/' && std::ranges::find(alone, name) == std::end(alone)) {
            open.push_back(name);
        }
        at = end;
    }
    return open.empty() ? "" : open.back();
}

}  // namespace

TEST_CASE("the page is well formed and needs nothing else") {
    for_each_solution(Format::mathml, [](const Pool& pool, const Sheet& rows, const WriteOptions& options) {
        const std::string page = as_html(pool, rows, options);
        CHECK(unmatched_tag(page) == "");
        CHECK(page.starts_with("<!DOCTYPE html>"));
        for (const std::string_view forbidden : {"<script", "src=", "href=\"http", "@import", "url("})
            CHECK(page.find(forbidden) == std::string::npos);
        // Every ampersand begins an entity.
        for (std::size_t at = 0; (at = page.find('&', at)) != std::string::npos; ++at)
            CHECK(page.substr(at, 10).find(';') != std::string::npos);
    });
    CHECK(unmatched_tag("<p><b></p></b>") != "");
}

TEST_CASE("the LaTeX is one align* whose brackets match") {
    for_each_solution(Format::latex, [](const Pool& pool, const Sheet& rows, const WriteOptions& options) {
        const std::string text = as_latex(pool, rows, options);
        CAPTURE(text);
        CHECK(text.starts_with("\\begin{align*}\n& "));
        CHECK(text.ends_with("\n\\end{align*}\n"));
        CHECK(count(text, "\\begin{") == count(text, "\\end{"));
        CHECK(count(text, "\\left") == count(text, "\\right"));
        int depth = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool escaped = i > 0 && text[i - 1] == '\\';
            if (text[i] == '{' && !escaped) ++depth;
            if (text[i] == '}' && !escaped) --depth;
            CHECK(depth >= 0);
            CHECK(static_cast<unsigned char>(text[i]) < 128);
        }
        CHECK(depth == 0);
        // A row is one line, and each but the last ends as one; a line that is empty would end the formula.
        CHECK(text.find("\n\n") == std::string::npos);
        CHECK(text.find("\\\\\n\\end{align*}") == std::string::npos);
    });
}

TEST_CASE("Markdown has its formulas between dollar signs") {
    for_each_solution(Format::latex, [](const Pool& pool, const Sheet& rows, const WriteOptions& options) {
        const std::string text = as_markdown(pool, rows, options);
        CAPTURE(text);
        CHECK(count(text, "$") % 2 == 0);
        CHECK(text.find("$$") == std::string::npos);
    });
}

TEST_CASE("the plain text is ASCII and ends with the answer") {
    for_each_solution(Format::plain, [](const Pool& pool, const Sheet& rows, const WriteOptions& options) {
        const std::string text = as_text(pool, rows, options);
        CHECK(std::ranges::all_of(text, [](unsigned char c) { return c < 128; }));
        if (!options.answer.empty()) CHECK(text.ends_with("\n" + std::string(options.answer) + "\n"));
    });
}
