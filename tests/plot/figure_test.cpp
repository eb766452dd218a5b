#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <regex>
#include <string>

#include "pdiff/error.hpp"
#include "pdiff/plot.hpp"

namespace pdiff::test {
namespace {

Parsed typed(Pool& pool, std::string_view text) {
    ParseOptions options;
    options.typed = true;
    return parse(pool, text, options);
}

std::string without_quoted(const std::string& script) {
    return std::regex_replace(script, std::regex("'[^'\n]*'"), "''");
}

TEST_CASE("panels of a figure") {
    struct Row {
        std::string_view input, at, kind, panels;
    };
    constexpr Row rows[] = {
        {"x^2", "", "", "f = x^2: f; df/dx = 2*x"},
        {"x^2", "x=1", "", "f = x^2: f; df/dx = 2*x; tangent, slope 2; "},
        {"g(t) = t^3", "", "", "g = t^3: g; dg/dt = 3*t^2"},
        {"100*sin(x/100)", "", "", "f = 100*sin(x/100): f | : df/dx = cos(x/100)"},
        {"tan(x)", "", "", "f = tan(x): f | : df/dx = sec(x)^2"},
        {"x*y", "x=1,y=2", "slices",
         "along x at y = 2: f; df/dx; tangent, slope 2;  | along y at x = 1: f; df/dy; tangent, slope 1; "},
        {"x*y", "", "",
         "f = x*y:  | f = x*y, and its gradient:  | along x at y = 1.6: f; df/dx | along y at x = 1.6: f; df/dy"},
        {"x*y", "", "map", "f = x*y, and its gradient: "},
        {"x*y*z", "x=1,y=2,z=3", "",
         "along x at y = 2, z = 3: f; df/dx; tangent, slope 6;  | along y at x = 1, z = 3: f; df/dy; "
         "tangent, slope 3;  | along z at x = 1, y = 2: f; df/dz; tangent, slope 2; "},
    };
    for (const Row& row : rows) {
        const std::string input(row.input);
        CAPTURE(input);
        Pool pool;
        PlotOptions options;
        options.kind = row.kind;
        if (!row.at.empty())
            for (const auto& [symbol, value] : parse_bindings(pool, row.at))
                options.at.push_back({symbol, pool.number(value).to_double()});
        std::string found;
        for (const PlotPanel& panel : make_figure(pool, typed(pool, row.input), options).panels) {
            found += fmt::format("{}{}:", found.empty() ? "" : " | ", panel.title);
            std::string curves;
            for (const PlotCurve& curve : panel.curves)
                curves += fmt::format("{} {}", &curve == panel.curves.data() ? "" : ";", curve.title);
            found += curves.empty() ? " " : curves;
        }
        CHECK(found == row.panels);
    }
}

TEST_CASE("ranges that suit a function") {
    struct Row {
        std::string_view input;
        double from, to;
    };
    constexpr Row rows[] = {
        {"x^2", -5, 5},
        {"log(x)", -0.25, 5},
        {"asin(x)", -1.1, 1.1},
        {"sqrt(x - 50)", 47.5, 100},
        {"log(x - 2000)", 1600, 10000},
    };
    for (const Row& row : rows) {
        const std::string input(row.input);
        CAPTURE(input);
        Pool pool;
        const PlotPanel panel = make_figure(pool, typed(pool, row.input), {}).panels.at(0);
        CHECK(std::abs(panel.x.from - row.from) < 0.01 * (row.to - row.from));
        CHECK(std::abs(panel.x.to - row.to) < 0.01 * (row.to - row.from));
    }
}

TEST_CASE("a map shows where the function lies and where its gradient points") {
    Pool pool;
    PlotOptions options;
    options.kind = "map";
    const PlotPanel map = make_figure(pool, typed(pool, "x^2 + 3*y"), options).panels.at(0);
    CHECK(map.field.values.size() == map.field.columns * map.field.rows);
    CHECK(map.field.values.front() == 4.0);  // at (-4, -4)
    CHECK(map.field.values.back() == 28.0);
    CHECK(map.z.from == -12.0);
    CHECK(map.arrows.size() > 100);
    for (const PlotArrow& a : map.arrows) {
        const double x = a.x + a.dx / 2;
        CHECK(std::abs(a.dx * 3 - a.dy * 2 * x) < 1e-9);
        CHECK(a.dy > 0);
    }
}

TEST_CASE("gradient descent") {
    Pool pool;
    const PlotOptions::Value start[] = {{pool.symbol("x"), 2}, {pool.symbol("y"), 3}};
    const Descent descent = descend(pool, typed(pool, "x^2 + y^2"), start, 0.25, 3);
    REQUIRE(descent.steps.size() == 4);
    CHECK(descent.steps[3].x == 0.25);
    CHECK(descent.steps[3].y == 0.375);
    CHECK(descent.steps[0].f == 13.0);
    CHECK(std::abs(descent.steps[0].slope - std::sqrt(52)) < 1e-12);
    CHECK_FALSE(descent.ended_early);
    const Descent fallen = descend(pool, typed(pool, "log(x) + y"), start, 10, 3);
    CHECK(fallen.steps.size() == 1);
    CHECK(fallen.ended_early);
    const Figure figure = descent_figure(pool, typed(pool, "x^2 + y^2"), {}, descent);
    CHECK(figure.panels.at(0).x.from < 0.25);
    CHECK(figure.panels.at(0).x.to > 2);
}

TEST_CASE("what has no picture") {
    struct Row {
        std::string_view input, message;
    };
    constexpr Row rows[] = {
        {"3", "the expression has no variables"},
        {"[x, y]", "a vector has no one picture"},
        {"x < 1", "only a function can be plotted"},
        {"x^2 + y^2 = 1", "only a function can be plotted"},
        {"f(x)", "an unknown function has no values"},
        {"log(-1 - x^2)", "the function has no values there"},
        {"x*y*z", "3 variables: slices go through a point"},
    };
    for (const Row& row : rows) {
        const std::string input(row.input);
        CAPTURE(input);
        Pool pool;
        std::string message;
        try {
            make_figure(pool, typed(pool, row.input), {});
        } catch (const Error& error) {
            message = error.message;
        }
        CHECK(message == row.message);
    }
}

// Nothing of the input stands where gnuplot would execute it.
TEST_CASE("hostile names stay within quotes") {
    Pool pool;
    const Expr odd = pool.symbol("id'; system(\"id\"); `id` @m %s\n!id\\");
    Parsed parsed;
    parsed.typed = parsed.value = product(pool, {odd, pool.symbol("x")});
    const PlotOptions::Value start[] = {{odd, 1}, {pool.symbol("x"), 1}};
    const Descent descent = descend(pool, parsed, start, 0.1, 3);
    for (const Figure& figure : {make_figure(pool, parsed, {}), descent_figure(pool, parsed, {}, descent)})
        for (const std::string_view terminal : {"svg", "png", "pdf"}) {
            const std::string script = gnuplot_script(figure, terminal);
            CHECK(script.find("''; system(\"id\");  id  @m %s !id\\") != std::string::npos);
            const std::string bare = without_quoted(std::regex_replace(script, std::regex("''; system"), ""));
            for (const std::string_view word : {"system", "`", "id\"", "!", "@"}) {
                CAPTURE(word);
                CHECK(bare.find(word) == std::string::npos);
            }
        }
}

TEST_CASE("names of an expression occur in quotes only and numbers are plain") {
    Pool pool;
    const std::string script = gnuplot_script(make_figure(pool, typed(pool, "price^2*sin(quantity)"), {}), "svg");
    CHECK(script.find("'price'") != std::string::npos);
    const std::string bare = without_quoted(script);
    CHECK(bare.find("price") == std::string::npos);
    CHECK(bare.find("sin(") == std::string::npos);
    CHECK(script == gnuplot_script(make_figure(pool, typed(pool, "price^2*sin(quantity)"), {}), "svg"));
    // Data blocks hold numbers alone.
    bool inside = false;
    const std::regex numbers("(-?[0-9.]+(e[-+][0-9]+)?|NaN)( (-?[0-9.]+(e[-+][0-9]+)?|NaN))*|");
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < script.size();) {
        const std::size_t end = script.find('\n', begin);
        const std::string line = script.substr(begin, end - begin);
        begin = end + 1;
        if (line == "EOD") inside = false;
        if (inside) {
            ++count;
            const bool plain = std::regex_match(line, numbers);
            CHECK(plain);
        }
        if (line.ends_with("<< EOD")) inside = true;
    }
    CHECK(count > 1000);
}

}  // namespace
}  // namespace pdiff::test
