#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pdiff/assume.hpp"
#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "support/random_expr.hpp"

using namespace pdiff;

namespace {

Assumptions assumed(const std::string& text) {
    Assumptions a;
    if (!text.empty()) parse_assumptions(a, text);
    return a;
}

// The bound as an expression whose value it has exactly.
Expr bound(Pool& pool, const Range::Bound& b) {
    Number n(static_cast<std::int64_t>(b.value));
    double rest = b.value - static_cast<double>(static_cast<std::int64_t>(b.value)), unit = 1;
    for (int i = 0; i < 60 && rest != 0; ++i) {
        rest *= 2, unit /= 2;
        const auto digit = static_cast<std::int64_t>(rest);
        n = n + Number(digit) * pow(Number::fraction(1, 2), i + 1);
        rest -= static_cast<double>(digit);
    }
    return product(pool, {pool.number(n), b.of_pi ? pi : one});
}

// Whether a value of f contradicts its range.
bool is_outside(Pool& pool, Expr f, const Range& r, std::span<const Binding> point) {
    constexpr double most = 1e15;
    const auto sign_above = [&](const Range::Bound& b) {
        return sign_at(pool, subtract(pool, f, bound(pool, b)), point);
    };
    const auto is_of_use = [&](const Range::Bound& b) { return b.value < most && b.value > -most; };
    if (is_of_use(r.low))
        if (const auto s = sign_above(r.low); s && *s < (r.low.open ? 1 : 0)) return true;
    if (is_of_use(r.high))
        if (const auto s = sign_above(r.high); s && -*s < (r.high.open ? 1 : 0)) return true;
    return r.nonzero && sign_at(pool, f, point) == 0;
}

}  // namespace

TEST_CASE("signs that are known") {
    const struct {
        std::string assumptions, f;
        std::optional<int> sign;
    } rows[] = {
        {"", "x", {}},
        {"", "exp(x)", 1},
        {"", "x^2 + 1", 1},
        {"", "x^2", {}},
        {"", "-x^2 - exp(x)", -1},
        {"", "abs(x) + abs(y) + 1/2", 1},
        {"", "cosh(x) - 1/2", 1},
        {"", "pi - 3", 1},
        {"", "sqrt(2) - 3", {}},
        {"", "x^(1/3)", {}},
        {"", "1/sqrt(x)", 1},
        {"", "2 + sin(x)*cos(y)", 1},
        {"", "atan(x) + 2", 1},
        {"", "1 - tanh(x)", 1},
        {"", "x^1000000000000001", {}},
        {"", "x^1000000000000000", {}},
        {"", "(1 + x^2)^y", 1},
        {"x > 0", "x", 1},
        {"x > 0", "-x/(1 + x)", -1},
        {"x > 0", "1 - exp(-x)", 1},
        {"x > 0", "log(1 + x)", 1},
        {"x > 0", "x - 1", {}},
        {"x < 0", "x^3", -1},
        {"x < 0", "x^-2", 1},
        {"x < 0", "atan(x)*x", 1},
        {"x >= 0", "x", {}},
        {"x >= 0, x != 0", "x", 1},
        {"x != 0", "x^2", 1},
        {"0 < x < 1", "1 - x^2", 1},
        {"0 < x < 1", "log(x)", -1},
        {"0 < x < 1", "x - sqrt(x)", {}},
        {"0 < x < pi", "sin(x)", 1},
        {"0 <= x <= pi", "sin(x)", {}},
        {"-pi/2 < x < pi/2", "cos(x)", 1},
        {"0 < x < pi/4", "cos(2*x)*tan(x)", 1},
        {"x > pi", "x - 3", 1},
        {"n integer, n > 0", "n - 1", {}},
        {"n integer, n > 0", "n - 1/2", 1},
        {"n integer, n > 1/2", "n", 1},
        {"x > 2, y < -3", "x*y + 5", -1},
        {"x positive", "gamma(x)", 1},
        {"x > 0", "piecewise(y > 0, x, 1)", 1},
        {"x > 0", "max(x, y)", 1},
        {"x > 0", "min(x, y)", {}},
    };
    for (const auto& r : rows) {
        Pool pool;
        pool.assume(assumed(r.assumptions));
        CHECK_MESSAGE(known_sign(pool, parse_expr(pool, r.f)) == r.sign, r.f << " given " << r.assumptions);
    }
}

TEST_CASE("the pool keeps its assumptions when it is reset") {
    Pool pool;
    pool.assume(assumed("x > 0"));
    CHECK(known_sign(pool, pool.symbol("y")) == std::nullopt);
    pool.reset();
    CHECK(known_sign(pool, pool.symbol("x")) == 1);
}

TEST_CASE("the table's ranges hold the values of its functions") {
    const Number places[] = {Number(-30),
                             Number::fraction(-17, 10),
                             Number(-1),
                             Number::fraction(-1, 3),
                             Number(0),
                             Number::fraction(1, 4),
                             Number::fraction(1, 2),
                             Number(1),
                             Number::fraction(7, 5),
                             Number(3),
                             Number(40)};
    for (std::size_t id = 0; id < function_rows().size(); ++id) {
        const FunctionRow& r = function_rows()[id];
        const Arity a = arity(r.parameters);
        for (const Number& x : places) {
            for (const Number& other : {Number::fraction(1, 3), Number(2)}) {
                Pool pool;
                const Expr u = pool.symbol("u");
                std::vector<Expr> args(a.count, pool.number(other));
                args.back() = u;
                const Expr f = call(pool, static_cast<Function>(id), args);
                const Binding point[] = {{u, pool.number(x)}};
                CHECK_MESSAGE(!is_outside(pool, f, r.range, point), r.identifier << " at " << x.to_string());
                if (r.range.integer)
                    CHECK_MESSAGE(holds_at(pool, pool.make(Op::is_integer, {f}), point) != false, r.identifier);
                if (!r.sign_change) continue;
                const int side =
                    sign_at(pool, subtract(pool, u, bound(pool, {*r.sign_change, false, false})), point).value();
                const auto s = sign_at(pool, f, point);
                CHECK_MESSAGE((!s || *s == side), r.identifier << " at " << x.to_string());
            }
        }
    }
}

TEST_CASE("random expressions have values within their ranges") {
    constexpr std::uint64_t seed = 31;
    MESSAGE("seed " << seed);
    const struct {
        std::string text;
        std::vector<Number> x, y;
    } rows[] = {
        {"", {Number(-2), Number::fraction(1, 3)}, {Number(3), Number::fraction(-7, 2)}},
        {"x > 0, y < 0", {Number::fraction(1, 9), Number(5)}, {Number(-1), Number::fraction(-8, 3)}},
        {"0 < x < 1, y != 0", {Number::fraction(1, 9), Number::fraction(7, 8)}, {Number(-1), Number(2)}},
        {"x >= 1, -1 <= y <= 1/2", {Number(1), Number(3)}, {Number(-1), Number::fraction(1, 2)}},
        {"-pi/2 < x < pi/2, 0 <= y <= pi", {Number::fraction(-3, 2), Number(1)}, {Number(0), Number(3)}},
    };
    std::size_t bounded = 0;
    for (const auto& r : rows) {
        Pool pool;
        pool.assume(assumed(r.text));
        test::RandomExpr random(pool, seed);
        for (int i = 0; i < 250; ++i) {
            Expr f{};
            try {
                f = random(12);
            } catch (const Error&) {
                continue;
            }
            for (const Expr e : reachable(pool, f)) {
                const Range range = pool.range(e);
                if (pool.is_number(e) ||
                    (range.low.value == -Range::infinite && range.high.value == Range::infinite && !range.nonzero))
                    continue;
                ++bounded;
                for (std::size_t k = 0; k < 2; ++k) {
                    const Binding point[] = {{pool.symbol("x"), pool.number(r.x[k])},
                                             {pool.symbol("y"), pool.number(r.y[k])},
                                             {pool.symbol("z"), pool.number(Number(k == 0 ? -1 : 2))}};
                    CHECK_MESSAGE(!is_outside(pool, e, range, point), print(pool, e) << " given " << r.text);
                }
            }
        }
    }
    CHECK(bounded > 1000);
}

// Each new operation is asked for at once: what is known of the older ones is not moved or found again.
TEST_CASE("a deep nest is known in linear time") {
    Pool pool;
    Expr e = pool.symbol("x");
    for (int i = 0; i < 300'000; ++i) {
        e = sum(pool, {one, call(pool, Function::abs, {e})});
        REQUIRE(known_sign(pool, e) == 1);
    }
}
