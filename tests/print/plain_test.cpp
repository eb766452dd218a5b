// How people write: the plain format.
#include <doctest/doctest.h>

#include <string>

#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

namespace {

struct Row {
    std::string input, expected;
};

void check(const std::vector<Row>& rows, const PrintOptions& options = {}) {
    Printer printer;
    for (const Row& row : rows) {
        Pool pool;
        CAPTURE(row.input);
        CHECK(printer.print(pool, parse_expr(pool, row.input), options) == row.expected);
    }
}

}  // namespace

TEST_CASE("plain: as people write") {
    check({
        {"x*6*y", "6*x*y"},
        {"sin(y)*x*2", "2*x*sin(y)"},
        {"cos(x + x^2)*(1 + 2*x)", "(2*x + 1)*cos(x^2 + x)"},
        {"1/(x^2 + 1)", "1/(x^2 + 1)"},
        {"x/sqrt(y^2 + x^2)", "x/sqrt(x^2 + y^2)"},
        {"-sin(x)/x^2", "-sin(x)/x^2"},
        {"x^(y - 1)*y", "y*x^(y - 1)"},
        {"log(x)*x^y", "x^y*log(x)"},
        {"2*x*f'(x^2)", "2*x*f'(x^2)"},
        {"-x/y", "-x/y"},
        {"5*y + 3*x^2", "3*x^2 + 5*y"},
        {"sign(x)", "sign(x)"},
        {"e^x", "exp(x)"},
        {"e", "e"},
        {"pi*x/2", "pi*x/2"},
        {"e^2*x", "exp(2)*x"},
        {"D[1](f)(x, y)", "D[1](f)(x, y)"},
        {"f''(x)", "f''(x)"},
        {"f'''(x)", "f'''(x)"},
        {"D[1, 1, 1, 1](f)(x)", "D[1, 1, 1, 1](f)(x)"},
        {"abs(x)", "abs(x)"},
        {"[12, 31]", "[12, 31]"},
        {"[[a, b], [c, d]]", "[[a, b], [c, d]]"},
        {"x^2 + y^2 = 1", "x^2 + y^2 = 1"},
        {"piecewise(w1*x1 + w2*x2 + b > 0, x1, w1*x1 + w2*x2 + b < 0, 0)",
         "piecewise(w1*x1 + w2*x2 + b > 0, x1, w1*x1 + w2*x2 + b < 0, 0)"},
        {"piecewise(x > 0 and x < 1, x, not integer(x) or x <= -1, 2, 3)",
         "piecewise(x > 0 and x < 1, x, not integer(x) or x <= -1, 2, 3)"},
    });
}

TEST_CASE("plain: terms by falling degree and names") {
    check({
        {"y^2 + x*y + x^2", "x^2 + x*y + y^2"},
        {"x2 + x10 + x1", "x1 + x2 + x10"},
        {"b + w2*x2 + w1*x1", "w1*x1 + w2*x2 + b"},
        {"1 + x", "x + 1"},
        {"x^2 - 1", "x^2 - 1"},
        {"w1 - 1", "w1 - 1"},
        {"-x^2 + 1", "1 - x^2"},
        {"1 - 2*x^2", "1 - 2*x^2"},
        {"-x + y", "y - x"},
        {"y^2 - x^2", "y^2 - x^2"},
        {"-x - 1", "-x - 1"},
        {"-x^2 - x + 5", "5 - x - x^2"},
        {"x^3 - x^2 + 1 - x", "x^3 - x^2 - x + 1"},
        {"log(2) + sin(x) + x", "x + sin(x) + log(2)"},
        {"1/x + x + 1", "x + 1/x + 1"},
        {"x + 1 + x*log(x)", "x*log(x) + x + 1"},
        {"a - (b - c)", "a - b + c"},
    });
}

TEST_CASE("plain: factors") {
    check({
        {"3/10*x", "3*x/10"},
        {"x^2/2", "x^2/2"},
        {"1/(2*sqrt(x))", "1/(2*sqrt(x))"},
        {"2*x/(3*y)", "2*x/(3*y)"},
        {"(x^2 + 1)^4*10*x", "10*x*(x^2 + 1)^4"},
        {"sqrt(x^2 + 1)*x", "x*sqrt(x^2 + 1)"},
        {"e^x*(x + 1)", "(x + 1)*exp(x)"},
        {"cos(y)*x^2", "x^2*cos(y)"},
        {"sin(x)*e^x", "exp(x)*sin(x)"},
        {"(a/b)/c", "a/(b*c)"},
        {"2*(x + y)", "2*(x + y)"},
        {"(x + 1)/2", "(x + 1)/2"},
        {"sqrt(2)*sqrt(3)", "sqrt(6)"},
        {"2^(1/3)*3^(1/3)*x", "6^(1/3)*x"},
        {"1/sqrt(2)", "sqrt(2)/2"},
        {"2/sqrt(pi)*exp(-x^2)", "2*exp(-x^2)/sqrt(pi)"},
    });
}

TEST_CASE("plain: powers") {
    check({
        {"sqrt(x)", "sqrt(x)"},
        {"x^(-1/2)", "1/sqrt(x)"},
        {"x^(3/2)", "x^(3/2)"},
        {"x^(1/3)", "x^(1/3)"},
        {"x^(-2)", "1/x^2"},
        {"sin(x)^2", "sin(x)^2"},
        {"exp(-x^2/2)", "exp(-x^2/2)"},
        {"2^x", "2^x"},
        {"2^-x", "2^(-x)"},
        {"(x + 1)^2", "(x + 1)^2"},
        {"(-2)^x", "(-2)^x"},
        {"(1/2)^x", "(1/2)^x"},
        {"(x^2)^y", "(x^2)^y"},
        {"x^(-y)", "x^(-y)"},
        {"x^y^z", "x^(y^z)"},
        {"-x^2", "-x^2"},
        {"x/(x^2 + 1)^(3/2)", "x/(x^2 + 1)^(3/2)"},
        {"1/3", "1/3"},
        {"-1/3", "-1/3"},
    });
}

TEST_CASE("plain: decimals") {
    const PrintOptions decimals{.decimals = true};
    check(
        {
            {"0.3*x^2", "0.3*x^2"},
            {"x/3", "x/3"},
            {"0.1*x^(-0.9)", "0.1*x^(-0.9)"},
            {"0.5*x^(-0.5)", "0.5/sqrt(x)"},
            {"2.5", "2.5"},
            {"-0.25*x - 0.5", "-0.25*x - 0.5"},
            {"0.125/x^2", "0.125/x^2"},
            {"2^1.5", "2*sqrt(2)"},
        },
        decimals);
}

TEST_CASE("plain: a symbol with the name of a constant") {
    Pool pool;
    const Expr e_and_euler = sum(pool, {pool.symbol("e"), product(pool, {pool.symbol("x"), euler})});
    CHECK(print(pool, e_and_euler) == "e + exp(1)*x");
    const Expr pi_and_pi = sum(pool, {pool.symbol("pi"), product(pool, {pool.symbol("x"), pi})});
    CHECK(print(pool, pi_and_pi) == "pi + acos(-1)*x");
}

TEST_CASE("formats have names") {
    for (const char* name : {"plain", "unicode", "pretty", "latex", "mathml", "sympy", "maxima", "mathematica", "giac"})
        CHECK(find_format(name).has_value());
    CHECK(find_format("plain") == Format::plain);
    CHECK(find_format("giac") == Format::giac);
    CHECK_FALSE(find_format("word").has_value());
}
