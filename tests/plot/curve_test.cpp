#include "plot/curve.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "pdiff/parse.hpp"
#include "plot/samples.hpp"

namespace pdiff::test {
namespace {

struct Function {
    Pool pool;
    Samples samples;
    RealFunction f = [this](double x) { return samples.function({&x, 1}); };

    explicit Function(std::string_view text) : samples(pool, typed(text), {}, {pool.symbol("x")}) {}
    Expr typed(std::string_view text) {
        ParseOptions options;
        options.typed = true;
        return parse(pool, text, options).typed;
    }
};

std::size_t branches(const std::vector<PlotPoint>& points) {
    std::size_t count = 0;
    bool open = false;
    for (const PlotPoint& p : points) {
        if (!std::isnan(p.y) && !open) ++count;
        open = !std::isnan(p.y);
    }
    return count;
}

TEST_CASE("branches of a curve are not joined across poles jumps and gaps") {
    struct Row {
        std::string_view input;
        Interval x;
        std::size_t branches;
        double first, last;  // x of the ends
    };
    constexpr Row rows[] = {
        {"x^2", {-5, 5}, 1, -5, 5},
        {"1/x", {-5, 5}, 2, -5, 5},
        {"1/x", {-3, 4.7}, 2, -3, 4.7},
        {"tan(x)", {-5, 5}, 5, -5, 5},
        {"floor(x)", {0.5, 4.5}, 5, 0.5, 4.5},
        {"sign(x)", {-1, 2.1}, 3, -1, 2.1},  // one of them a point
        {"sqrt(1 - x^2)", {-2, 2}, 1, -1, 1},
        {"log(x)", {-1, 5}, 1, 0, 5},
        {"cbrt(x)", {-5, 5.3}, 1, -5, 5.3},
        {"abs(x)", {-5, 5}, 1, -5, 5},
        {"1000*atan(1000*x)", {-5, 5.1}, 1, -5, 5.1},
        {"gamma(x)", {-3.5, 3}, 5, -3.5, 3},
        {"piecewise(x < 1, x, x > 2, 7)", {0, 3}, 2, 0, 3},
        {"lambertw(x)", {-1, 2}, 1, -0.3678794, 2},
        {"log(-1 - x^2)", {-1, 1}, 0, 0, 0},
    };
    for (const Row& row : rows) {
        const std::string input(row.input);
        CAPTURE(input);
        Function function(row.input);
        const std::vector<PlotPoint> points = sample_curve(function.f, row.x);
        CHECK(branches(points) == row.branches);
        if (row.branches == 0) continue;
        CHECK(points.size() < 20'000);
        PlotPoint first{0, NAN}, last{0, NAN};
        for (const PlotPoint& p : points)
            if (!std::isnan(p.y)) {
                if (std::isnan(first.y)) first = p;
                last = p;
            }
        CHECK(std::abs(first.x - row.first) < 1e-6);
        CHECK(std::abs(last.x - row.last) < 1e-6);
    }
}

TEST_CASE("what is shown of a function") {
    struct Row {
        std::string_view input;
        double from, to;  // about
    };
    constexpr Row rows[] = {
        {"x^2", -1.25, 26.25},    // all of it, with a margin
        {"exp(x)", -7.4, 155.8},  // large is not unbounded
        {"exp(-100*x^2)", -0.05, 1.05}, {"7", 3.15, 10.85}, {"0", -1.1, 1.1}, {"1/x", -4.4, 4.4}, {"tan(x)", -17, 17},
    };
    for (const Row& row : rows) {
        const std::string input(row.input);
        CAPTURE(input);
        Function function(row.input);
        const Interval shown = visible_values(function.f, {-5, 5});
        const double tolerance = 0.08 * (row.to - row.from);
        CHECK(std::abs(shown.from - row.from) < tolerance);
        CHECK(std::abs(shown.to - row.to) < tolerance);
    }
}

TEST_CASE("work on a function that swings without end is bounded") {
    Function function("sin(1/x)");
    std::size_t count = 0;
    const RealFunction counted = [&](double x) { return ++count, function.f(x); };
    const std::vector<PlotPoint> points = sample_curve(counted, {-5, 5.1});
    CHECK(count < 50'000);
    CHECK(points.size() < 50'000);
}

// The same value whether it is rounded from proved digits or computed in doubles.
TEST_CASE("values of special functions") {
    Pool pool;
    const Expr x = pool.symbol("x");
    Samples special(pool, parse_expr(pool, "besselj(0, x) + sin(x)"), {parse_expr(pool, "cos(x)")}, {x});
    for (const double at : {0.0, 1.0, -2.5, 1e-3, 7.25}) {
        const auto values = special.at({&at, 1});
        CHECK(std::abs(values[0] - (::j0(at) + std::sin(at))) < 1e-9);
        CHECK(std::abs(values[1] - std::cos(at)) < 1e-9);
    }
    Samples partial(pool, parse_expr(pool, "log(x)"), {parse_expr(pool, "1/x")}, {x});
    const double negative = -1;
    CHECK(std::isnan(partial.at({&negative, 1})[1]));
}

}  // namespace
}  // namespace pdiff::test
