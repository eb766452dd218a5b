// The default forms of many textbook derivatives against what comes out of the rules: a glance in doubles at every
// line, and enclosures where the two differ.
#include <doctest/doctest.h>

#include <cmath>
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

}  // namespace

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
