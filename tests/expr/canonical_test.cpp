#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pdiff/error.hpp"
#include "pdiff/expr.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

TEST_CASE("the canonical form") {
    const struct {
        std::string input;
        std::string canonical;
    } rows[] = {
        // like terms and like factors
        {"x + x", "2*x"},
        {"x - x", "0"},
        {"3*2*x*y", "6*x*y"},
        {"x*x", "x^2"},
        {"x/x", "1"},
        {"--x", "x"},
        {"x + -1*y", "x - y"},
        {"0 + 1*x^1", "x"},
        {"x - (x + y)", "-y"},
        {"-(x - y)", "y - x"},
        {"2*(x + 1) - x", "x + 2"},
        {"2*(x + y)", "2*(x + y)"},
        {"x^y*x", "x^(y + 1)"},
        {"exp(x)*exp(y)*exp(-x)", "exp(y)"},
        {"0*x", "0"},
        {"x^0", "1"},
        {"0^0", "1"},
        // roots of numbers
        {"sqrt(8)", "2*sqrt(2)"},
        {"sqrt(2)*sqrt(2)", "2"},
        {"1/sqrt(2)", "sqrt(2)/2"},
        {"8^(1/3)", "2"},
        {"sqrt(12)*sqrt(3)", "6"},
        {"sqrt(8*x)", "2*sqrt(2*x)"},
        {"sqrt(x/4)", "sqrt(x)/2"},
        // powers of powers, over the reals
        {"sqrt(x^2)", "abs(x)"},
        {"(x^4)^(1/4)", "abs(x)"},
        {"sqrt(x^6)", "abs(x)^3"},
        {"sqrt(x)^2", "x"},
        {"sqrt(x^2*y^2)", "abs(x)*abs(y)"},
        {"(x^2)^(1/3)", "(x^2)^(1/3)"},
        {"(x^a)^b", "(x^a)^b"},
        {"(x^a)^2", "x^(2*a)"},
        {"(2*x*y)^2", "4*x^2*y^2"},
        {"abs(x)^2", "x^2"},
        {"cbrt(x)^5", "x*cbrt(x)^2"},
        {"1/sign(x)", "sign(x)"},
        {"exp(log(x))", "x"},
        {"exp(2*log(x))", "x^2"},
        {"exp(x)^2", "exp(2*x)"},
        // numbers too large to multiply out stay as they are
        {"9^9^9^9", "9^(9^387420489)"},
        {"x*2^(10^9)", "2^1000000000*x"},
        {"1e400*x/1e400", "x"},
        // conditions
        {"piecewise(1 < 2, x, y)", "x"},
        {"piecewise(2 < 1, x, y)", "y"},
        {"piecewise(x < 0, y, y)", "y"},
        // of bounds from one side the one that says all
        {"piecewise(x > 0 and x > 1 and x < 3 and x <= 3, 1, 2)", "piecewise(x > 1 and x < 3, 1, 2)"},
        {"piecewise(x >= 1 and x > 1, 1, 2)", "piecewise(x > 1, 1, 2)"},
        {"piecewise(x >= 1 or x > 1 or x > 5, 1, 2)", "piecewise(x >= 1, 1, 2)"},
        {"piecewise(x < 1 or x < 2 or y < 1, 1, 2)", "piecewise(x < 2 or y < 1, 1, 2)"},
        {"piecewise(x < 1 and y < 2 and x + y < 0, 1, 2)", "piecewise(x < 1 and y < 2 and x + y < 0, 1, 2)"},
    };
    for (const auto& r : rows) {
        Pool pool;
        CHECK_MESSAGE(print(pool, parse_expr(pool, r.input)) == r.canonical, r.input);
    }
}

TEST_CASE("what has no value is refused") {
    for (const char* input : {"1/0", "0^(-1)", "x/(y - y)", "0*(1/(x - x))", "(x - x)/(x - x)"}) {
        Pool pool;
        CHECK_THROWS_AS(parse_expr(pool, input), Error);
    }
}

TEST_CASE("construction in any order gives the same expression") {
    Pool pool;
    const Expr x = pool.symbol("x"), y = pool.symbol("y"), z = pool.symbol("z");
    CHECK(sum(pool, {x, y, z}) == sum(pool, {z, sum(pool, {y, x})}));
    CHECK(product(pool, {x, y, z}) == product(pool, {z, product(pool, {y, x})}));
}

TEST_CASE("a reset pool forgets everything but its constants") {
    Pool pool;
    const std::size_t fresh = pool.size();
    for (int i = 0; i < 5000; ++i) pool.symbol("x" + std::to_string(i));
    pool.reset();
    CHECK(pool.size() == fresh);
    CHECK(pool.number(half) == Number::fraction(1, 2));
    CHECK(pool.op(pi) == Op::pi);
    CHECK(parse_expr(pool, "2*x") == product(pool, {two, pool.symbol("x")}));
}

TEST_CASE("large expressions are linear") {
    Pool pool;
    std::vector<Expr> terms;
    for (int i = 0; i < 1000000; ++i) terms.push_back(pool.symbol("x" + std::to_string(i)));
    CHECK(pool.pairs(sum(pool, terms)).size() == terms.size());
    Expr chain = terms[0];
    for (int i = 0; i < 100000; ++i) chain = call(pool, Function::sin, {chain});
    CHECK(reachable(pool, chain).size() == 100001);
    Expr nest = terms[0];
    for (int i = 1; i < 100000; ++i) nest = subtract(pool, terms[static_cast<std::size_t>(i)], nest);
    CHECK(variables(pool, nest).size() == 100000);
}

TEST_CASE("limits name themselves") {
    Limits limits;
    limits.operations = 100;
    Pool pool(limits);
    const auto fill = [&] {
        for (int i = 0; i < 200; ++i) pool.symbol("x" + std::to_string(i));
    };
    CHECK_THROWS_WITH_AS(fill(), "more than 100 operations", Error);
}

TEST_CASE("natural order") {
    const char* rows[] = {"a", "b", "x", "x1", "x2", "x10", "x_1", "y"};
    for (std::size_t i = 0; i < std::size(rows); ++i)
        for (std::size_t k = 0; k < std::size(rows); ++k) CHECK(natural_less(rows[i], rows[k]) == (i < k));
}
