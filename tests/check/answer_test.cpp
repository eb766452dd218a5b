// Answers as students write them: what is a label, a list, a slip of the pen; and what the verdict is about.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "check/answer_text.hpp"
#include "pdiff/check_answer.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/operators.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

namespace {

std::string joined(std::string_view text, const std::vector<Span>& spans) {
    std::string result;
    for (const Span span : spans)
        result += fmt::format("{}{}", result.empty() ? "" : "|", text.substr(span.begin, span.end - span.begin));
    return result;
}

Span whole(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

AnswerKey key_of(Pool& pool, std::string_view function, std::string_view by) {
    const Parsed parsed = parse(pool, function, {.typed = true});
    AnswerKey key;
    std::vector<Expr> sequence;
    for (const std::string& name : parse_variables(by)) sequence.push_back(pool.symbol(name));
    key.function = parsed.typed;
    key.results = {differentiate(pool, parsed.value, sequence)};
    key.sequences = {sequence};
    key.known = sequence;
    return key;
}

std::string_view name(Verdict verdict) {
    return verdict == Verdict::right ? "right" : verdict == Verdict::wrong ? "wrong" : "undecided";
}

}  // namespace

TEST_CASE("lists are taken apart at their loosest separator") {
    const std::vector<std::vector<std::string>> rows = {
        {"x", "x"},
        {"[2*x*y, x^2]", "2*x*y|x^2"},
        {"(a, b)", "a|b"},
        {"<a, b>", "a|b"},
        {"⟨a, b⟩", "a|b"},
        {"a, b", "a|b"},
        {" [ a ,b ] ", "a|b"},
        {"(a), (b)", "(a)|(b)"},
        {"(a)*(b)", "(a)*(b)"},
        {"[max(a, b), c]", "max(a, b)|c"},
        {"[[a, b], [c, d]]", "[a, b]|[c, d]"},
        {"[a, b; c, d]", "a, b|c, d"},
        {"\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "a & b|c & d"},
        {"a & b", "a|b"},
        {"\\left( a, b \\right)", "a|b"},
        {"\\langle a, b \\rangle", "a|b"},
        {"f_x = a; f_y = b;", "f_x = a|f_y = b"},
        {"[a, ]", "a|"},
        {"[2x]", "2x"},
        {"", ""},
        {"((((((((a, b))))))))", "(((((((a, b)))))))"},
    };
    for (const auto& row : rows) {
        INFO(row[0]);
        CHECK(joined(row[0], list_entries(row[0], whole(row[0]))) == row[1]);
    }
}

TEST_CASE("the parts of an equation are those between equals signs outside of brackets") {
    const std::vector<std::vector<std::string>> rows = {
        {"f' = 2x", "f'|2x"},
        {"f' = 2*x = x + x", "f'|2*x|x + x"},
        {"= 2x", "|2x"},
        {"y == 2x", "y|2x"},
        {"piecewise(x = 0, 1, 2)", "piecewise(x = 0, 1, 2)"},
        {"x <= 2", "x <= 2"},
        {"x != 2", "x != 2"},
    };
    for (const auto& row : rows) {
        INFO(row[0]);
        const std::string text = joined(row[0], equated(row[0], whole(row[0])));
        CHECK(text == (row[1].starts_with('|') ? row[1].substr(1) : row[1]));
    }
}

TEST_CASE("labels are known by their shape") {
    struct Row {
        std::string text;
        std::string label;  // name and variables; empty: no label
    };
    const std::vector<Row> rows = {
        {"f'", "f:"},
        {"f''(x)", "f:"},
        {"y'", "y:"},
        {"f^(2)(x)", "f:"},
        {"f_x", "f:x"},
        {"f_{xy}(x, y)", "f:x,y"},
        {"f_(x,y)", "f:x,y"},
        {"f_x1", "f:x1"},
        {"df/dx", "f:x"},
        {"d f / d x", "f:x"},
        {"dy/dx", "y:x"},
        {"dz/dt", "z:t"},
        {"d^2f/dx^2", "f:x,x"},
        {"d2f/dxdy", "f:x,y"},
        {"d/dx(x^2*y)", ":x"},
        {"∂f/∂x", "f:x"},
        {"∂²f/∂x∂y", "f:x,y"},
        {"\\frac{\\partial f}{\\partial x}", "f:x"},
        {"\\dfrac{\\mathrm{d}y}{\\mathrm{d}x}", "y:x"},
        {"grad f", "f:"},
        {"∇f", "f:"},
        {"\\nabla f(x, y)", "f:"},
        {"laplacian f", "f:"},
        {"H_f", "f:"},
        {"D_x f", "f:x"},
        {"f", "f: (bare)"},
        {"f(x, y)", "f: (bare)"},
        {"x", ""},
        {"x^2", ""},
        {"2x", ""},
        {"sin(x)", ""},
        {"x*y", ""},
        {"f'(2)", "f:"},
        {"f(x + 1)", ""},
        {"f'*x", ""},
        {"", ""},
    };
    const std::vector<std::string> variables = {"x", "y", "x1"};
    for (const Row& row : rows) {
        INFO(row.text);
        const auto label = read_label(row.text, variables);
        std::string found;
        if (label)
            found = fmt::format("{}:{}{}", label->name, fmt::join(label->by, ","), label->derivative ? "" : " (bare)");
        CHECK(found == row.label);
    }
}

TEST_CASE("the verdict is on the answer as it is read") {
    struct Row {
        std::string function, by, answer, verdict;
        std::string said = "";  // X>x: read as; t>x!: right with; +C: without the constant
    };
    const std::vector<Row> rows = {
        {"x^2*sin(y)", "x", "2x sin y", "right"},
        {"x^2*y", "x", "2xy", "right"},
        {"x^2*y", "x", "f_x = 2*1*x^(2-1)*y", "right"},
        {"x^2", "x", "2X", "right", "X>x"},
        {"x^2", "x", "2t", "wrong", "t>x!"},
        {"x^2*y", "x", "2*a*b", "wrong", "a>x!b>y!"},
        {"x^2", "x", "2x + C", "wrong", "+C"},
        {"x^2*c", "x", "2x*c + C", "wrong", "+C"},
        {"x^2*c", "x", "2x*C", "right", "C>c"},
        {"x^2", "x", "x^2 = 2x", "wrong"},
        {"x^2", "x", "y' = 2*x = x + x", "right"},
        {"x^86", "x", "x^85", "wrong"},
        {"f(x^2)", "x", "2x*f'(x^2)", "right"},
        {"f(x^2)", "x", "f'(x^2)", "wrong"},
        {"x*f((x+1)^2)", "x", "f(x^2+2x+1) + 2x*(x+1)*f'(x^2+2x+1)", "right"},
        {"f(x)*f(y)", "x", "f'(x)*f(y)", "right"},
        {"f(x)*f(y)", "x", "f'(x)*f(x)", "wrong"},
        {"rate*x^2", "x", "2*rate*x", "right"},
        {"rate*x^2", "x", "2xrate", "wrong"},
        {"x*sin(x)", "x", "sinx + xcosx", "right"},
        {"y*sin(x)", "x", "ycos(x)", "right"},
        {"x*e^x", "x", "xe^x + e^x", "right"},
        {"x*e^x", "x", "X*E^x + E^x", "right", "E>eX>x"},
        {"x^2", "x", "$$ 2x. $$", "right"},
        {"x^2", "x", "\\(y : 2x\\)", "right"},
        {"f(x)*x", "x", "xf'(x) + f(x)", "right"},
        {"x_1*x_2", "x_1", "x₂", "right"},
    };
    for (const Row& row : rows) {
        Pool pool;
        Parser parser;
        INFO(row.function, " by ", row.by, ": ", row.answer);
        const CheckedAnswer checked = check_answer(pool, parser, key_of(pool, row.function, row.by), row.answer);
        CHECK(name(checked.verdict) == row.verdict);
        std::string said;
        for (const Renaming& r : checked.read_as) said += fmt::format("{}>{}", pool.name(r.from), print(pool, r.to));
        for (const Renaming& r : checked.right_with) said += fmt::format("{}>{}!", pool.name(r.from), pool.name(r.to));
        if (checked.constant) said += fmt::format("+{}", pool.name(*checked.constant));
        CHECK(said == row.said);
    }
}

TEST_CASE("on a curve answers count as they are there") {
    struct Row {
        std::string curve, answer, verdict;
    };
    const std::vector<Row> rows = {
        {"x^2 + y^2 = 1", "-x/y", "right"},
        {"x^2 + y^2 = 1", "x/y", "wrong"},
        {"x^2 + y^2 = 1", "-x*y/(1 - x^2)", "right"},
        {"x^2 + y^2 = 1", "-x/sqrt(1 - x^2)", "wrong"},  // on the lower half
        {"x*y = 1", "-1/x^2", "right"},
        {"x*y = 1", "-y^2", "right"},
        {"x*y = 1", "-y^2/x", "wrong"},
        {"x + y^2 = 0", "-1/(2y)", "right"},
        {"x^3 + y^3 = 6*x*y", "(2y - x^2)/(y^2 - 2x)", "right"},
        {"x^3 + y^3 = 6*x*y", "(2y - x)/(y^2 - 2x)", "wrong"},
    };
    for (const Row& row : rows) {
        Pool pool;
        Parser parser;
        INFO(row.curve, ": ", row.answer);
        const Expr x = pool.symbol("x"), y = pool.symbol("y");
        AnswerKey key;
        key.curve = parse_expr(pool, row.curve);
        key.function = *key.curve;
        key.dependent = y;
        key.results = {implicit_derivative(pool, *key.curve, y, std::span(&x, 1))};
        key.known = {x, y};
        CHECK(name(check_answer(pool, parser, key, row.answer).verdict) == row.verdict);
    }
}

TEST_CASE("an answer is in a form as it stands") {
    struct Row {
        std::string text;
        Form form;
        bool has;
    };
    const std::vector<Row> rows = {
        {"x^2 + 2*x + 1", Form::expanded, true},   {"(x + 1)^2", Form::expanded, false},
        {"x*(x + 1)", Form::expanded, false},      {"x/(x + 1)", Form::expanded, true},
        {"sin(x*(x + 1))", Form::expanded, false}, {"(x + 1)^2", Form::factored, true},
        {"(x + 1)*(x - 1)", Form::factored, true}, {"x^2 - 1", Form::factored, false},
        {"x^2 + 1", Form::factored, true},         {"x*(x^2 - 1)", Form::factored, false},
        {"2*x*y", Form::factored, true},           {"x*sin(x) + x", Form::factored, false},
        {"1/x + 1", Form::together, false},        {"(x + 1)/x", Form::together, true},
        {"(1/x + 1)/y", Form::together, false},    {"x/(1 + 1/x)", Form::together, false},
        {"x + 1", Form::together, true},           {"(x + 1)^2 + x", Form::automatic, true},
    };
    for (const Row& row : rows) {
        Pool pool;
        INFO(row.text);
        CHECK(has_form(pool, parse_expr(pool, row.text), row.form) == row.has);
    }
}
