#include "pdiff/explain.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pdiff/differentiate.hpp"
#include "pdiff/operators.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "pdiff/simplify.hpp"
#include "support/prove.hpp"

using namespace pdiff;

namespace {

struct Question {
    std::string_view f, wrt;
};

constexpr Question questions[] = {
    {"sin(x^2)*y + x/(1 + y^2)", "x"},
    {"sin(x^2)*y + x/(1 + y^2)", "y"},
    {"(x^2 - 1)/(x^2 + 1)", "x"},
    {"x^x", "x"},
    {"max(0, w*x + b)", "w"},
    {"x^2*sin(y)*exp(x*y)", "y"},
    {"x^3*y^2", "x,x,y"},
    {"f(x)*sin(x)", "x"},
    {"f(x^2, x*y)", "x,y"},
    {"piecewise(x < 0, x^2, x^3)", "x"},
    {"log(sin(x))", "x"},
    {"3*x^2 + 2*x + 1", "x"},
    {"sqrt(x)/(1 + x)", "x"},
    {"1/(sin(x)*log(x))", "x"},
    {"x*sin(x)/((x + 1)*exp(x))", "x"},
    {"(x^2 + 1)^(3/2)*2^(x*y)", "x"},
    {"besselj(n, x)*abs(x - 1)", "x"},
    {"besselj(n, x)", "n"},
    {"max(x, x^2, 3)*min(x, 1)", "x"},
    {"clamp(x^2, y, 3*x)", "x"},
    {"[x*y, sin(x)/x, 3]", "x"},
    {"atan2(y, x) + hypot(x, y)", "x,y"},
    {"sin(x)^2 + cos(x)^2 + diff(x^3*y, x)", "x"},
    {"1/(1 + exp(-(w*x + b)))", "w,x"},
    {"log(x, 2)*x^y*y^x", "x"},
    {"7", "x"},
    {"x", "x"},
    {"y", "x"},
};

std::vector<Expr> symbols(Pool& pool, std::string_view names) {
    std::vector<Expr> list;
    for (const std::string& name : parse_variables(names)) list.push_back(pool.symbol(name));
    return list;
}

}  // namespace

TEST_CASE("the last line is the answer and every line before it is equal to the next") {
    for (const Question& q : questions) {
        CAPTURE(q.f);
        CAPTURE(q.wrt);
        Pool pool;
        const Expr f = parse_expr(pool, q.f);
        const std::vector<Expr> by = symbols(pool, q.wrt);
        const Explanation e = explain_partial(pool, f, by);
        const Expr wanted = in_form(pool, differentiate(pool, f, by));
        const bool same = e.result() == wanted || test::proved_equal(pool, e.result(), wanted);
        CHECK_MESSAGE(same, print(pool, e.result()), " for ", print(pool, wanted));
        const test::Proofs proofs = test::prove(pool, e);
        CHECK(proofs.refuted.empty());
        for (const std::string& line : proofs.refuted) MESSAGE(line);
        CHECK(proofs.proved > 0);
        for (const std::string& line : proofs.undecided) MESSAGE("undecided: ", line);
        CHECK(proofs.undecided.empty());
    }
}

TEST_CASE("total and implicit derivatives are explained to the end") {
    Pool pool;
    const Expr x = pool.symbol("x"), y = pool.symbol("y"), t = pool.symbol("t");
    const Expr f = parse_expr(pool, "x^2*t + sin(y)");
    CHECK(explain_total(pool, f, t).result() == in_form(pool, total_derivative(pool, f, t)));
    const Expr circle = parse_expr(pool, "x^2 + y^2 = 1");
    for (const std::size_t order : {1u, 2u, 3u}) {
        const std::vector<Expr> by(order, x);
        const Explanation e = explain_implicit(pool, circle, y, by);
        CHECK(e.result() == in_form(pool, implicit_derivative(pool, circle, y, by)));
        const test::Proofs proofs = test::prove(pool, e);
        CHECK(proofs.refuted.empty());
        CHECK(proofs.undecided.empty());
    }
}

TEST_CASE("the rules that are named") {
    struct Named {
        std::string_view f, rule;
    };
    constexpr Named rows[] = {
        {"x^2 + x", "sum rule"},
        {"y*sin(x)", "constant multiple rule"},
        {"x*sin(x)", "product rule"},
        {"sin(x)/x", "quotient rule"},
        {"1/(x*sin(x))", "reciprocal rule"},
        {"sin(x)^2", "power rule"},
        {"exp(x^2)", "exponential rule"},
        {"2^x", "exponential rule"},
        {"x^x", "general power rule"},
        {"erf(x)", "derivative of erf"},
        {"f(x)", "unknown function"},
        {"3", "constant rule"},
    };
    for (const Named& r : rows) {
        Pool pool;
        const Expr x = pool.symbol("x");
        const Explanation e = explain_partial(pool, parse_expr(pool, r.f), {&x, 1});
        CHECK(e.stages[0].steps.back().rule == r.rule);
    }
}

TEST_CASE("what the search for a form did is named") {
    struct Named {
        std::string_view f, reason;
    };
    constexpr Named rows[] = {
        {"(exp(x) - exp(-x))/2", "exponentials as hyperbolic functions"},
        {"3*x/8 - sin(2*x)/4 + sin(4*x)/32", "double or half angle"},
        {"x^2*exp(3*x)", "common factor taken out"},
        {"(x/(x + 1))^x", "factored"},
    };
    for (const Named& r : rows) {
        Pool pool;
        const Expr x = pool.symbol("x");
        const Explanation e = explain_partial(pool, parse_expr(pool, r.f), {&x, 1});
        REQUIRE(!e.stages.back().changes.empty());
        CHECK(e.stages.back().changes.back().reason == r.reason);
    }
}

TEST_CASE("the letters of a law are not those of the problem") {
    Pool pool;
    const Expr u = pool.symbol("u");
    const Explanation e = explain_partial(pool, parse_expr(pool, "u*sin(u)*v"), {&u, 1});
    for (const Step& s : e.stages[0].steps)
        for (const Letter& l : s.letters) CHECK((l.letter != u && l.letter != pool.symbol("v")));
}

TEST_CASE("depth and length are no limit for the steps") {
    Pool pool;
    const Expr x = pool.symbol("x");
    Expr deep = x;
    for (int i = 0; i < 20'000; ++i) deep = call(pool, Function::sin, {deep});
    CHECK(explain_partial(pool, deep, {&x, 1}, Form::raw).stages[0].steps.size() == 20'001);
    std::vector<Expr> factors;
    for (int i = 0; i < 2'000; ++i) factors.push_back(sum(pool, {x, pool.number(i)}));
    CHECK(explain_partial(pool, product(pool, factors), {&x, 1}, Form::raw).stages[0].steps.size() > 2'000);
}

TEST_CASE("a line that does not follow is seen") {
    Pool pool;
    const Expr x = pool.symbol("x");
    const Explanation right = explain_partial(pool, parse_expr(pool, "x*sin(x^2)/(1 + x)"), {&x, 1});
    CHECK(test::prove(pool, right).refuted.empty());
    for (std::size_t i = 0; i < right.stages[0].steps.size(); ++i) {
        Explanation wrong = right;
        Expr& result = wrong.stages[0].steps[i].result;
        result = sum(pool, {result, parse_expr(pool, "x/1000")});
        CHECK(!test::prove(pool, wrong).refuted.empty());
    }
}
