#include "pdiff/operators.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

namespace {

std::vector<Expr> symbols(Pool& pool, const std::string& names) {
    std::vector<Expr> result;
    for (const std::string& n : parse_variables(names)) result.push_back(pool.symbol(n));
    return result;
}

using Operator = Expr (*)(Pool&, Expr, std::span<const Expr>);

}  // namespace

TEST_CASE("operators of vector analysis") {
    const struct {
        Operator apply;
        std::string f;
        std::string variables;
        std::string result;
    } rows[] = {
        {gradient_vector, "x^2*y + y^3", "x,y", "[2*x*y, x^2 + 3*y^2]"},
        {gradient_vector, "5", "x,y", "[0, 0]"},
        {hessian, "x^2*y + y^3", "x,y", "[[2*y, 2*x], [2*x, 6*y]]"},
        {hessian, "x*y*z", "x,y,z", "[[0, z, y], [z, 0, x], [y, x, 0]]"},
        {jacobian, "[x*y, x + y, sin(x)]", "x,y", "[[y, x], [1, 1], [cos(x), 0]]"},
        {jacobian, "x*y", "x,y", "[[y, x]]"},
        {divergence, "[x^2, y^2, z^2]", "x,y,z", "2*x + 2*y + 2*z"},
        {curl, "[-y, x, 0]", "x,y,z", "[0, 0, 2]"},
        {curl, "[-y, x]", "x,y", "2"},
        {laplacian, "x^2 + y^2", "x,y", "4"},
        {laplacian, "[x^3, y^2]", "x,y", "[6*x, 2]"},
        {laplacian, "log(x^2 + y^2)", "x", "2*(y^2 - x^2)/(x^2 + y^2)^2"},
    };
    for (const auto& r : rows) {
        Pool pool;
        const std::vector<Expr> x = symbols(pool, r.variables);
        CHECK_MESSAGE(print(pool, r.apply(pool, parse_expr(pool, r.f), x)) == r.result, r.f);
    }
}

TEST_CASE("operators refuse what does not fit") {
    const struct {
        Operator apply;
        std::string f;
        std::string variables;
    } rows[] = {
        {gradient_vector, "[x, y]", "x,y"}, {gradient_vector, "x = y", "x,y"}, {hessian, "[x, y]", "x,y"},
        {divergence, "[x, y]", "x,y,z"},    {divergence, "x", "x,y"},          {curl, "[x, y]", "x"},
        {curl, "[x, y]", "x,y,z"},
    };
    for (const auto& r : rows) {
        Pool pool;
        const std::vector<Expr> x = symbols(pool, r.variables);
        CHECK_THROWS_AS(r.apply(pool, parse_expr(pool, r.f), x), Error);
    }
}

TEST_CASE("directional derivatives") {
    Pool pool;
    const std::vector<Expr> x = symbols(pool, "x,y");
    const Expr f = parse_expr(pool, "x^2*y"), v = parse_expr(pool, "[3, 4]");
    CHECK(print(pool, directional(pool, f, x, v, false)) == "4*x^2 + 6*x*y");
    CHECK(directional(pool, f, x, v, true) ==
          product(pool, {pool.number(Number::fraction(1, 5)), directional(pool, f, x, v, false)}));
    CHECK_THROWS_AS(directional(pool, f, x, parse_expr(pool, "[1, 2, 3]"), false), Error);
}

TEST_CASE("total and implicit derivatives") {
    Pool pool;
    const Expr x = pool.symbol("x"), y = pool.symbol("y"), t = pool.symbol("t");
    const Expr twice[] = {x, x};
    CHECK(print(pool, total_derivative(pool, parse_expr(pool, "t*x^2"), t)) == "(2*t*x'(t) + x(t))*x(t)");
    CHECK(print(pool, implicit_derivative(pool, parse_expr(pool, "x^2 + y^2 = 1"), y, {&x, 1})) == "-x/y");
    CHECK(print(pool, implicit_derivative(pool, parse_expr(pool, "x^2 + y^2 = 1"), y, twice)) == "-x^2/y^3 - 1/y");
    CHECK(print(pool, implicit_derivative(pool, parse_expr(pool, "x*y - 1"), y, {&x, 1})) == "-y/x");
    CHECK_THROWS_AS(implicit_derivative(pool, parse_expr(pool, "x^2 = 1"), y, {&x, 1}), Error);
    CHECK_THROWS_AS(implicit_derivative(pool, parse_expr(pool, "x^2 = y"), y, {&y, 1}), Error);
}

TEST_CASE("all partials of an order come once each") {
    Pool pool;
    const std::vector<Expr> x = symbols(pool, "x,y,z");
    CHECK(partials(pool, parse_expr(pool, "x*y*z"), x, 0).size() == 1);
    CHECK(partials(pool, parse_expr(pool, "x*y*z"), x, 2).size() == 6);
    const auto third = partials(pool, parse_expr(pool, "x*y*z"), x, 3);
    CHECK(third.size() == 10);
    CHECK(third[4].sequence == x);
    CHECK(third[4].value == one);
}

TEST_CASE("gradients of large functions are linear") {
    Pool pool;
    std::vector<Expr> x, terms;
    for (int i = 0; i < 100000; ++i) x.push_back(pool.symbol("x" + std::to_string(i)));
    // Rosenbrock's function
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
        const Expr valley = power(pool, subtract(pool, x[i + 1], power(pool, x[i], two)), two);
        terms.push_back(
            sum(pool, {product(pool, {pool.number(100), valley}), power(pool, subtract(pool, one, x[i]), two)}));
    }
    const auto partials = gradient(pool, sum(pool, terms), x);
    CHECK(partials.size() == x.size());
    CHECK(pool.size() < 30 * x.size());
    const auto cofactors = gradient(pool, product(pool, std::span(x).first(10000)), std::span(x).first(10000));
    CHECK(cofactors.size() == 10000);
    CHECK(pool.size() < 32 * x.size());
}
