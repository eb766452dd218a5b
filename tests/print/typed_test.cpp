// Expressions as typed: in the order given, with the brackets that are needed.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pdiff/print.hpp"

using namespace pdiff;

namespace {

struct Typed {
    Pool pool;
    Expr x = pool.symbol("x"), y = pool.symbol("y"), z = pool.symbol("z");

    Expr n(std::int64_t value) { return pool.number(value); }
    Expr sum(std::vector<Pair> terms) { return make(Op::sum, zero, terms); }
    Expr product(std::vector<Pair> factors, Expr lead = one) { return make(Op::product, lead, factors); }
    Expr power(Expr base, Expr exponent) { return pool.make(Op::power, {base, exponent}); }
    Expr make(Op op, Expr lead, const std::vector<Pair>& pairs) {
        std::vector<Expr> args = {lead};
        for (const Pair& p : pairs) args.push_back(p.first), args.push_back(p.second);
        return pool.make(op, args);
    }
    std::string text(Expr e) { return print(pool, e, {.typed = true}); }
};

}  // namespace

TEST_CASE("typed: in the order given") {
    Typed t;
    const auto [x, y, z] = std::tuple(t.x, t.y, t.z);
    CHECK(t.text(t.product({{two, one}, {t.n(3), one}, {x, one}, {y, one}})) == "2*3*x*y");
    CHECK(t.text(t.product({{y, one}, {x, one}})) == "y*x");
    CHECK(t.text(t.sum({{y, one}, {x, one}, {y, one}})) == "y + x + y");
    CHECK(t.text(t.sum({{one, one}, {x, minus_one}})) == "1 - x");
    CHECK(t.text(t.product({{x, one}, {y, minus_one}, {z, one}})) == "x/y*z");
    CHECK(t.text(t.product({{y, minus_one}, {x, one}})) == "1/y*x");
    CHECK(t.text(t.product({{x, two}, {y, one}})) == "x^2*y");
    CHECK(t.text(t.product({{one, one}, {two, minus_one}, {x, one}})) == "1/2*x");
}

TEST_CASE("typed: the brackets that are needed") {
    Typed t;
    const auto [x, y, z] = std::tuple(t.x, t.y, t.z);
    const Expr minus_x = t.product({{x, one}}, minus_one);
    CHECK(t.text(minus_x) == "-x");
    CHECK(t.text(t.power(minus_x, two)) == "(-x)^2");
    CHECK(t.text(t.product({{t.power(x, two), one}}, minus_one)) == "-x^2");
    CHECK(t.text(t.power(two, minus_x)) == "2^(-x)");
    CHECK(t.text(t.product({{two, one}, {minus_x, one}})) == "2*(-x)");
    CHECK(t.text(t.product({{two, one}, {t.n(-3), one}})) == "2*(-3)");
    CHECK(t.text(t.sum({{x, one}, {t.sum({{y, one}, {z, minus_one}}), minus_one}})) == "x - (y - z)");
    CHECK(t.text(t.sum({{minus_x, one}, {y, one}})) == "-x + y");
    CHECK(t.text(t.sum({{y, one}, {minus_x, one}})) == "y + (-x)");
    const Expr quotient = t.product({{x, one}, {y, minus_one}});
    CHECK(t.text(t.product({{quotient, one}, {z, minus_one}})) == "(x/y)/z");
    CHECK(t.text(t.product({{x, one}, {t.product({{y, one}, {z, one}}), minus_one}})) == "x/(y*z)");
    CHECK(t.text(t.power(t.power(x, y), z)) == "(x^y)^z");
    CHECK(t.text(t.power(x, t.power(y, z))) == "x^(y^z)");
    CHECK(t.text(t.power(x, minus_one)) == "x^(-1)");
    CHECK(t.text(t.power(x, half)) == "sqrt(x)");
    CHECK(t.text(t.power(euler, x)) == "exp(x)");
    CHECK(t.text(t.product({{x, one}, {t.sum({{y, one}, {one, one}}), minus_one}})) == "x/(y + 1)");
}

TEST_CASE("typed: nothing is lost where the order is not asked for") {
    Typed t;
    const Expr minus_x = t.product({{t.x, one}}, minus_one);
    CHECK(print(t.pool, t.sum({{minus_x, one}, {t.y, one}})) == "y + (-x)");
    CHECK(print(t.pool, t.sum({{t.y, one}, {minus_x, minus_one}})) == "y - (-x)");
    CHECK(print(t.pool, t.product({{two, one}, {minus_x, one}})) == "2*(-x)");
}

TEST_CASE("typed: fractions hold all that is divided") {
    Typed t;
    const Expr e = t.product({{t.x, one}, {t.y, minus_one}, {t.z, one}});
    CHECK(print(t.pool, e, {.format = Format::latex, .typed = true}) == "\\frac{x z}{y}");
}
