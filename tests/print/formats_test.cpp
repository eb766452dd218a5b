// The same expressions in every format.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

namespace {

struct Row {
    std::string input, expected;
};

void check(Format format, const std::vector<Row>& rows) {
    Printer printer;
    for (const Row& row : rows) {
        Pool pool;
        CAPTURE(row.input);
        CHECK(printer.print(pool, parse_expr(pool, row.input), {.format = format}) == row.expected);
    }
}

}  // namespace

TEST_CASE("unicode") {
    check(Format::unicode, {
                               {"x^2*sin(y)", "x²·sin(y)"},
                               {"x^12 + 1/y^3", "x¹² + 1/y³"},
                               {"sqrt(x)", "√(x)"},
                               {"pi*theta*w_1 + w_ab", "π·θ·w₁ + w_ab"},
                               {"abs(x)", "|x|"},
                               {"abs(abs(x) - 1)", "|abs(x) - 1|"},
                               {"piecewise(x >= 0, 1, x <= -1, 2)", "piecewise(x ≥ 0, 1, x ≤ -1, 2)"},
                               {"x != y", "x ≠ y"},
                               {"sin(x)^2", "sin(x)²"},
                               {"x^y", "x^y"},
                               {"(x^2)^y", "(x²)^y"},
                               {"2*x1/3", "2·x1/3"},
                           });
}

TEST_CASE("latex") {
    check(Format::latex,
          {
              {"2*x*sin(y)", "2 x \\sin\\left(y\\right)"},
              {"x/(y + 1)", "\\frac{x}{y + 1}"},
              {"-sin(x)/x^2", "-\\frac{\\sin\\left(x\\right)}{x^{2}}"},
              {"sqrt(x)", "\\sqrt{x}"},
              {"exp(-x)", "e^{-x}"},
              {"sin(x)^2", "\\sin^{2}\\left(x\\right)"},
              {"1/sin(x)^2", "\\frac{1}{\\sin^{2}\\left(x\\right)}"},
              {"abs(x)", "\\left|x\\right|"},
              {"rate*x1 + x_1*theta_max", "\\mathrm{rate} x_{1} + \\theta_{\\mathrm{max}} x_{1}"},
              {"x^(3/2)", "x^{3/2}"},
              {"(1/2)^x", "\\left(\\frac{1}{2}\\right)^{x}"},
              {"3*2^x", "3 \\cdot 2^{x}"},
              {"piecewise(x > 0, 1, 2)", "\\begin{cases}1 & \\text{if } x > 0 \\\\ 2 & \\text{otherwise}\\end{cases}"},
              {"[a, b]", "\\begin{pmatrix}a \\\\ b\\end{pmatrix}"},
              {"[[a, b], [c, d]]", "\\begin{pmatrix}a & b \\\\ c & d\\end{pmatrix}"},
              {"f'(x^2)", "f'\\left(x^{2}\\right)"},
              {"D[1](f)(x, y)", "f^{\\left(1, 0\\right)}\\left(x, y\\right)"},
              {"besselj(n, x)", "J_{n}\\left(x\\right)"},
              {"cbrt(x)", "\\sqrt[3]{x}"},
              {"diff(f(x), x, x)", "\\frac{\\partial^{2}}{\\partial x \\partial x} f\\left(x\\right)"},
          });
}

TEST_CASE("mathml") {
    const std::string open = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">", close = "</math>";
    check(Format::mathml,
          {
              {"x^2", open + "<msup><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></msup>" + close},
              {"x < 1", open + "<mi>x</mi><mo>&lt;</mo><mn>1</mn>" + close},
              {"x/y", open + "<mfrac><mrow><mi>x</mi></mrow><mrow><mi>y</mi></mrow></mfrac>" + close},
              {"2*theta_1", open + "<mn>2</mn><mo>&#x2062;</mo><msub><mi>θ</mi><mn>1</mn></msub>" + close},
          });
}

TEST_CASE("sympy") {
    check(Format::sympy, {
                             {"x^2/2", "x**2/2"},
                             {"x^(1/2) + x^(3/2)", "x**Rational(3, 2) + sqrt(x)"},
                             {"1/2", "Rational(1, 2)"},
                             {"log(x)*pi*e", "pi*E*log(x)"},
                             {"abs(x)", "Abs(x)"},
                             {"log10(x)", "log(x, 10)"},
                             {"lambda", "lambda_"},
                             {"f'(x)", "Derivative(f(x), x)"},
                             {"f'(x^2)", "Subs(Derivative(f(u_1), u_1), (u_1), (x**2))"},
                             {"D[1, 2](f)(x, x)", "Subs(Derivative(f(u_1, u_2), u_1, u_2), (u_1, u_2), (x, x))"},
                             {"piecewise(x > 0, 1, 2)", "Piecewise((1, x > 0), (2, True))"},
                             {"[[a, b], [c, d]]", "Matrix([[a, b], [c, d]])"},
                             {"x = 1", "Eq(x, 1)"},
                         });
}

TEST_CASE("maxima") {
    check(Format::maxima, {
                              {"pi*e^x", "%pi*exp(x)"},
                              {"e", "%e"},
                              {"sign(x)", "signum(x)"},
                              {"piecewise(x > 0, 1, x < 0, 2)", "(if x > 0 then 1 else if x < 0 then 2 else und)"},
                              {"[[a, b], [c, d]]", "matrix([a, b], [c, d])"},
                              {"f'(x^2)", "at('diff(f(u_1), u_1, 1), [u_1 = x^2])"},
                              {"psi(x)", "psi[0](x)"},
                          });
}

TEST_CASE("mathematica") {
    check(Format::mathematica,
          {
              {"x^2*sin(y)/sqrt(z)", "x^2*Sin[y]/Sqrt[z]"},
              {"e^x + pi", "Exp[x] + Pi"},
              {"x_1*E", "E$*x$1"},
              {"f'(x^2)", "Derivative[1][f][x^2]"},
              {"D[1](f)(x, y)", "Derivative[1, 0][f][x, y]"},
              {"piecewise(x > 0, 1, x < 0, 2)", "Piecewise[{{1, x > 0}, {2, x < 0}, {Indeterminate, True}}]"},
              {"atan2(y, x)", "ArcTan[x, y]"},
          });
}

TEST_CASE("giac") {
    check(Format::giac, {
                            {"log(x)", "ln(x)"},
                            {"x = 1", "x == 1"},
                            {"i*x", "i_*x"},
                            {"f'(x^2)", "subst(diff(f(u_1), u_1), [u_1 = x^2])"},
                        });
}
