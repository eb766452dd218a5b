// Shared parts as definitions.
#include <doctest/doctest.h>

#include <string>

#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

TEST_CASE("shared parts as definitions") {
    struct Row {
        std::string input, expected;
    };
    const Row rows[] = {
        {"x^2 + sin(x)", "x^2 + sin(x)"},
        {"sin(x) + sin(x)*y", "t1 = sin(x); y*t1 + t1"},
        {"sin(x*y + 1)*cos(x*y + 1) + sin(x*y + 1)^2", "t1 = x*y + 1; t2 = sin(t1); cos(t1)*t2 + t2^2"},
        {"t1*sin(x) + sin(x)^2", "tt1 = sin(x); t1*tt1 + tt1^2"},
        {"(x + 1)*x + x^2*y", "x^2*y + x*(x + 1)"},
    };
    for (const Row& row : rows) {
        Pool pool;
        CAPTURE(row.input);
        const Expr f = parse_expr(pool, row.input);
        const std::string text = print(pool, f, {.share = true});
        CHECK(text == row.expected);
        CHECK(parse_expr(pool, text) == f);
    }
}
