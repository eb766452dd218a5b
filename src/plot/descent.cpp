// Gradient descent in two variables, and its picture.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "plot/figure.hpp"

namespace pdiff {
namespace {

Subject of_two_variables(Pool& pool, const Parsed& parsed) {
    Subject f = subject(pool, parsed);
    if (f.variables.size() == 2) return f;
    throw Error(ErrorKind::usage,
                fmt::format("the descent is drawn in two variables, here {} occur", f.variables.size()), {},
                "write a function such as x^2 + y^2");
}

void include(Interval& i, double value) { i = {std::min(i.from, value), std::max(i.to, value)}; }

// As wide as the path with some room, and never a line.
std::vector<Interval> ranges_of(const Descent& descent, const Subject& f, const PlotOptions& options) {
    std::vector<Interval> ranges{{descent.steps[0].x, descent.steps[0].x}, {descent.steps[0].y, descent.steps[0].y}};
    for (const DescentStep& step : descent.steps) include(ranges[0], step.x), include(ranges[1], step.y);
    const double least = std::max({ranges[0].length(), ranges[1].length(), 1e-6}) / 2;
    for (Interval& range : ranges) {
        const double missing = std::max(0.0, least - range.length()) / 2, room = 0.25 * std::max(range.length(), least);
        range = {range.from - missing - room, range.to + missing + room};
    }
    for (const PlotOptions::Range& told : options.ranges)
        for (std::size_t i = 0; i < 2; ++i)
            if (told.symbol == f.variables[i]) ranges[i] = told.interval;
    return ranges;
}

}  // namespace

Descent descend(Pool& pool, const Parsed& parsed, std::span<const PlotOptions::Value> start, double rate,
                std::size_t count) {
    const Subject f = of_two_variables(pool, parsed);
    Samples samples(pool, f.typed, gradient(pool, f.value, f.variables), f.variables);
    Descent descent{f.variables[0], f.variables[1], {}, false};
    double point[2] = {};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto given = std::ranges::find(start, f.variables[i], &PlotOptions::Value::symbol);
        if (given == start.end())
            throw Error(ErrorKind::usage, fmt::format("--descent gives no value for {}", pool.name(f.variables[i])), {},
                        fmt::format("add {}=...", pool.name(f.variables[i])));
        point[i] = given->value;
    }
    for (std::size_t k = 0; k <= count; ++k) {
        const std::span<const double> values = samples.at(point);
        const double slope = std::hypot(values[1], values[2]);
        descent.ended_early = std::isnan(values[0]) || !std::isfinite(slope);
        if (descent.ended_early) break;
        descent.steps.push_back({point[0], point[1], values[0], slope});
        point[0] -= rate * values[1], point[1] -= rate * values[2];
    }
    if (descent.steps.empty())
        throw Error(ErrorKind::undefined, "the function or its gradient has no value at the start", {},
                    "start --descent elsewhere");
    return descent;
}

Figure descent_figure(Pool& pool, const Parsed& parsed, const PlotOptions& options, const Descent& descent) {
    const Subject f = of_two_variables(pool, parsed);
    Samples samples(pool, f.typed, gradient(pool, f.value, f.variables), f.variables);
    PlotPanel panel = map_panel(samples, f, pool, ranges_of(descent, f, options));
    panel.title = fmt::format("{}: {} steps against the gradient", f.formula, descent.steps.size() - 1);
    PlotCurve path{PlotCurve::Style::path, "", {}};
    for (const DescentStep& step : descent.steps) path.points.push_back({step.x, step.y});
    panel.curves.push_back(std::move(path));
    panel.curves.push_back({PlotCurve::Style::mark, "", {{descent.steps[0].x, descent.steps[0].y}}});
    return {{std::move(panel)}, 1};
}

}  // namespace pdiff
