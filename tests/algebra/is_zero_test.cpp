#include <doctest/doctest.h>

#include <string>

#include "pdiff/forms.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/simplify.hpp"
#include "support/random_expr.hpp"

using namespace pdiff;

namespace {

bool zero_test(const std::string& text) {
    Pool pool;
    return is_zero(pool, parse_expr(pool, text));
}

}  // namespace

TEST_CASE("what is zero wherever it is defined is proved zero") {
    for (const std::string text : {
             "(x + 1)^2 - x^2 - 2*x - 1",
             "1/(x - 1) - 1/(x + 1) - 2/(x^2 - 1)",
             "x/(x + y) + y/(x + y) - 1",
             "sin(x)^2 + cos(x)^2 - 1",
             "sin(2*x) - 2*sin(x)*cos(x)",
             "cos(3*x) - 4*cos(x)^3 + 3*cos(x)",
             "tan(x) - sin(x)/cos(x)",
             "sec(x)^2 - tan(x)^2 - 1",
             "sin(x/2)^2 - (1 - cos(x))/2",
             "sin(x + pi/2) - cos(x)",
             "sin(x + pi/6) - sqrt(3)*sin(x)/2 - cos(x)/2",
             "cosh(x)^2 - sinh(x)^2 - 1",
             "exp(x) - sinh(x) - cosh(x)",
             "exp(2*x) - exp(x)^2",
             "exp(x + y) - exp(x)*exp(y)",
             "2^(x + 1) - 2*2^x",
             "4^x - 2^(2*x)",
             "x^(y - 1)*x - x^y",
             "sqrt(x)*sqrt(x) - x",
             "sqrt(x^2) - abs(x)",
             "sqrt(1 - x)*sqrt(1 + x) - sqrt(1 - x^2)",
             "sqrt(x)*x^(1/3) - x^(5/6)",
             "1/(x + sqrt(x^2 + 1)) + x - sqrt(x^2 + 1)",
             "sqrt((1 - x)/(1 + x))*(1 + x) - sqrt((1 - x)*(1 + x))*abs(1 + x)/(1 + x)",
             "sqrt((1 - x)/(1 + x))*(1 + x) - sqrt(1 - x^2)",
             "sqrt((2 - 3*x)*(1 + x)) - sqrt(2 - 3*x)*sqrt(1 + x)",
             "sqrt(2)*sqrt(3) - sqrt(6)",
             "log(2) + log(3) - log(6) + log(x)*0",
             "asinh(x) - log(x + sqrt(x^2 + 1))",
             "acos(x) + asin(x) - pi/2",
             "abs(x)*sign(x) - x",
             "abs(x)^2 - x^2",
             "cbrt(x)^3 - x",
             "exp(lambertw(x)) - x/lambertw(x)",
             "log(x*y) - log(x) - log(y)",
             "sigmoid(x) - 1/(1 + exp(-x))",
             "sin(2*asin(x)) - 2*x*sqrt(1 - x^2)",
             // sums of angles
             "sin(a + 2*x)/2 + sin(a)/2 - sin(x + a)*cos(x)",
             "sin(x)*sin(y) - (cos(x - y) - cos(x + y))/2",
             "sin(x + y)*sin(x - y) - sin(x)^2 + sin(y)^2",
             "tan(x + y) - (tan(x) + tan(y))/(1 - tan(x)*tan(y))",
             "sin(x + 1)*cos(1) - cos(x + 1)*sin(1) - sin(x)",
             "sin(x + y + pi/3) - sin(x + y)/2 - sqrt(3)/2*cos(x + y)",
             "cos(x + y + z) - cos(x + y)*cos(z) + sin(x + y)*sin(z)",
             // logarithms of factors of a square
             "log(abs(sec(x) + tan(x))) + log(abs(sec(x) - tan(x)))",
             "log(abs(sec(x) + tan(x))) - log(abs(tan(x/2 + pi/4)))",
             "log((1 + sin(x))/(1 - sin(x)))/2 - log(abs(sec(x) + tan(x)))",
             "y*log(abs(csc(x) - cot(x))) + y*log(abs(csc(x) + cot(x))) + sin(x)^2 + cos(x)^2 - 1",
             "atanh(sin(x)) - log(abs(sec(x) + tan(x)))",
             "log(x + sqrt(x^2 + 1)) + log(sqrt(x^2 + 1) - x)",
         })
        CHECK_MESSAGE(zero_test(text), text);
}

TEST_CASE("what is not zero is never called zero") {
    for (const std::string text : {
             "x",
             "x - x/2",
             "sqrt(x^2) - x",
             "sqrt(x^2) + x",
             "log(x^2) - 2*log(-x) + x",
             "abs(x) - x",
             "sign(x) - 1",
             "sqrt(x^2*y) - x*sqrt(y)",
             "(x^2)^(1/4) - x^2",
             "atan(tan(x)) - x",
             "asin(sin(x)) - x",
             "acos(cos(x)) - x",
             "cbrt(x^2) - x",
             "x^y - abs(x)^y",
             "x^y*(abs(x) - x)",
             "sin(x)^2 + cos(y)^2 - 1",
             "exp(x) - exp(-x)",
             "sqrt(x^2 + 2*x*y + y^2) - x - y",
             "sqrt(2) + sqrt(3) - sqrt(5)",
             "floor(x) - x",
             "sqrt((x + 1)/(x - 1))*(x - 1) - sqrt(x^2 - 1)",
             "sqrt((a - x)/(a + x))*(a + x) - sqrt(a^2 - x^2)",
             "sqrt((x - 1)*(x - 2)) - sqrt(x - 1)*sqrt(x - 2) + 1/10",
             "sqrt((x - 1)^2) - x + 1",
             "((x - 1)^2)^(3/2) - (x - 1)^3",
             "f(x) - f(y)",
             "log(abs(x)) - log(x^2)",
             "sin(x + y) - sin(x) - sin(y)",
             "sin(x + y)*sin(x - y) - sin(x)^2 - sin(y)^2",
             "tan(x + y) - (tan(x) + tan(y))/(1 + tan(x)*tan(y))",
             "log(abs(sec(x) + tan(x))) - log(abs(sec(x) - tan(x)))",
             "log(1 + sin(x)) + log(1 - sin(x))",
             "log(abs(1 + sin(x))) + log(abs(1 - sin(x))) - log(abs(cos(x)))",
             "y*log(abs(csc(x) - cot(x))) + z*log(abs(csc(x) + cot(x)))",
             "log(2*x)/3 - log(x)/3",
         })
        CHECK_MESSAGE(!zero_test(text), text);
}

TEST_CASE("a random expression minus itself rearranged is zero") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Pool pool;
        test::RandomExpr random(pool, seed);
        const Expr a = random(6), b = random(6), c = random(5);
        CAPTURE(seed);
        // (a + b)*c - a*c - b*c
        const Expr difference = sum(pool, {product(pool, {sum(pool, {a, b}), c}), negate(pool, product(pool, {a, c})),
                                           negate(pool, product(pool, {b, c}))});
        const Expr shifted = sum(pool, {difference, pool.number(Number::fraction(1, 97))});
        CHECK(!is_zero(pool, shifted));
    }
}
