// The default forms of many textbook derivatives against what comes out of the rules: a glance in doubles at every
// line, and enclosures where the two differ.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bench/lines.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "pdiff/sampler.hpp"

using namespace pdiff;

namespace {

constexpr std::size_t lines = 20'000;
constexpr double along[] = {0.3, -0.7, 1.1, 2.3, -3.1, 0.05, 0.71, -0.11};

std::vector<Binding> exactly(Pool& pool, const std::vector<Expr>& names, const std::vector<double>& at) {
    std::vector<Binding> point;
    for (std::size_t i = 0; i < names.size(); ++i)
        point.push_back({names[i], pool.number(Number::fraction(std::llround(at[i] * 1e6), 1'000'000))});
    return point;
}

// Whether f and g agree at every point where both have a value; nothing where there is no such point.
std::optional<bool> agree(Pool& pool, Expr f, Expr g) {
    const Expr both[] = {f, g};
    const std::vector<Expr> names = variables(pool, f);
    Sampler sampler(pool, both, names);
    bool any = false;
    for (const double t : along) {
        std::vector<double> at;
        for (std::size_t i = 0; i < names.size(); ++i) at.push_back(t * (1 + 0.37 * static_cast<double>(i)));
        sampler.run(at);
        if (std::isnan(sampler[0]) || std::isnan(sampler[1])) continue;
        any = true;
        const double size = std::abs(sampler[0]) + std::abs(sampler[1]);
        if (std::abs(sampler[0] - sampler[1]) > 1e-7 * size &&
            compare(pool, f, g, exactly(pool, names, at)).relation == Relation::different)
            return false;
    }
    return any ? std::optional(true) : std::nullopt;
}

// Nested functions, products, quotients and powers of what vanishes, is negative or has roots somewhere.
class RandomText {
public:
    explicit RandomText(std::uint64_t seed) : state_(seed) {}

    std::string operator()(int depth) {
        const std::size_t kind = below(20);
        if (depth == 0 || kind < 3) return one_of(inner);
        const std::string f = (*this)(depth - 1);
        if (kind < 10) return one_of(functions) + "(" + f + ")";
        if (kind >= 18) return "(" + f + ")^" + one_of(exponents);
        return "(" + f + ")" + (kind < 13 ? "*" : kind < 16 ? "/" : "+") + "(" + (*this)(depth - 1) + ")";
    }

private:
    static constexpr std::array<const char*, 22> inner = {
        "x",  "2*x",     "x^2", "x + 1", "1 - x", "x^2 + 1", "1 - x^2", "x*y",       "x + y", "x/y",     "3*x - 2",
        "-x", "x^2 - 4", "x/2", "1/x",   "x^3",   "x - y",   "sqrt(x)", "x^2 + y^2", "a*x",   "a*x + b", "x^n"};
    static constexpr std::array<const char*, 25> functions = {
        "sin", "cos", "tan", "exp",  "log",  "sqrt", "sinh", "cosh",  "tanh",  "atan",  "asin", "acos", "sec",
        "csc", "cot", "abs", "cbrt", "sech", "csch", "coth", "asinh", "acosh", "atanh", "erf",  "sign"};
    static constexpr std::array<const char*, 8> exponents = {"2", "3", "(1/2)", "(-1)", "x", "n", "(2/3)", "(-3/2)"};

    std::size_t below(std::size_t n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(state_ >> 33) % n;
    }
    template <std::size_t N>
    std::string one_of(const std::array<const char*, N>& words) {
        return words[below(N)];
    }

    std::uint64_t state_;
};

}  // namespace

TEST_CASE("the default form of a random nested derivative has its value") {
    constexpr std::uint64_t seed = 20261121;
    INFO("seed " << seed);
    RandomText random(seed);
    std::size_t compared = 0;
    for (int i = 0; i < 40'000; ++i) {
        const std::string text = random(1 + i % 3);
        Pool pool;
        const Expr x = pool.symbol("x"), by[] = {x};
        try {
            const Expr f = parse_expr(pool, text), formed = in_form(pool, differentiate(pool, f, x));
            const auto same = agree(pool, derivative_by_rules(pool, f, by), formed);
            compared += same == true;
            CHECK_MESSAGE(same.value_or(true), text << ": " << print(pool, formed));
        } catch (const Error&) {
            continue;  // (-1)^(1/2)
        }
    }
    CHECK(compared > 13'000);
}

TEST_CASE("the forms of derivatives that were wrong once have their values") {
    for (const char* text : {
             "atanh((1 - x)*(x^2 + 1)/(x^2 + y^2 + sqrt(x)))",               // the sign of a factor in sqrt(x)
             "(x^2 + y^2)/(x/2)/sqrt(x^2) + sqrt(x^n)/((x^2 + 1)/sqrt(x))",  // the same, of a numerator
             "cbrt(1/(2*x^2))/((1 - x^2)^x*a*x^2)",                          // cbrt(1/2) is no root of an integer
             "((x/y)^(2/3)*cos(x - y))^(-3/2)",                              // abs(y*r)/r, where r is a root's kernel
             "abs((4*x - 2)*(x/y)^(3/2))",
             "x*(a*x^m)^r*(b*x^n)^s*(c*x^p)^t/(1 + m*r + n*s + p*t)",  // symbolic contents of brackets
             "x^3*(x*y + 3) - 8*(3 - 5*x)",                            // a power of a sum, its terms twice
         }) {
        Pool pool;
        ParseOptions options;
        options.variables = {"m", "n", "p", "r", "s", "t"};
        options.wrt = {"x"};
        const Expr x = pool.symbol("x"), by[] = {x}, f = parse(pool, text, options).value;
        const Expr by_rules = derivative_by_rules(pool, f, by), d = differentiate(pool, f, x);
        for (const Form form : {Form::automatic, Form::factored, Form::together, Form::expanded})
            CHECK_MESSAGE(agree(pool, by_rules, in_form(pool, d, form)).value_or(true), text);
    }
}

TEST_CASE("the default form of a textbook derivative has its value") {
    std::size_t changed = 0, compared = 0;
    for (const std::string& line : bench::textbook_lines(lines)) {
        Pool pool;
        const Expr x = pool.symbol("x"), by[] = {x};
        std::optional<Expr> by_rules, formed;
        try {
            const Expr f = parse_expr(pool, line);
            by_rules = derivative_by_rules(pool, f, by);
            formed = in_form(pool, differentiate(pool, f, x));
        } catch (const Error&) {
            continue;  // 1/(x*y - x*y)
        }
        if (*by_rules == *formed) continue;
        ++changed;
        const auto same = agree(pool, *by_rules, *formed);
        compared += same == true;
        CHECK_MESSAGE(same.value_or(true), line << ": " << print(pool, *formed));
    }
    CHECK(compared > lines / 3);
    MESSAGE(compared << " of " << changed << " forms compared");
}
