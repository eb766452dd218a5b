#include "pdiff/seams.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pdiff/differentiate.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

namespace {

std::optional<int> sign_of(Pool& pool, Expr constant) { return sign_at(pool, constant, {}); }

std::string at_seam(const std::string& f, const std::string& at, std::size_t order) {
    Pool pool;
    const Expr x = pool.symbol("x"), value = parse_expr(pool, at);
    const SeamDerivative d = derivative_at_seam(pool, parse_expr(pool, f), x, order, {&x, 1}, {&value, 1}, sign_of);
    if (d.existence == Existence::exists) return print(pool, d.value);
    return d.existence == Existence::none ? "none" : "undecided";
}

}  // namespace

TEST_CASE("derivatives at seams") {
    const struct {
        std::string f;
        std::string at;
        std::size_t order;
        std::string derivative;
    } rows[] = {
        {"abs(x)", "0", 1, "none"},
        {"abs(x)", "2", 1, "1"},
        {"x*abs(x)", "0", 1, "0"},
        {"x*abs(x)", "0", 2, "none"},
        {"abs(x)^3", "0", 2, "0"},
        {"abs(x)^3", "0", 3, "none"},
        {"sign(x)", "0", 1, "none"},
        {"sign(x)*x^2", "0", 1, "0"},
        {"abs(sin(x))", "0", 1, "none"},
        {"abs(x^2 - 2)", "sqrt(2)", 1, "none"},
        {"max(x, x^2/2 + x)", "0", 1, "1"},
        {"max(x, exp(x) - 1, (x + 1)^2/2 - 1/2)", "0", 1, "1"},
        {"max(0, x)", "0", 1, "none"},
        {"relu(x)^2", "0", 1, "0"},
        {"relu(x)^2", "0", 2, "none"},
        {"piecewise(x < 0, sin(x), 1/2)", "0", 1, "none"},
        {"piecewise(x <= 1, x^2, 2*x - 1)", "1", 1, "2"},
        {"piecewise(x <= 1, x^2, 2*x - 1)", "1", 2, "none"},
        {"piecewise(x = 0, 0, x)", "0", 1, "1"},
        {"piecewise(x = 0, 1, x)", "0", 1, "none"},
        {"piecewise(x != 0, x^2*sin(1/x), 0)", "0", 1, "undecided"},
        {"floor(x)", "1", 1, "none"},
        {"floor(x)", "1/2", 1, "0"},
        {"x*frac(x)", "0", 1, "none"},
        {"sqrt(abs(x))", "0", 1, "undecided"},
        {"clamp(x, 0, 1)", "1", 1, "none"},
        {"clamp(x, 0, 1)", "1/2", 1, "1"},
        {"trunc(x)", "0", 1, "0"},
        {"acos(cos(x))", "0", 1, "undecided"},
        {"acos(cos(x))", "1", 1, "1"},
        {"abs(acos(cos(x)))", "0", 1, "undecided"},
        {"sqrt(x^2 + 2*x + 1)", "-1", 1, "none"},
    };
    for (const auto& r : rows) CHECK_MESSAGE(at_seam(r.f, r.at, r.order) == r.derivative, r.f << " at " << r.at);
}

TEST_CASE("a derivative is completed where it is seen to exist") {
    const struct {
        std::string f;
        std::string closed;
        std::size_t conditions;
    } rows[] = {
        {"abs(x)", "sign(x)", 1},
        {"x*abs(x)", "2*abs(x)", 0},
        {"piecewise(x <= 1, x^2, 2*x - 1)", "piecewise(x <= 1, 2*x, x > 1, 2)", 0},
        {"piecewise(x < 0, sin(x), 1/2)", "piecewise(x < 0, cos(x), x > 0, 0)", 1},
        {"piecewise(x = 0, 0, x)", "1", 0},
        {"max(0, x)^2", "piecewise(x >= 0, 2*x, x < 0, 0)", 0},
    };
    for (const auto& r : rows) {
        Pool pool;
        const Expr x = pool.symbol("x"), f = parse_expr(pool, r.f);
        const Conditions c = conditions(pool, f, {&x, 1});
        const ClosedDerivative d = close_seams(pool, f, x, differentiate(pool, f, x), c.smooth, sign_of);
        CHECK_MESSAGE(d.conditions.size() == r.conditions, r.f);
        CHECK_MESSAGE(print(pool, d.closed) == r.closed, r.f);
    }
}

TEST_CASE("of many branches each seam looks at those beside it") {
    const auto work = [](int branches) {
        Pool pool;
        std::string text;
        // Each second seam is smooth.
        for (int i = 0; i < branches; ++i)
            text += "x <= " + std::to_string(i) + ", " + std::to_string(i / 2) + "*x^2, ";
        const Expr x = pool.symbol("x"), f = parse_expr(pool, "piecewise(" + text + "x^3)");
        const Expr derivative = differentiate(pool, f, x);
        const ClosedDerivative closed =
            close_seams(pool, f, x, derivative, conditions(pool, f, std::span(&x, 1)).smooth, sign_of);
        CHECK(closed.conditions.size() == static_cast<std::size_t>(branches) / 2);
        return pool.size() + print(pool, closed.closed).size();
    };
    CHECK(work(400) < 9 * work(50));
}
