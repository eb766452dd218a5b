// Comparing two expressions at a point, signs and conditions.
#include <doctest/doctest.h>

#include <ostream>
#include <string_view>

#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"

using namespace pdiff;

namespace {

struct Comparing {
    std::string_view left;
    std::string_view right;
    std::string_view x;
    Relation expected;
};

constexpr Comparing comparisons[] = {
    {"abs(x)", "x", "-1", Relation::different},
    {"abs(x)", "x", "1", Relation::overlap},
    {"86*x^85", "86*x^86", "1/10", Relation::different},
    {"x^86", "x^87", "1/10", Relation::different},
    {"x^3000", "x^3001", "1/10", Relation::different},
    {"sin(x)^2 + cos(x)^2", "1", "1/3", Relation::overlap},
    {"log(x)", "x", "-1", Relation::left_undefined},
    {"x", "log(x)", "-1", Relation::right_undefined},
    {"log(x)", "sqrt(x)", "-1", Relation::both_undefined},
    {"log(x)", "y", "-1", Relation::unknown},
    {"x", "y", "1", Relation::unknown},
    {"x/3", "x*0.333333333333333333333333333333", "1", Relation::different},
    {"exp(x)", "exp(x + 10^(-60))", "1", Relation::different},
    {"sqrt(16)*x*0.9999999999999999", "4*x", "1", Relation::different},
};

struct Sign {
    std::string_view expression;
    std::string_view x;
    std::optional<int> expected;
};

constexpr Sign signs[] = {
    {"x - 1/3", "1/3", 0},  {"x - pi", "3", -1},
    {"x - pi", "22/7", 1},  {"sin(x)^2 - 1", "2", -1},
    {"x*sin(x)", "0", 0},   {"exp(x) - 1", "0", 0},
    {"log(x)", "-1", {}},   {"sin(x)^2 + cos(x)^2 - 1", "2", {}},
    {"exp(-x)", "10^9", 1}, {"floor(x) - 2", "sqrt(5)", 0},
    {"x - y", "1", {}},
};

struct Condition {
    std::string_view condition;
    std::string_view x;
    std::optional<bool> expected;
};

constexpr Condition conditions[] = {
    {"x > 0", "1/3", true},
    {"x >= 1/3", "1/3", true},
    {"x > 1/3", "1/3", false},
    {"x = 1/3", "1/3", true},
    {"x != 1/3", "1/3", false},
    {"x <= pi", "355/113", false},
    {"sin(x) <= sin(x)", "2", true},
    {"sin(x)^2 = 1 - cos(x)^2", "2", {}},
    {"x > 0 and x < 1", "1/2", true},
    {"x > 0 and x < 1", "2", false},
    {"x > 0 or not integer(x)", "-2", false},
    {"x > 0 or not integer(x)", "-5/2", true},
    {"integer(x)", "10^30", true},
    {"integer(x)", "pi", false},
    {"integer(sqrt(x))", "9/4", false},
    {"integer(sqrt(x))", "9", true},
    {"x > 0 and log(x) > 1", "-1", false},
    {"log(x) > 1", "-1", {}},
    {"x < 0 or log(x) > 1", "-1", true},
    {"y > 0", "-1", {}},
    {"y > 0 and x > 0", "-1", false},
};

Binding bind_x(Pool& pool, std::string_view value) { return {pool.symbol("x"), parse_expr(pool, value)}; }

}  // namespace

TEST_CASE("expressions are told apart where they differ") {
    Pool pool;
    for (const Comparing& row : comparisons) {
        CAPTURE(row.left);
        CAPTURE(row.right);
        const Binding point = bind_x(pool, row.x);
        const Comparison c =
            compare(pool, parse_expr(pool, row.left), parse_expr(pool, row.right), std::span(&point, 1));
        CHECK(int(c.relation) == int(row.expected));
        if (c.relation == Relation::different) CHECK(parse_expr(pool, c.left) != parse_expr(pool, c.right));
        if (c.relation == Relation::overlap) CHECK(c.agreed_bits > 200);
    }
}

TEST_CASE("signs are proved") {
    Pool pool;
    for (const Sign& row : signs) {
        CAPTURE(row.expression);
        const Binding point = bind_x(pool, row.x);
        CHECK(sign_at(pool, parse_expr(pool, row.expression), std::span(&point, 1)) == row.expected);
    }
}

TEST_CASE("conditions are decided where they can be") {
    Pool pool;
    for (const Condition& row : conditions) {
        CAPTURE(row.condition);
        const Binding point = bind_x(pool, row.x);
        CHECK(holds_at(pool, parse_expr(pool, row.condition), std::span(&point, 1)) == row.expected);
    }
}
