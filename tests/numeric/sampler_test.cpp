#include "pdiff/sampler.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

bool near(double a, double b) {
    return std::isnan(b) ? std::isnan(a) : std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

}  // namespace

TEST_CASE("values in doubles") {
    struct Row {
        const char* text;
        double x, expected;
    };
    constexpr Row rows[] = {
        {"3*x^2 - 2/x + pi", 2, 11 + 3.14159265358979},
        {"x^-2", 0, not_a_number},
        {"sqrt(x)", -1, not_a_number},
        {"x^(1/3)", -8, not_a_number},
        {"cbrt(x)", -8, -2},
        {"log(x)", 0, not_a_number},
        {"max(x, 2, x^2)", 3, 9},
        {"min(x, 2, x^2)", 3, 2},
        {"clamp(x, 0, 1)", 7, 1},
        {"piecewise(x < 0, -1, x < 1, 5)", 0.5, 5},
        {"piecewise(x < 0, -1, x < 1, 5)", 2, not_a_number},
        {"piecewise(x > 1 and x < 3, 4, 6)", 2, 4},
        {"piecewise(not (x > 1) or integer(x), 4, 6)", 2.5, 6},
        {"round(x)", -2.5, -2},
        {"frac(x)", -0.25, 0.75},
        {"f(x)", 1, not_a_number},
        {"besselj(0, x)", 1, not_a_number},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        Pool pool;
        const Expr f = parse_expr(pool, row.text), x = pool.symbol("x");
        Sampler sampler(pool, std::span(&f, 1), std::span(&x, 1));
        const double values[] = {row.x};
        sampler.run(values);
        CAPTURE(sampler[0]);
        CHECK(near(sampler[0], row.expected));
    }
}

TEST_CASE("the double column agrees with the ball evaluation") {
    std::size_t compared = 0;
    for (std::size_t i = 0; i < function_rows().size(); ++i) {
        const auto f = static_cast<Function>(i);
        CAPTURE(name(f));
        Pool pool;
        const std::size_t count = arity(row(f).parameters).count;
        std::vector<Expr> letters, values;
        for (std::size_t k = 0; k < count; ++k)
            letters.push_back(pool.symbol(std::string(1, static_cast<char>('a' + k))));
        const Expr call = pool.make(Op::call, letters, f);
        Sampler sampler(pool, std::span(&call, 1), letters);
        if (!sampler.complete()) continue;
        for (const double first : {-2.75, -0.625, 0.375, 0.875, 1.5, 4.25}) {
            std::vector<Binding> point;
            std::vector<double> doubles;
            for (std::size_t k = 0; k < count; ++k) {
                doubles.push_back(k == 0 ? first : k + 1.0);
                point.push_back(
                    {letters[k], pool.number(Number::fraction(static_cast<std::int64_t>(8 * doubles[k]), 8))});
            }
            sampler.run(doubles);
            const Evaluation proved = evaluate(pool, call, point);
            CAPTURE(first);
            CAPTURE(sampler[0]);
            if (proved.definedness == Definedness::undefined) CHECK(std::isnan(sampler[0]));
            if (proved.definedness != Definedness::defined) continue;
            CHECK(near(sampler[0], std::stod(proved.digits)));
            ++compared;
        }
    }
    CHECK(compared > 200);
}
