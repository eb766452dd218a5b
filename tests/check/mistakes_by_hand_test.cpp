// The mistakes as people make them, worked by hand: not by the table.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "check/example.hpp"
#include "pdiff/parse.hpp"

using namespace pdiff;

namespace {

struct Case {
    const char* function;
    const char* by;
    const char* answer;
    const char* name;
};

constexpr Case cases[] = {
    // chain
    {"sin(x^3)", "x", "cos(x^3)", "inner derivative forgotten"},
    {"(x^2 + 1)^5", "x", "5(x^2 + 1)^4", "inner derivative forgotten"},
    {"ln(x^2 + 3)", "x", "1/(x^2 + 3)", "inner derivative forgotten"},
    {"sin(x^3)", "x", "cos(3x^2)", "outer derivative taken at the inner derivative"},
    {"sin(x^3)", "x", "x^3 cos(x^3)", "multiplied by the inner function instead of its derivative"},
    {"sin(x^3)", "x", "3x^2", "inner derivative only"},
    {"exp(sin(x^2))", "x", "exp(sin(x^2))*2x", "a layer of the chain left out"},
    {"sin(x^3)", "x", "3x^2 cos(x)", "argument dropped"},
    {"sin(5x^2 + 1)", "x", "2x cos(5x^2 + 1)", "inner constant factor forgotten"},
    // the absolute value of the variable itself
    {"abs(x)", "x", "1", "derivative of |u| taken as that of u"},
    {"3*y*abs(x)", "x", "3y", "derivative of |u| taken as that of u"},
    // product
    {"x^3*ln(x)", "x", "3x^2*1/x", "product of the derivatives"},
    {"x^3*ln(x)", "x", "x^3*3x^2 + ln(x)/x", "each factor times its own derivative"},
    {"x^3*ln(x)", "x", "3x^2 ln(x)", "one term of the product rule only"},
    {"x^3*ln(x)", "x", "3x^2 ln(x) - x^2", "minus for plus in the product rule"},
    // quotient
    {"ln(x)/x^3", "x", "1/x/(3x^2)", "quotient of the derivatives"},
    {"sin(x)/(x^2+1)", "x", "(cos(x)(x^2+1) - 2x sin(x))/(x^2+1)", "denominator not squared"},
    {"sin(x)/(x^2+1)", "x", "(cos(x)(x^2+1) + 2x sin(x))/(x^2+1)^2", "plus for minus in the quotient rule"},
    {"sin(x)/(x^2+1)", "x", "(2x sin(x) - cos(x)(x^2+1))/(x^2+1)^2", "terms of the numerator swapped"},
    {"sin(x)/(x^2+1)", "x", "(cos(x)(x^2+1) - 2x sin(x))/sin(x)^2", "square of the numerator as denominator"},
    {"sin(x)/(x^2+1)", "x", "cos(x)(x^2+1) - 2x sin(x)", "denominator dropped"},
    // power
    {"x^7*y", "x", "7x^7*y", "exponent not lowered"},
    {"x^7*y", "x", "x^6*y", "exponent not brought down"},
    {"x^7*y", "x", "6x^6*y", "lowered exponent brought down"},
    {"1/x^4", "x", "-4/x^3", "exponent moved the wrong way"},
    {"x^(2/3)", "x", "2/3*x^(5/3)", "exponent moved the wrong way"},
    {"sqrt(x)", "x", "1/sqrt(x)", "factor 1/2 of the root lost"},
    {"x^7 + 3x", "x", "x^8/8 + 3", "power integrated"},
    // exponential and logarithm
    {"5^x", "x", "x*5^(x-1)", "power rule on an exponential"},
    {"5^(x^2)", "x", "2x*5^(x^2)", "logarithm of the base forgotten"},
    {"e^(3x)", "x", "3x*e^(3x-1)", "power rule on e^u"},
    {"e^(x^2)", "x", "e^(2x)", "exponent replaced by its derivative"},
    {"log10(x)", "x", "1/x", "base of the logarithm forgotten"},
    {"log_3(x)", "x", "1/x", "base of the logarithm forgotten"},
    {"ln(x^4)", "x", "1/(4x^3)", "reciprocal of the inner derivative"},
    {"x^x", "x", "x*x^(x-1)", "power rule alone on f^g"},
    {"x^x", "x", "x^x ln(x)", "exponential rule alone on f^g"},
    // trigonometric
    {"x + cos(2x)", "x", "1 + 2 sin(2x)", "sign of the cosine's derivative"},
    {"x + sin(2x)", "x", "1 - 2 cos(2x)", "sign of the sine's derivative"},
    {"sin(2x)", "x", "2 sin(2x)", "function not swapped"},
    {"tan(2x)", "x", "2 sec(2x) tan(2x)", "derivatives of tan and sec mixed up"},
    {"sec(2x)", "x", "2 sec(2x)^2", "derivatives of tan and sec mixed up"},
    {"x*atan(x)", "x", "atan(x) - x/(1+x^2)", "sign of the inverse function's derivative"},
    {"asin(x)", "x", "1/(1-x^2)", "root of the inverse function's derivative"},
    {"sin(x) + x", "x", "pi/180*cos(x) + 1", "degrees for radians"},
    // constants
    {"x^2 + 5", "x", "2x + 5", "constant kept"},
    {"5x^2 + x", "x", "2x + 1", "constant factor dropped"},
    {"5x^2 + x", "x", "1", "constant factor differentiated"},
    {"x^2 + pi^3", "x", "2x + 3pi^2", "constant treated as a variable"},
    {"x^2 + e^2", "x", "2x + 2e", "constant treated as a variable"},
    {"x*ln(3)", "x", "ln(3) + x/3", "constant treated as a variable"},
    {"x^4 - (x^3 + x^2)", "x", "4x^3 - 3x^2 + 2x", "minus not distributed over the bracket"},
    {"|x^3 - 1|", "x", "3x^2", "derivative of |u| taken as that of u"},
    // task
    {"x^2 + sin(x)", "x", "x^3/3 - cos(x)", "integrated instead of differentiated"},
    {"x^2 + sin(x)", "x", "x^3/3 - cos(x) + 5", "integrated instead of differentiated"},
    {"x^2 + sin(x)", "x", "sin(x) + x^2", "function returned unchanged"},
    {"x^2 + sin(x)", "x, x", "2x + cos(x)", "order one too low"},
    {"x^4 + x", "x, x", "(4x^3 + 1)^2", "square of the first derivative for the second derivative"},
    {"x^2 + sin(x)", "x", "2u + cos(u)", "wrong variable"},
    {"x^2 + sin(x)", "x", "1/(2x + cos(x))", "reciprocal of the derivative"},
    {"x^2 + sin(x)", "x", "0", "evaluated before differentiating"},
    // algebra
    {"(x^2 + 1)^3/3", "x", "2x(x^4 + 1)", "square of a sum taken term by term"},
    {"ln(x + 3)", "x", "1/x + 1/3", "reciprocal of a sum taken term by term"},
    {"asinh(x)", "x", "1/(x + 1)", "root of a sum taken term by term"},
    {"x^3/(x^2 - x)", "x", "(3x^4 - 3x^3 - 2x^4 - x^3)/(x^2 - x)^2", "sign lost in a bracket"},
    {"x^3*sin(x^3)", "x", "3x^2*sin(x^3) + 3x^6*cos(x^3)", "exponents multiplied instead of added"},
    {"ln(x^2 + 2x)", "x", "(x + 2)/(x + 2)/x*1", ""},
    // several variables
    {"x^2*y + x^3", "x", "3x^2", "other variable taken as 0"},
    {"x^2*y + x^3", "x", "2x + 3x^2", "factor of another variable dropped"},
    {"x^2*y^3 + x", "x", "2x*3y^2 + 1", "other variable differentiated too"},
    {"x^2*y", "x", "2x*y + x^2*y'(x)", "total derivative"},
    {"x^2*y^3", "x", "3x^2*y^2", "derivative by the wrong variable"},
    {"x^y", "x", "x^y*ln(x)", "power and exponential rule confused"},
    {"y^x", "x", "x*y^(x-1)", "power and exponential rule confused"},
    {"x^2*y^3", "x, y", "2x*y^3*3x^2*y^2", "product of the first partials for the mixed one"},
    {"x^2*y^3", "x, y", "2y^3", "mixed partial replaced by a pure one"},
    {"x^2*y^3", "x, y", "6x^2*y", "mixed partial replaced by a pure one"},
    {"x^2*y^3", "gradient x, y", "2x*y^3 + 3x^2*y^2", "gradient as the sum of the partials"},
    {"x^2*y^3", "gradient x, y", "[3x^2*y^2, 2x*y^3]", "components swapped"},
    {"x^2*y^3", "hessian x, y", "[[2y^3, 0], [0, 6x^2*y]]", "off-diagonal entries of the Hessian missing"},
    {"x^2*y^3", "hessian x, y", "[[2y^3, -6x*y^2], [-6x*y^2, 6x^2*y]]",
     "off-diagonal entries of the Hessian with the wrong sign"},
    {"x^2*y + y^4", "x", "2x*y + y^4", "term free of x kept"},
    {"sin(x*y)", "x", "cos(x*y)", "inner partial forgotten"},
};

}  // namespace

TEST_CASE("mistakes: worked by hand") {
    for (const Case& row : cases) {
        Pool pool;
        const AskedQuestion asked = read_question(pool, row.function, row.by);
        const Diagnosis diagnosis = diagnose(pool, asked.question, asked.right, parse_expr(pool, row.answer));
        const bool named = std::ranges::any_of(diagnosis.explanations, [&](const Explanation& e) {
            return e.mistakes.size() == 1 && e.mistakes[0].name == row.name;
        });
        const std::string function = row.function, by = row.by, answer = row.answer, name = row.name;
        CAPTURE(function);
        CAPTURE(by);
        CAPTURE(answer);
        CAPTURE(name);
        CAPTURE(describe(diagnosis).front());
        CHECK(named != name.empty());
    }
}
