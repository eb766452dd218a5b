#include "parse/expect.hpp"

namespace pdiff::test {
namespace {

TEST_CASE("spellings of operators numbers and names") {
    constexpr Reading rows[] = {
        {"3·x²", "3*x^2"},
        {"2×x∗y⋅z", "2*x*y*z"},
        {"x − y – z", "x - y - z"},
        {"x ÷ y", "x/y"},
        {"x**2", "x^2"},
        {"x⁻¹", "x^(-1)"},
        {"x¹⁰", "x^10"},
        {"2²³", "2^23"},
        {"x^y²", "x^(y^2)"},
        {"-x²", "-(x^2)"},
        {"√x", "x^(1/2)"},
        {"√2", "sqrt(2)"},
        {"∛x", "cbrt(x)"},
        {"∜x", "x^(1/4)"},
        {"√(x+1)", "sqrt(x + 1)"},
        {"θ", "theta"},
        {"Δ + µ + ϑ", "Delta + mu + theta"},
        {"w₁", "w_1"},
        {"w₁₂x", "w_12*x"},
        {"xᵢ", "x_i"},
        {"π", "pi"},
        {"2πr", "2*pi*r"},
        {"πr²", "pi*r^2"},
        {"010", "10"},
        {".5", "1/2"},
        {"2.", "2"},
        {"2.50", "5/2"},
        {"1e-3", "1/1000"},
        {"1E3", "1000"},
        {"2.5e+1", "25"},
        {"0e9", "0"},
        {"12345678901234567890/7", "12345678901234567890*7^(-1)"},
        {"0.12345678901234567890123", "12345678901234567890123/100000000000000000000000"},
        {"2e", "2*e"},
        {"2e-x", "2*e - x"},
        {"[x]", "[x]"},
        {"2*[x + 1]", "2*(x + 1)"},
        {"{x + 1}*2", "(x + 1)*2"},
        {"|x|", "abs(x)"},
        {"||x| - 1|", "abs(abs(x) - 1)"},
        {"|x||y|", "abs(x)*abs(y)"},
        {"2|x|y", "2*abs(x)*y"},
        {"|x|^2", "abs(x)^2"},
        {"⌊x⌋ + ⌈x⌉", "floor(x) + ceil(x)"},
        {"x!", "gamma(x + 1)"},
        {"2x!", "2*gamma(x + 1)"},
        {"x!!", "gamma(gamma(x + 1) + 1)"},
        {"factorial(x)", "gamma(x + 1)"},
        {"x^2 # a comment", "x^2"},
        {"x # one\n + y # two", "x + y"},
        {"\xef\xbb\xbfx^2", "x^2"},
        {"x^2\r\n", "x^2"},
        {"\t x\u00a0+\u2009y ", "x + y"},
        {"X^2 + x", "x + X*X"},
        {"nan + nano + order + android", "order + android + nan + nano"},
    };
    check_readings(rows);
}

TEST_CASE("precedence and juxtaposition") {
    constexpr Reading rows[] = {
        {"a - b + c", "(a - b) + c"},
        {"a/b*c", "(a/b)*c"},
        {"a/b/c", "a/(b*c)"},
        {"x^y^z", "x^(y^z)"},
        {"-x^2", "-(x^2)"},
        {"2^-x", "2^(-x)"},
        {"2*-x", "-(2*x)"},
        {"2/-x*y", "(2/(-x))*y"},
        {"2^-x*y", "(2^(-x))*y"},
        {"x^-y^2", "x^(-(y^2))"},
        {"--x", "x"},
        {"-+-x", "x"},
        {"x - -y", "x + y"},
        {"+x", "x"},
        {"2x", "2*x"},
        {"3x^2 y", "3*(x^2)*y"},
        {"3x^2y", "3*(x^2)*y"},
        {"(x+1)(x-1)", "(x + 1)*(x - 1)"},
        {"2 sin(x)", "2*sin(x)"},
        {"x(y+1) + x", "x*(y + 1) + x"},
        {"x(y+1)^2 + x", "x*((y + 1)^2) + x"},
        {"x^n(y+1) + n", "(x^n)*(y + 1) + n"},
        {"a/x(y+1) + x", "((a/x)*(y + 1)) + x"},
        {"-x(y+1) + x", "-(x*(y + 1)) + x"},
        {"pi(x+1)", "pi*(x + 1)"},
        {"e(x+1)", "e*(x + 1)"},
        {"1/2x", "(1/2)*x"},
        {"e^x", "exp(x)"},
        {"e^2x", "(e^2)*x"},
        {"x^-1/2", "(x^(-1))/2"},
        {"f(x)(y)", "f(x)*y"},
        {"x \\cdot 2", "x*2"},
    };
    check_readings(rows);
}

TEST_CASE("functions without brackets") {
    constexpr Reading rows[] = {
        {"sin x", "sin(x)"},
        {"sin 2x", "sin(2*x)"},
        {"sin 2 x y", "sin(2*x*y)"},
        {"sin x y", "sin(x*y)"},
        {"sin x * y", "sin(x)*y"},
        {"sin x + y", "sin(x) + y"},
        {"sin x cos y", "sin(x)*cos(y)"},
        {"sin 2x cos(y)", "sin(2*x)*cos(y)"},
        {"sin x/cos x", "sin(x)/cos(x)"},
        {"sin x/2", "sin(x/2)"},
        {"sin x^2", "sin(x^2)"},
        {"sin^2(x)", "sin(x)*sin(x)"},
        {"sin^2 x", "sin(x)^2"},
        {"sin²x", "sin(x)^2"},
        {"sin^2(x) y", "(sin(x)^2)*y"},
        {"sin^n(x) + n", "sin(x)^n + n"},
        {"sin^-1(x)", "asin(x)"},
        {"sin⁻¹(x)", "asin(x)"},
        {"tanh^{-1} x", "atanh(x)"},
        {"tg^-1 x", "atan(x)"},
        {"ln sin x", "log(sin(x))"},
        {"2 ln x", "2*log(x)"},
        {"-sin x", "-sin(x)"},
        {"2*-sin x", "2*(-sin(x))"},
        {"1/sin x", "1/sin(x)"},
        {"x sin x", "x*sin(x)"},
        {"sin |x|", "sin(abs(x))"},
        {"exp x", "e^x"},
        {"sqrt x", "x^(1/2)"},
        {"log_2(x)", "log2(x)"},
        {"log_2 8x", "log2(8*x)"},
        {"log₁₀ x", "log10(x)"},
        {"log_3(x)", "log(x)/log(3)"},
        {"log_b(x)", "log(x)/log(b)"},
        {"log(x, b)", "log(x)/log(b)"},
        {"log(x)", "ln(x)"},
    };
    check_readings(rows);
}

TEST_CASE("aliases and definitions of functions") {
    constexpr Reading rows[] = {
        {"ln(x)", "log(x)"},       {"lg(x)", "log10(x)"},     {"arcsin(x)", "asin(x)"},
        {"tg(x)", "tan(x)"},       {"arsinh(x)", "asinh(x)"}, {"sgn(x)", "sign(x)"},
        {"cosec(x)", "csc(x)"},    {"ctg(x)", "cot(x)"},      {"exp(x)", "e^x"},
        {"sqrt(x)", "x^(1/2)"},    {"pow(x, y)", "x^y"},      {"hypot(x, y)", "(x^2 + y^2)^(1/2)"},
        {"root(x, 2)", "sqrt(x)"}, {"root(x, 3)", "cbrt(x)"}, {"root(x, 4)", "x^(1/4)"},
        {"root(x, 1)", "x"},       {"sin (x)", "sin(x)"},     {"max(x, y, z)", "max(x,y,z)"},
    };
    check_readings(rows);
}

TEST_CASE("LaTeX") {
    constexpr Reading rows[] = {
        {"\\frac{a}{b}", "a/b"},
        {"\\dfrac{a + b}{c}x", "((a + b)/c)*x"},
        {"\\frac12 x", "(1/2)*x"},
        {"\\frac{\\frac{a}{b}}{c}", "a/b/c"},
        {"x^{2}y", "(x^2)*y"},
        {"e^{-x^2}", "exp(-(x^2))"},
        {"\\sqrt{x}", "sqrt(x)"},
        {"\\sqrt[3]{x}", "cbrt(x)"},
        {"\\sqrt[n]{x}", "root(x, n)"},
        {"\\sqrt 2", "sqrt(2)"},
        {"a \\cdot b \\times c \\div d", "a*b*c/d"},
        {"\\left(x + 1\\right)^2", "(x + 1)^2"},
        {"\\sin\\left(x\\right)", "sin(x)"},
        {"\\sin x", "sin(x)"},
        {"\\sin{x}y", "sin(x)*y"},
        {"\\sin^2 x", "sin(x)^2"},
        {"\\sin^{-1}(x)", "asin(x)"},
        {"\\ln x", "log(x)"},
        {"\\log_{10}(x)", "log10(x)"},
        {"\\log_2 x", "log2(x)"},
        {"\\arctan(x)", "atan(x)"},
        {"\\operatorname{sech}(x)", "sech(x)"},
        {"\\mathrm{rate}*t", "rate*t"},
        {"\\theta \\pi", "theta*pi"},
        {"\\varphi + \\varepsilon", "phi + epsilon"},
        {"\\theta_{12}", "theta_12"},
        {"x_{12} + x_1", "x_12 + x_1"},
        {"x\\,y\\;z\\quad w", "x*y*z*w"},
        {"\\left|x\\right|", "abs(x)"},
        {"\\lvert x\\rvert", "abs(x)"},
        {"\\left\\lfloor x\\right\\rfloor", "floor(x)"},
        {"\\bigl(x\\bigr)", "x"},
        {"\\{x\\}", "x"},
        {"if(x \\le 1, 1, x \\ge 2, 2, x \\ne 3, 3)", "piecewise(x <= 1, 1, x >= 2, 2, x != 3, 3)"},
    };
    check_readings(rows);
}

TEST_CASE("conditions") {
    constexpr Reading rows[] = {
        {"if(x > 0, 1, 2)", "piecewise(0 < x, 1, 2)"},
        {"if(x ≥ 0, 1, 2)", "piecewise(0 <= x, 1, 2)"},
        {"if(0 < x < 1, 1, 2)", "piecewise(0 < x and x < 1, 1, 2)"},
        {"if(x = 1 && y == 2 || z ≠ 3, 1, 2)", "piecewise((x = 1 and y = 2) or z != 3, 1, 2)"},
        {"if(x < 1 ∧ ¬(y < 2), 1, 2)", "piecewise(x < 1 and not (y < 2), 1, 2)"},
        {"if(not x < 1, 1, 2)", "piecewise(not (x < 1), 1, 2)"},
        {"if(integer(x), 1, 2)", "piecewise(integer(x), 1, 2)"},
        {"if(|x| < 1, 1, 2)", "piecewise(abs(x) < 1, 1, 2)"},
        {"if(x!=1, 1, 2)", "piecewise(x != 1, 1, 2)"},
        {"piecewise((x^2, x <= 1), (2*x - 1, true))", "piecewise(x <= 1, x^2, 2*x - 1)"},
        {"piecewise((x, x < 1), (y, x < 2))", "piecewise(x < 1, x, x < 2, y)"},
    };
    check_readings(rows);
}

TEST_CASE("unknown functions and derivatives") {
    constexpr Reading rows[] = {
        {"f(x^2)", "f(x*x)"},
        {"f'(x)", "D[1](f)(x)"},
        {"f’’(x)", "D[1,1](f)(x)"},
        {"f″(x)", "f''(x)"},
        {"D[2, 1](f)(x, y)", "D[1,2](f)(x, y)"},
        {"2f'(x)y", "2*f'(x)*y"},
        {"f'(x)^2", "f'(x)*f'(x)"},
        {"diff(g(x), x, x)", "diff(g(x), x^2)"},
        {"diff(g(x, y), x, 2, y)", "diff(g(x, y), x, x, y)"},
        {"phi(x) + eta(x)", "eta(x) + phi(x)"},
    };
    check_readings(rows);
    Pool pool;
    CHECK(pool.op(parse_expr(pool, "D[1](besselj)(n, x)")) == Op::apply);
    CHECK(pool.op(parse_expr(pool, "diff(f(x), x)")) == Op::diff);
}

TEST_CASE("decimals are remembered") {
    Pool pool;
    CHECK(parse(pool, "0.1*x").decimals);
    CHECK(parse(pool, "1e3*x").decimals);
    CHECK_FALSE(parse(pool, "x/10").decimals);
}

TEST_CASE("vectors and matrices") {
    Pool pool;
    const Expr matrix = parse_expr(pool, "[[a, b], [c, d]]");
    REQUIRE(pool.op(matrix) == Op::vector);
    CHECK(pool.args(matrix).size() == 2);
    CHECK(pool.op(pool.args(matrix)[0]) == Op::vector);
    CHECK(pool.op(parse_expr(pool, "[x + 1]")) == Op::vector);
}

TEST_CASE("options declare names") {
    ParseOptions options;
    options.variables = {"e", "gamma", "sin"};
    options.functions = {"sine", "conjugate"};
    Pool pool;
    const Expr e = parse(pool, "e", options).value;
    CHECK(pool.op(e) == Op::symbol);
    CHECK(pool.op(parse(pool, "sin*x", options).value) == Op::product);
    CHECK(pool.op(parse(pool, "sine(x)", options).value) == Op::apply);
    CHECK(parse(pool, "conjugate(x)", options).notes.empty());
    CHECK(pool.op(parse(pool, "beta(x, y)", options).value) == Op::call);
    options.wrt = {"x"};
    CHECK(parse(pool, "x(y + 1)", options).value == parse_expr(pool, "x*(y + 1)"));
}

TEST_CASE("split") {
    constexpr Reading rows[] = {
        {"x^3 + 5xy + y^2", "x^3 + 5*x*y + y^2"},
        {"xy^2", "x*(y^2)"},
        {"sin xy", "sin(x*y)"},
        {"xf(x) + x", "x*f(x) + x"},
        {"alpha*xy", "alpha*x*y"},
        {"αx", "alpha*x"},
        {"x_1*ab", "x_1*a*b"},
        {"exp(xy)", "exp(x*y)"},
        {"2xy(x+1) + y", "2*x*y*(x + 1) + y"},
    };
    ParseOptions options;
    options.split = true;
    check_readings(rows, options);
}

}  // namespace
}  // namespace pdiff::test
