#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "check/example.hpp"
#include "pdiff/error.hpp"
#include "pdiff/mistakes.hpp"
#include "pdiff/parse.hpp"
#include "support/files.hpp"

using namespace pdiff;
using namespace pdiff::test;

namespace {

struct Case {
    const char* function;
    const char* by;
    const char* answer;
    const char* line;  // the first of the diagnosis
};

constexpr Case cases[] = {
    {"sin(x^2)*y", "x", "cos(x^2)*y",
     "likely mistake: inner derivative forgotten (chain rule) at sin(x^2): multiply by 2*x"},
    {"x^2*sin(x)", "x", "2x cos x",
     "likely mistake: product of the derivatives (product rule) at x^2*sin(x): it is x^2*cos(x) + 2*x*sin(x)"},
    {"sin(x)*y + cos(x^2) + 3", "x", "cos(x)*y + 2x sin(x^2)",
     "likely mistake: sign of the cosine's derivative (trigonometric functions) at cos(x^2): it is -2*x*sin(x^2)"},
    {"x^2*y + y^3", "x", "2x y + y^3",
     "likely mistake: term free of x kept (partial derivatives) at x^2*y + y^3: the derivative of y^3 is 0"},
    {"(x+1)/(x-1)", "x", "2/(x-1)^2",
     "likely mistake: terms of the numerator swapped (quotient rule) at (x + 1)/(x - 1): it is -2/(x - 1)^2"},
    {"sin(2x) + sin(3x)", "x", "cos(2x) + cos(3x)",
     "likely mistake: inner derivative forgotten (chain rule) at sin(2*x) and wherever else it applies: multiply by 2"},
    {"x^3*y", "x, x", "3*x^2*y", "likely mistake: order one too low (task): differentiate once more"},
    {"x^2*y + sin(y)", "x, y", "2*x + cos(y)",
     "likely mistake: term free of x kept (partial derivatives) at x^2*y + sin(y): the derivative of sin(y) is 0"},
    {"f(x^2)", "x", "f'(x^2)", "likely mistake: inner derivative forgotten (chain rule) at f(x^2): multiply by 2*x"},
    {"x^2 + 1", "x", "x^17", "no known mistake explains it"},
    {"x^2*y", "gradient x, y", "[2*x*y, x^2*y]",
     "likely mistake: function returned unchanged (task) in entry 2: differentiate it: x^2"},
    {"x^2*y", "gradient x, y", "[x*y, x^2]",
     "likely mistake: exponent not brought down (power rule) at x^2 in entry 1: multiply by the exponent: 2*x"},
    {"atan2(sin(x^2), x)", "x", "(x*cos(x^2) - sin(x^2))/(sin(x^2)^2 + x^2)",
     "likely mistake: inner derivative forgotten (chain rule) at sin(x^2): multiply by 2*x"},
    {"piecewise(x > 0, sin(x^2), x^3)", "x", "piecewise(x > 0, cos(x^2), x < 0, 3x^2)",
     "likely mistake: inner derivative forgotten (chain rule) at sin(x^2): multiply by 2*x"},
    {"max(y, x^3)", "x", "piecewise(x^3 > y, x^2, x^3 < y, 0)",
     "likely mistake: exponent not brought down (power rule) at x^3: multiply by the exponent: 3*x^2"},
    {"h(x^2, y)", "x", "D[1](h)(x^2, y)",
     "likely mistake: inner derivative forgotten (chain rule) at h(x^2, y): multiply by 2*x"},
    {"h(x*y, x)", "x", "D[1](h)(x*y, x) + D[2](h)(x*y, x)",
     "likely mistake: inner partial forgotten (chain rule, several variables) at h(x*y, x): multiply by y"},
    {"besselj(1, x^2)", "x", "(besselj(0, x^2) - besselj(2, x^2))/2",
     "likely mistake: inner derivative forgotten (chain rule) at besselj(1, x^2): multiply by 2*x"},
    {"[x^2, sin(x^2)]", "x", "[2x, cos(x^2)]",
     "likely mistake: inner derivative forgotten (chain rule) at sin(x^2) in entry 2: multiply by 2*x"},
    {"[x^2*y, x + sin(y)]", "jacobian x, y", "[[2x y, x^2], [1, -cos(y)]]",
     "likely mistake: sign of the sine's derivative (trigonometric functions) at sin(y) in entry 2, 2: it is cos(y)"},
    {"x^2*sin(3x)", "x", "2x*cos(3x)",
     "likely mistakes: inner derivative forgotten (chain rule) at sin(3*x): multiply by 3; and product of the "
     "derivatives "
     "(product rule) at x^2*sin(3*x): it is 3*x^2*cos(3*x) + 2*x*sin(3*x)"},
};

std::vector<std::string> said(const Case& row) {
    Pool pool;
    const AskedQuestion asked = read_question(pool, row.function, row.by);
    return describe(diagnose(pool, asked.question, asked.right, parse_expr(pool, row.answer)));
}

}  // namespace

TEST_CASE("mistakes: what is said") {
    for (const Case& row : cases) {
        const std::vector<std::string> lines = said(row);
        const std::string function = row.function, answer = row.answer;
        CAPTURE(function);
        CAPTURE(answer);
        CHECK(lines.front() == row.line);
    }
}

TEST_CASE("mistakes: those that make the same answer are all named, with a function that tells them apart") {
    const std::vector<std::string> lines = said({"sin(3x)", "x", "cos(3x)", ""});
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == "likely mistake: inner derivative forgotten (chain rule) at sin(3*x): multiply by 3");
    CHECK(lines[1] == "or: inner constant factor forgotten (chain rule) at sin(3*x): the inner derivative is 3");
    CHECK(lines[2] == "or: constant factor dropped (constants) at 3*x: it is 3");
    CHECK(lines[3] == "the derivative of sin(3*x^2) would tell the first two apart");
}

TEST_CASE("mistakes: every row of the table is found in its example") {
    for (const MistakeRow* row : mistake_rows()) {
        const MistakeExample example = example_of(*row);
        INFO(row->name, ": ", example.function, ": ", example.answer);
        CHECK_FALSE(example.said.empty());
    }
}

TEST_CASE("mistakes: docs/mistakes.md is what the table says") {
    // Not compared in the macro: it would print both.
    const bool same = read_file(source_dir() / "docs/mistakes.md") == mistakes_page();
    CHECK_MESSAGE(same, "pdiff mistakes --format markdown > docs/mistakes.md");
}

TEST_CASE("mistakes: an answer that is right in another form has none") {
    constexpr const char* rows[][2] = {{"sin(x)^2", "sin(2x)"},      {"x^2*sin(y)", "2x sin y"},
                                       {"(x+1)^3", "3x^2 + 6x + 3"}, {"log(x^2)", "2/x"},
                                       {"sqrt(x)", "1/(2 sqrt x)"},  {"x/(x+1)", "1/(x+1) - x/(x+1)^2"},
                                       {"abs(x)", "x/abs(x)"},       {"f(x)*g(x)", "f'(x)*g(x) + f(x)*g'(x)"}};
    for (const auto& row : rows) {
        INFO(row[0], ": ", row[1]);
        CHECK(said({row[0], "x", row[1], ""}).front() == "no known mistake explains it");
    }
}

TEST_CASE("mistakes: where something is assumed") {
    Pool pool;
    Assumptions assumed;
    parse_assumptions(assumed, "x > 0, 0 < y < 1");
    pool.assume(assumed);
    const AskedQuestion asked = read_question(pool, "sqrt(x^2*y) + log(x^2)", "x");
    const auto lines = [&](const char* answer) {
        return describe(diagnose(pool, asked.question, asked.right, parse_expr(pool, answer)));
    };
    CHECK(lines("sqrt(y) + 2/x").front() == "no known mistake explains it");
    CHECK(lines("sqrt(y) + 1/x^2").front() ==
          "likely mistake: inner derivative forgotten (chain rule) at log(x^2): multiply by 2*x");
}

TEST_CASE("mistakes: odd questions and answers are refused, not guessed at") {
    constexpr const char* functions[] = {"x",
                                         "0",
                                         "x^2*y = 1",
                                         "[x, y]",
                                         "max(x, y, 3)",
                                         "floor(x)",
                                         "x^x^x",
                                         "log(-x^2 - 1)",
                                         "piecewise(x > 0, x, x < 0, -x)",
                                         "f(x, y, z)",
                                         "1/(x - x*1.5)",
                                         "abs(x)*sign(y)",
                                         "besselj(x, 2)",
                                         "x!",
                                         "[[x, y], [y, x]]",
                                         "e^(1000000*x)",
                                         "x^100000"};
    constexpr const char* answers[] = {
        "0",    "x",   "[x, 1]",        "[[1, 2], [x, y]]", "x = y", "piecewise(x > 0, 1)",
        "f(x)", "inf", "log(-1 - x^2)", "1/x^1000",         "[]"};
    constexpr const char* askings[] = {"x", "x, y", "x, x, x", "gradient x, y", "hessian x, y", "jacobian x, y", "t"};
    std::size_t count = 0;
    for (const char* function : functions) {
        for (const char* by : askings) {
            for (const char* answer : answers) {
                Pool pool;
                try {
                    const AskedQuestion asked = read_question(pool, function, by);
                    const Expr given = parse_expr(pool, answer);
                    ++count;
                    CHECK_NOTHROW(diagnose(pool, asked.question, asked.right, given));
                } catch (const Error&) {  // the question itself
                }
            }
        }
    }
    CHECK(count > 500);
}
