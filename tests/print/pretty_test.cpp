// Two-dimensional text.
#include <doctest/doctest.h>

#include <string>

#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

TEST_CASE("pretty") {
    struct Row {
        std::string input, expected;
    };
    const Row rows[] = {
        {"2*x*sin(y)", "2·x·sin(y)"},
        {"x^2 + 1",
         " 2\n"
         "x  + 1"},
        {"x/(y + 1)",
         "   x\n"
         "───────\n"
         " y + 1"},
        {"-x/y",
         "  x\n"
         "-───\n"
         "  y"},
        {"(x/y + 1)^2",
         "         2\n"
         "⎛ x     ⎞\n"
         "⎜─── + 1⎟\n"
         "⎝ y     ⎠"},
        {"sqrt(x + 1)",
         " _____\n"
         "√x + 1"},
        {"exp(x^2)",
         "  2\n"
         " x\n"
         "e"},
        {"abs(x)", "|x|"},
        {"[[a, b], [c, 10]]",
         "⎡a  b ⎤\n"
         "⎣c  10⎦"},
        {"piecewise(x > 0, 1, 2)",
         "⎧ 1  if x > 0\n"
         "⎩ 2  otherwise"},
        {"x^(1/3)",
         " 1/3\n"
         "x"},
    };
    for (const Row& row : rows) {
        Pool pool;
        CAPTURE(row.input);
        CHECK(print(pool, parse_expr(pool, row.input), {.format = Format::pretty}) == row.expected);
    }
}
