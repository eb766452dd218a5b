#include "algebra/fewer_functions.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "algebra/definitional_rows.hpp"
#include "algebra/recurrences.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/parse.hpp"
#include "rewrite/rule_set.hpp"

using namespace pdiff;

namespace {

// Both sides as typed, compared at points on both sides of every seam.
void check_row(std::string_view from, std::string_view to) {
    Pool pool;
    ParseOptions options;
    options.typed = true;
    options.variables = {"u", "v", "w", "n"};
    const Expr left = parse(pool, from, options).typed, right = parse(pool, to, options).typed;
    int compared = 0;
    for (const std::string_view u : {"-31/10", "-2/5", "3/10", "1", "17/10", "4"})
        for (const std::string_view v : {"-3/2", "-2/7", "1/2", "3"})
            for (const std::string_view n : {"1", "2"}) {
                const std::vector<Binding> point = {{pool.symbol("u"), parse_expr(pool, u)},
                                                    {pool.symbol("v"), parse_expr(pool, v)},
                                                    {pool.symbol("w"), parse_expr(pool, "5/3")},
                                                    {pool.symbol("n"), parse_expr(pool, n)}};
                const Comparison c = compare(pool, left, right, point);
                CHECK_MESSAGE(c.relation != Relation::different,
                              from << " -> " << to << ": " << c.left << " and " << c.right);
                compared += c.relation == Relation::overlap;
            }
    CHECK_MESSAGE(compared > 0, from << " was never compared");
}

bool is_zero_text(const std::string& text) {
    Pool pool;
    return is_zero(pool, parse_expr(pool, text));
}

}  // namespace

TEST_CASE("each function is what its definition and its recurrence say") {
    for (const DefinitionalRow& r : definitional_rows) {
        const RuleSet::Row text[] = {{r.from, r.to, ""}};
        CHECK_NOTHROW_MESSAGE(RuleSet(text).read_all(), r.from);
        check_row(r.from, r.to);
    }
    for (const Recurrence& r : recurrences) check_row(r.from, r.to);
    for (const Reflection& r : reflections) check_row(r.from, r.to);
}

TEST_CASE("functions whose parameters differ by integers are joined") {
    for (const std::string text : {
             "gamma(x + 1) - x*gamma(x)",
             "gamma(x + 3)/gamma(x) - x*(x + 1)*(x + 2)",
             "gamma(2*(x + 1)) - (2*x + 1)*2*x*gamma(2*x)",
             "gamma(1/3 + 5) - gamma(1/3)*1/3*4/3*7/3*10/3*13/3",
             "(n + 1)!/n! - n - 1",
             "n!/(n - 2)! - n*(n - 1)",
             "binomial(n, k) + binomial(n, k + 1) - binomial(n + 1, k + 1)",
             "binomial(n, 2) - n*(n - 1)/2",
             "beta(x + 1, y) - beta(x, y)*x/(x + y)",
             "gamma(x)*gamma(1 - x) - pi/sin(pi*x)",
             "gamma(x + 2)*gamma(3 - x) - x*(x + 1)*(2 - x)*(1 - x)*pi/sin(pi*x)",
             "gamma(1/2 + x)*gamma(1/2 - x) - pi/cos(pi*x)",
             "digamma(1 - x) - digamma(x) - pi*cot(pi*x)",
             "digamma(x + 2) - digamma(x) - 1/x - 1/(x + 1)",
             "polygamma(2, x + 1) - polygamma(2, x) - 2/x^3",
             "lgamma(x + 1) - lgamma(x) - log(x)",
             "log(gamma(x)) - lgamma(x)",
             "besselj(2, x) - 2*besselj(1, x)/x + besselj(0, x)",
             "besselj(5, x) - (384/x^4 - 72/x^2 + 1)*besselj(1, x) + (192/x^3 - 12/x)*besselj(0, x)",
             "besselj(n + 1, x) + besselj(n - 1, x) - 2*n/x*besselj(n, x)",
             "besselj(3/2, x) - sqrt(2/(pi*x))*(sin(x)/x - cos(x))",
             "besselk(5/2, x) - sqrt(pi/(2*x))*exp(-x)*(1 + 3/x + 3/x^2)",
             "besseli(2, x) - besseli(0, x) + 2*besseli(1, x)/x",
             "bessely(3, x) + bessely(1, x) - 4/x*bessely(2, x)",
             "uppergamma(3, x) - (x^2 + 2*x + 2)*exp(-x)",
             "uppergamma(a + 1, x) + lowergamma(a + 1, x) - a*gamma(a)",
             "expint(3, x) - (exp(-x) - x*exp(-x) - x^2*ei(-x))/2",
             "zeta(2, x + 1) - zeta(2, x) + 1/x^2",
             "legendre(3, x) - (5*x^3 - 3*x)/2",
             "chebyshevt(5, x) - 16*x^5 + 20*x^3 - 5*x",
             "hermite(4, x) - 16*x^4 + 48*x^2 - 12",
             "laguerre(2, x) - (x^2 - 4*x + 2)/2",
             "(n + 1)*legendre(n + 1, x) - (2*n + 1)*x*legendre(n, x) + n*legendre(n - 1, x)",
             "floor(x + 3) - floor(x) - 3",
             "mod(x + 2, 1) - frac(x)",
         })
        CHECK_MESSAGE(is_zero_text(text), text);
}

TEST_CASE("functions whose parameters do not differ by integers stay apart") {
    for (const std::string text : {
             "gamma(x + 1) - gamma(x)",
             "gamma(x + 1/2) - x*gamma(x)",
             "gamma(x + 1) - x*gamma(x) + 10^-30",
             "gamma(2*x + 1) - x*gamma(2*x)",
             "gamma(x)*gamma(2 - x) - pi/sin(pi*x)",
             "besselj(2, x) - 2*bessely(1, x)/x + besselj(0, x)",
             "besselj(2, x) - 2*besselj(1, x)/x - besselj(0, x)",
             "besselj(2, x) - 2*besselj(1, y)/x + besselj(0, y)",
             "floor(x + 1/2) - floor(x)",
             "floor(-x) + floor(x)",
             "lgamma(x + 1) - lgamma(x) - log(abs(x)) - 1",
             "gamma(x + 10^40) - gamma(x)",
             "gamma(x + 1000) - gamma(x)",
         })
        CHECK_MESSAGE(!is_zero_text(text), text);
}
