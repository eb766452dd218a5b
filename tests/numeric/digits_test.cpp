// How values are written: every digit right, rounded to nearest, and readable again.
#include <doctest/doctest.h>

#include <ostream>
#include <string_view>

#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"

using namespace pdiff;

namespace {

struct Row {
    std::string_view expression;
    std::size_t digits;
    std::string_view expected;
};

constexpr Row rows[] = {
    {"2*sin(1/2)", 20, "0.95885107720840600055"},
    {"pi", 1, "3"},
    {"pi", 2, "3.1"},
    {"pi", 5, "3.1416"},
    {"-pi", 5, "-3.1416"},
    {"1/3", 5, "0.33333"},
    {"2/3", 5, "0.66667"},
    {"1/8", 2, "0.13"},
    {"-1/8", 2, "-0.13"},
    {"1/8", 3, "0.125"},
    {"1/8", 30, "0.125"},
    {"5/2", 1, "3"},
    {"999/1000", 2, "1.0"},
    {"99999/100000*pi/pi", 3, "1.00"},
    {"sqrt(2)*10^6", 3, "1.41e6"},
    {"sqrt(2)*10^6", 7, "1414214"},
    {"sqrt(2)*10^6", 8, "1414213.6"},
    {"sqrt(2)/10^6", 3, "0.00000141"},
    {"sqrt(2)/10^7", 3, "1.41e-7"},
    {"10^20", 15, "100000000000000000000"},
    {"10^21", 15, "1e21"},
    {"12*10^21", 15, "1.2e22"},
    {"10^20 + 1", 15, "1.00000000000000e20"},
    {"10^20 + 1", 21, "100000000000000000001"},
    {"3/2*10^(-30)", 15, "1.5e-30"},
    {"1/10^6", 15, "0.000001"},
    {"exp(100)", 10, "2.688117142e43"},
    {"exp(-100)", 10, "3.720075976e-44"},
    {"exp(pi*sqrt(163))", 20, "262537412640768744.00"},
    {"exp(pi*sqrt(163)) - 262537412640768744", 5, "-7.4993e-13"},
    {"2^(10^9)", 10, "4.612976001e301029995"},
    {"gamma(10^9)", 10, "9.904626579e8565705513"},
    {"0", 15, "0"},
    {"sqrt(4) - 2", 15, "0"},
};

}  // namespace

TEST_CASE("digits are proved and rounded to nearest") {
    Pool pool;
    for (const Row& row : rows) {
        CAPTURE(row.expression);
        const Evaluation result = evaluate(pool, parse_expr(pool, row.expression), {}, row.digits);
        CAPTURE(result.reason);
        CHECK(result.digits == row.expected);
    }
}

TEST_CASE("more digits begin with the fewer ones") {
    Pool pool;
    const Expr f = parse_expr(pool, "exp(sin(1)) + zeta(3)/7");
    const std::string many = evaluate(pool, f, {}, 2000).digits;
    CHECK(many.size() == 2001);
    for (std::size_t digits = 10; digits < 200; digits += 7) {
        const std::string few = evaluate(pool, f, {}, digits).digits;
        CHECK(few.substr(0, digits - 1) == many.substr(0, digits - 1));
    }
}

TEST_CASE("what is written is input again") {
    Pool pool;
    for (const char* text : {"1.5e-30", "-0.125", "1e21", "4.61e30", "0.000001"}) {
        const std::string digits = evaluate(pool, parse_expr(pool, text), {}).digits;
        CHECK(digits == text);
    }
}
