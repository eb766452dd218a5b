#include "pdiff/real_roots.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "pdiff/parse.hpp"

using namespace pdiff;

namespace {

// "1 ? 2": the roots, a question mark for an irrational one.
std::string roots(const DividedLine& line) {
    std::string text;
    for (const auto& root : line.roots) text += (text.empty() ? "" : " ") + (root ? root->to_string() : "?");
    return text;
}

}  // namespace

TEST_CASE("the line divided at real roots") {
    struct Row {
        std::string_view polynomials, roots;  // separated by semicolons
    };
    constexpr Row rows[] = {
        {"[x^2 + 1]", ""},
        {"[x]", "0"},
        {"[x^2 - 2]", "? ?"},
        {"[x^2 - 4, x - 2, 3*x + 1]", "-2 -1/3 2"},
        {"[(x^2 - 2)*(x - 1), x^3 - x]", ""},
        {"[6*x^3 - 11*x^2 + 6*x - 1]", "1/3 1/2 1"},
        {"[x^2/3 - x/2]", "0 3/2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.polynomials);
        Pool pool;
        const Expr all = parse_expr(pool, row.polynomials);
        const std::vector<Expr> polynomials(pool.args(all).begin(), pool.args(all).end());
        const auto line = divide_line(pool, polynomials, pool.symbol("x"));
        const bool expanded = row.polynomials.find('(') == std::string_view::npos;
        REQUIRE(line.has_value() == expanded);
        if (!line) continue;
        CHECK(roots(*line) == row.roots);
        REQUIRE(line->between.size() == line->roots.size() + 1);
        for (std::size_t i = 0; i < line->roots.size(); ++i) {
            if (!line->roots[i]) continue;
            CHECK(line->between[i] < *line->roots[i]);
            CHECK(*line->roots[i] < line->between[i + 1]);
        }
    }
}

TEST_CASE("what is no polynomial in one variable divides nothing") {
    for (const std::string_view text : {"sin(x)", "x*y", "x^-1", "sqrt(2)*x", "0"}) {
        CAPTURE(text);
        Pool pool;
        const Expr f = parse_expr(pool, text);
        CHECK_FALSE(divide_line(pool, std::span(&f, 1), pool.symbol("x")));
    }
}
