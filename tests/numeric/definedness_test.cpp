// Where a value is proved to exist, proved not to exist, or not decided; and what the reason says.
#include <doctest/doctest.h>

#include <ostream>
#include <string_view>

#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"

using namespace pdiff;

namespace {

struct Row {
    std::string_view expression;
    std::string_view x;
    Definedness expected;
    std::string_view reason = {};
};

constexpr auto defined = Definedness::defined, undefined = Definedness::undefined, unknown = Definedness::unknown;

constexpr Row rows[] = {
    {"log(x)", "-1", undefined, "log(-1)"},
    {"log(x)", "0", undefined, "log(0)"},
    {"log(x - sqrt(x^2))", "2", undefined, "log(0)"},
    {"1 + 1/(log(x)*2)", "-1/2", undefined, "log(-1/2)"},
    {"sqrt(x)", "-2", undefined, "(-2)^(1/2)"},
    {"sqrt(x)", "0", defined},
    {"1/sqrt(x)", "0", undefined, "0^(-1/2)"},
    {"1/x", "0", undefined, "1/0"},
    {"1/(x - pi)", "pi", unknown},
    {"asin(x)", "2", undefined, "asin(2)"},
    {"asin(x)", "1 + 10^(-40)", undefined},
    {"asin(x)", "1", defined},
    {"tan(x)", "pi/2", unknown},
    {"tan(x)", "1", defined},
    {"atan2(x, x)", "0", undefined, "atan2(0, 0)"},
    {"atan2(x, -1)", "0", defined},
    {"x^(1/3)", "-8", undefined, "(-8)^(1/3)"},
    {"cbrt(x)", "-8", defined},
    {"root(x, 3)", "-8", defined},
    {"root(x, 2)", "-8", undefined},
    {"root(x, 5/2)", "8", undefined},
    {"x^x", "-2", defined},
    {"x^x", "-1/2", undefined, "(-1/2)^(-1/2)"},
    {"x^pi", "-1", undefined},
    {"x^pi", "0", defined},
    {"x^(-pi)", "0", undefined},
    {"x^x", "0", defined},
    {"(x - 1)^(x - 1)", "1", defined},
    {"0^x", "-1", undefined, "1/0"},
    {"x^(sqrt(2)^2)", "-1", defined},
    {"piecewise(x > 0, 1)", "-1", undefined},
    {"piecewise(x > 0, log(x), x)", "-1", defined},
    {"piecewise(x < 0, log(x), x = 0, 1, x)", "0", defined},
    {"piecewise(log(x) > 0, 1, 2)", "-1", undefined, "log(-1)"},
    {"gamma(x)", "-2", undefined, "gamma(-2)"},
    {"gamma(x)", "-5/2", defined},
    {"digamma(x)", "0", undefined},
    {"zeta(x)", "1", undefined},
    {"ellipk(x)", "1", undefined},
    {"ellippi(x, 1/2)", "2", unknown},
    {"ei(x)", "0", undefined},
    {"li(x)", "1", undefined},
    {"lambertw(x)", "-1", undefined},
    {"polylog(2, x)", "2", undefined},
    {"bessely(0, x)", "-1", undefined},
    {"besselj(1/2, x)", "-1", unknown},
    {"mod(1, x)", "0", undefined},
    {"coth(x)", "0", undefined},
    {"sin(x)^2 + cos(x)^2 - 1", "1", unknown},
    {"x + y", "1", unknown, "the variable y has no known value"},
    {"x*f(x)", "1", unknown, "the unknown function f has no known value"},
    {"log(x)*y", "-1", undefined, "log(-1)"},
    {"factorial(10^9) + x", "1", defined},
    {"2^(10^9) + x", "1", defined},
    {"exp(exp(exp(x)))", "10", unknown},
};

}  // namespace

TEST_CASE("values exist where they should") {
    Pool pool;
    const Expr x = pool.symbol("x");
    for (const Row& row : rows) {
        CAPTURE(row.expression);
        CAPTURE(row.x);
        const Binding point{x, parse_expr(pool, row.x)};
        const Evaluation result = evaluate(pool, parse_expr(pool, row.expression), std::span(&point, 1));
        CAPTURE(result.reason);
        CAPTURE(result.digits);
        CHECK(result.definedness == row.expected);
        if (!row.reason.empty()) CHECK(result.reason == row.reason);
        CHECK(result.digits.empty() == (row.expected != defined));
        CHECK(result.reason.empty() == (row.expected == defined));
    }
}

TEST_CASE("a deep expression is no limit") {
    Pool pool;
    const Expr x = pool.symbol("x");
    Expr f = x;
    for (int i = 0; i < 200'000; ++i) f = pool.make(Op::call, {f}, Function::sin);
    const Binding point{x, one};
    CHECK(evaluate(pool, f, std::span(&point, 1), 3).digits == "0.00387");
}
