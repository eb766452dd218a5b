#include "pdiff/differentiate.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "calculus/derivative_rules.hpp"
#include "calculus/differential.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "pdiff/simplify.hpp"
#include "support/difference.hpp"
#include "support/random_expr.hpp"

using namespace pdiff;

namespace {

// Nothing where the point is on a seam of f or outside its domain.
std::optional<bool> derivative_agrees(Pool& pool, Expr f, Expr x, const Binding& point) {
    try {
        for (const Expr condition : conditions(pool, f, {&x, 1}).smooth)
            if (holds_at(pool, condition, {&point, 1}) != true) return std::nullopt;
        return test::agrees_with_difference(pool, f, differentiate(pool, f, x), x, {&point, 1});
    } catch (const Error& e) {
        if (e.kind != ErrorKind::undefined) throw;
        return std::nullopt;
    }
}

std::string derivative(const std::string& f, const std::string& wrt) {
    Pool pool;
    std::vector<Expr> sequence;
    for (const std::string& x : parse_variables(wrt)) sequence.push_back(pool.symbol(x));
    return print(pool, differentiate(pool, parse_expr(pool, f), sequence));
}

}  // namespace

TEST_CASE("derivatives as people write them") {
    const struct {
        std::string f;
        std::string wrt;
        std::string derivative;
    } rows[] = {
        {"3*x^2*y", "x", "6*x*y"},
        {"x^2*sin(y)", "x", "2*x*sin(y)"},
        {"x^2*sin(y)", "y", "x^2*cos(y)"},
        {"sin(x + x^2)", "x", "(2*x + 1)*cos(x^2 + x)"},
        {"log(x^2)", "x", "2/x"},
        {"x^y", "x", "y*x^(y - 1)"},
        {"x^y", "y", "x^y*log(x)"},
        {"2^x", "x", "2^x*log(2)"},
        {"exp(x^2)", "x", "2*x*exp(x^2)"},
        {"sqrt(x^2 + y^2)", "x", "x/sqrt(x^2 + y^2)"},
        {"1/x", "x", "-1/x^2"},
        {"cos(x)/x", "x", "-sin(x)/x - cos(x)/x^2"},
        {"atan(x)", "x", "1/(x^2 + 1)"},
        {"abs(x)", "x", "sign(x)"},
        {"x*abs(x)", "x", "2*abs(x)"},
        {"abs(x)^3", "x", "3*x*abs(x)"},
        {"sign(x)*x^2", "x", "2*abs(x)"},
        {"sqrt(x^2)", "x", "sign(x)"},
        {"floor(x)", "x", "0"},
        {"x*floor(x)", "x", "floor(x)"},
        {"cbrt(x^5)", "x", "5*cbrt(x)^2/3"},
        {"max(0, w1*x1 + w2*x2 + b)", "w1", "piecewise(w1*x1 + w2*x2 + b > 0, x1, w1*x1 + w2*x2 + b < 0, 0)"},
        {"piecewise(x < 0, sin(x), 1/2)", "x", "piecewise(x < 0, cos(x), x > 0, 0)"},
        {"acos(cos(x))", "x", "sign(sin(x))"},
        {"log(exp(x))", "x", "1"},
        {"sin(x)^2 + cos(x)^2", "x", "0"},
        {"f(x^2)", "x", "2*x*f'(x^2)"},
        {"f(x, y)", "x", "D[1](f)(x, y)"},
        {"f(x*y, y)", "y", "x*D[1](f)(x*y, y) + D[2](f)(x*y, y)"},
        {"diff(f(x), x)", "x", "f''(x)"},
        {"diff(x^3, x)*y", "x", "6*x*y"},
        {"besselj(0, x)", "x", "-besselj(1, x)"},
        {"besselj(n, x)", "n", "D[1](besselj)(n, x)"},
        {"zeta(x)", "x", "zeta'(x)"},
        {"gamma(x)", "x", "digamma(x)*gamma(x)"},
        {"lambertw(x)", "x", "1/(x + exp(lambertw(x)))"},
        {"x^2 + 3*x*y - 2*y^2", "x,y", "3"},
        {"sin(x)", "x^4", "sin(x)"},
        {"[x*y, x^2]", "x", "[y, 2*x]"},
        {"x^2 + y^2 = 1", "x", "2*x = 0"},
        {"5", "x", "0"},
    };
    for (const auto& r : rows) CHECK_MESSAGE(derivative(r.f, r.wrt) == r.derivative, r.f << " by " << r.wrt);
}

TEST_CASE("the 200th derivative of x^200 is 200 factorial") {
    Pool pool;
    const std::vector<Expr> sequence(200, pool.symbol("x"));
    Number factorial = 1;
    for (int i = 2; i <= 200; ++i) factorial = factorial * Number(i);
    CHECK(differentiate(pool, parse_expr(pool, "x^200"), sequence) == pool.number(factorial));
}

TEST_CASE("each derivative rule is the law that its row states") {
    // u and v become functions of x, and so do the differentials.
    for (const DerivativeRow& r : derivative_rows) {
        Pool pool;
        ParseOptions options;
        options.variables = {"u", "v", "c", "du", "dv"};
        const Expr from[] = {pool.symbol("u"), pool.symbol("v"), pool.symbol("du"), pool.symbol("dv")};
        const Expr to[] = {parse_expr(pool, "U(x)"), parse_expr(pool, "V(x)"), parse_expr(pool, "U'(x)"),
                           parse_expr(pool, "V'(x)")};
        const auto read = [&](std::string_view text) {
            return substitute(pool, parse(pool, text, options).value, from, to);
        };
        const Expr derivative = differentiate(pool, read(r.of), pool.symbol("x"));
        CHECK_MESSAGE(is_zero(pool, subtract(pool, derivative, read(r.differential))), r.name);
    }
}

TEST_CASE("the derivative of every function agrees with a difference") {
    const Number points[] = {Number::fraction(3, 10), Number::fraction(-7, 10), Number::fraction(17, 10),
                             Number::fraction(-23, 10), Number::fraction(31, 10)};
    for (std::size_t id = 0; id < function_rows().size(); ++id) {
        const auto f = static_cast<Function>(id);
        const Arity shape = arity(row(f).parameters);
        for (std::size_t k = 0; k < shape.count; ++k) {
            Pool pool;
            const Expr x = pool.symbol("x");
            int decided = 0;
            for (const Number& at : points) {
                // The other arguments are numbers that suit orders as well as parameters.
                for (const Number& other : {Number(2), Number::fraction(1, 3), Number(3)}) {
                    std::vector<Expr> args(shape.count, pool.number(other));
                    args[k] = x;
                    const auto agrees = derivative_agrees(pool, call(pool, f, args), x, {x, pool.number(at)});
                    CHECK_MESSAGE(agrees.value_or(true),
                                  row(f).identifier << " operand " << k << " at " << at.to_string());
                    decided += agrees == true;
                }
            }
            const bool closed_form =
                row(f).differential.find("d" + std::string(1, row(f).parameters[0])) != std::string_view::npos;
            if (k == 0 && closed_form) CHECK_MESSAGE(decided > 0, row(f).identifier << " was never compared");
        }
    }
}

TEST_CASE("random derivatives agree with a difference, forward and reverse") {
    constexpr std::uint64_t seed = 7;
    INFO("seed " << seed);
    int decided = 0;
    for (int i = 0; i < 1500; ++i) {
        Pool pool;
        test::RandomExpr random(pool, seed + static_cast<std::uint64_t>(i));
        const Expr f = random(3 + i % 20);
        const Expr symbols[] = {pool.symbol("x"), pool.symbol("y"), pool.symbol("z")};
        std::vector<Expr> reverse;
        try {
            reverse = reverse_gradient(pool, f, symbols);
        } catch (const Error&) {
            continue;  // a random 1/0
        }
        const std::string text = print(pool, f);
        for (std::size_t k = 0; k < 3; ++k) {
            const Expr forward = differentiate(pool, f, symbols[k]);
            const Binding point[] = {
                {symbols[0], random.number()}, {symbols[1], random.number()}, {symbols[2], random.number()}};
            const auto agrees = test::agrees_with_difference(pool, f, forward, symbols[k], point);
            CHECK_MESSAGE(agrees.value_or(true),
                          text << " by " << pool.name(symbols[k]) << ": " << print(pool, forward));
            decided += agrees == true;
            if (forward != reverse[k]) {
                const Comparison c = compare(pool, forward, reverse[k], point);
                CHECK_MESSAGE(c.relation != Relation::different,
                              text << ": " << print(pool, forward) << " and " << print(pool, reverse[k]));
            }
        }
    }
    CHECK(decided > 1000);
}

TEST_CASE("a small gradient is written as its partials are") {
    Pool pool;
    const Expr x = pool.symbol("x"), y = pool.symbol("y"), symbols[] = {x, y};
    const Expr f = parse_expr(pool, "sin(x)*exp((1 - cos(y))^2) + ((x + y)/4 - (x*y)^(1/4))^2");
    CHECK(gradient(pool, f, symbols) == std::vector{differentiate(pool, f, x), differentiate(pool, f, y)});
    CHECK(gradient(pool, f, symbols) != reverse_gradient(pool, f, symbols));
}

TEST_CASE("every law of the function table parses") {
    for (std::size_t id = 0; id < function_rows().size(); ++id) {
        const auto f = static_cast<Function>(id);
        Pool pool;
        std::vector<Expr> args;
        for (std::size_t k = 0; k < arity(row(f).parameters).count; ++k)
            args.push_back(pool.symbol("x" + std::to_string(k)));
        CHECK_NOTHROW(gradient(pool, call(pool, f, args), args));
        CHECK_NOTHROW(conditions(pool, call(pool, f, args), args));
    }
}

TEST_CASE("conditions under which a derivative holds") {
    const struct {
        std::string f;
        std::string smooth;
        std::string domain;
    } rows[] = {
        {"abs(x)", "x != 0", ""}, {"floor(x)", "not integer(x)", ""}, {"log(x)", "", "x > 0"},
        {"sin(x)", "", ""},       {"max(x, 1)", "x != 1", ""},        {"piecewise(x <= 1, x^2, 2*x - 1)", "x != 1", ""},
    };
    for (const auto& r : rows) {
        Pool pool;
        const Expr x = pool.symbol("x");
        const Conditions c = conditions(pool, parse_expr(pool, r.f), {&x, 1});
        const auto text = [&](const std::vector<Expr>& list) {
            return list.empty() ? std::string() : print(pool, list[0]);
        };
        CHECK_MESSAGE(text(c.smooth) == r.smooth, r.f);
        CHECK_MESSAGE(text(c.domain) == r.domain, r.f);
    }
}

TEST_CASE("high orders of powers of functions stay collected and keep their value") {
    CHECK(derivative("x^x", "x^20").size() < 12'000);
    for (const std::string text : {"x^x", "x^(x^2)", "x^(x - 1)*sin(x)", "(x + 1)^(x/2)*log(x)"}) {
        Pool pool;
        const Expr x = pool.symbol("x"), f = parse_expr(pool, text);
        const std::vector<Expr> twice(2, x), four_times(4, x);
        const Expr at_once = differentiate(pool, f, four_times);
        const Expr in_steps = differentiate(pool, differentiate(pool, f, twice), twice);
        for (const int p : {3, 7, 16}) {
            const Binding point{x, pool.number(Number::fraction(p, 5))};
            CHECK_MESSAGE(compare(pool, at_once, in_steps, {&point, 1}).relation == Relation::overlap, text);
        }
    }
}
