#include "plot/figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/print.hpp"
#include "plot/curve.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_order = 3;
constexpr std::size_t most_slices = 12;

std::string short_number(double value) { return fmt::format("{:.4g}", value); }

// f along one variable.
struct Slice {
    Samples& samples;
    std::vector<double> point;
    std::size_t along;

    RealFunction root(std::size_t i) {
        return [this, i](double x) {
            std::vector<double> p = point;
            p[along] = x;
            return samples.one(i, p);
        };
    }
};

void add_curve(PlotPanel& panel, const RealFunction& f, PlotCurve::Style style, std::string title) {
    panel.curves.push_back({style, std::move(title), sample_curve(f, panel.x)});
    const Interval y = visible_values(f, panel.x);
    const bool first = panel.curves.size() == 1;
    panel.y = first ? y : Interval{std::min(panel.y.from, y.from), std::max(panel.y.to, y.to)};
}

void add_tangent(PlotPanel& panel, const RealFunction& f, const RealFunction& slope, double at) {
    const double y = f(at), m = slope(at);
    if (std::isnan(y) || std::isnan(m)) return;
    panel.curves.push_back({PlotCurve::Style::tangent,
                            fmt::format("tangent, slope {}", short_number(m)),
                            {{panel.x.from, y + m * (panel.x.from - at)}, {panel.x.to, y + m * (panel.x.to - at)}}});
    panel.curves.push_back({PlotCurve::Style::mark, "", {{at, y}}});
}

std::string derivative_title(Pool& pool, const Subject& f, Expr x, std::size_t order, Expr value) {
    const std::string name = order == 1 ? fmt::format("d{}/d{}", f.name, pool.name(x))
                                        : fmt::format("d{0}{1}/d{2}^{0}", order, f.name, pool.name(x));
    return fmt::format("{} = {}", name, print(pool, value));
}

// Curves of very different size want a panel each.
Figure split_panels(PlotPanel all, const std::vector<Interval>& heights) {
    constexpr double most = 12;
    const auto size = [](const Interval& i) { return i.length(); };
    const auto [least, greatest] = std::ranges::minmax_element(heights, {}, size);
    Figure figure{{}, 1};
    if (greatest->length() <= most * least->length()) {
        figure.panels.push_back(std::move(all));
        return figure;
    }
    for (std::size_t i = 0; i < heights.size(); ++i) {
        PlotPanel one = all;
        one.y = heights[i];
        std::erase_if(one.curves, [&](const PlotCurve& c) {
            const auto style = static_cast<std::size_t>(c.style);
            return style <= most_order ? style != i : i > 0;  // the tangent stays with the function
        });
        if (i > 0) one.title.clear();
        figure.panels.push_back(std::move(one));
    }
    return figure;
}

Figure curves_figure(Pool& pool, const Subject& f, const PlotOptions& options, Interval range) {
    const Expr x = f.variables[0];
    std::vector<Expr> derivatives;
    for (std::size_t i = 0; i < std::min(options.order, most_order); ++i)
        derivatives.push_back(in_form(pool, differentiate(pool, i == 0 ? f.value : derivatives.back(), x)));
    Samples samples(pool, f.typed, derivatives, f.variables);
    Slice slice{samples, {0}, 0};
    PlotPanel panel{PlotPanel::Kind::curves, f.formula, std::string(pool.name(x)), "", range, {}, {}, {}, {}, {}};
    std::vector<Interval> heights;
    for (std::size_t i = 0; i <= derivatives.size(); ++i) {
        add_curve(panel, slice.root(i), static_cast<PlotCurve::Style>(i),
                  i == 0 ? f.name : derivative_title(pool, f, x, i, derivatives[i - 1]));
        heights.push_back(visible_values(slice.root(i), range));
    }
    if (!options.at.empty()) add_tangent(panel, slice.root(0), slice.root(1), options.at[0].value);
    return split_panels(std::move(panel), heights);
}

// A round value inside of the range, off the middle, where many functions vanish.
double typical(Interval range) {
    const double value = range.from + 0.7 * range.length();
    const double unit = std::pow(10, std::floor(std::log10(range.length())) - 1);
    return std::round(value / unit) * unit;
}

// Where slices go through: the point, else typical values.
std::vector<double> through(const Subject& f, const PlotOptions& options, const std::vector<Interval>& ranges) {
    std::vector<double> point;
    for (std::size_t i = 0; i < f.variables.size(); ++i) {
        const auto given = std::ranges::find(options.at, f.variables[i], &PlotOptions::Value::symbol);
        point.push_back(given == options.at.end() ? typical(ranges[i]) : given->value);
    }
    return point;
}

PlotPanel slice_panel(Pool& pool, const Subject& f, const PlotOptions& options, Samples& samples,
                      const std::vector<Interval>& ranges, std::size_t along) {
    Slice slice{samples, through(f, options, ranges), along};
    std::string fixed;
    for (std::size_t i = 0; i < f.variables.size(); ++i)
        if (i != along)
            fixed += fmt::format("{}{} = {}", fixed.empty() ? "" : ", ", pool.name(f.variables[i]),
                                 short_number(slice.point[i]));
    const std::string_view x = pool.name(f.variables[along]);
    PlotPanel panel{PlotPanel::Kind::curves,
                    fmt::format("along {} at {}", x, fixed),
                    std::string(x),
                    "",
                    ranges[along],
                    {},
                    {},
                    {},
                    {},
                    {}};
    add_curve(panel, slice.root(0), PlotCurve::Style::function, f.name);
    add_curve(panel, slice.root(along + 1), PlotCurve::Style::derivative, fmt::format("d{}/d{}", f.name, x));
    if (!options.at.empty()) add_tangent(panel, slice.root(0), slice.root(along + 1), slice.point[along]);
    return panel;
}

}  // namespace

Figure make_figure(Pool& pool, const Parsed& parsed, const PlotOptions& options) {
    const Subject f = subject(pool, parsed);
    const std::vector<Interval> ranges = chosen_ranges(pool, f, options);
    if (f.variables.size() == 1) return curves_figure(pool, f, options, ranges[0]);
    if (f.variables.size() > 2 && options.at.size() < f.variables.size())
        throw Error(ErrorKind::usage, fmt::format("{} variables: slices go through a point", f.variables.size()), {},
                    "add --at with a value for each variable");
    if (f.variables.size() > most_slices)
        throw Error(ErrorKind::usage, fmt::format("{} variables are too many for one picture", f.variables.size()), {},
                    fmt::format("at most {} can be drawn", most_slices));
    Samples samples(pool, f.typed, gradient(pool, f.value, f.variables), f.variables);
    const auto wanted = [&](std::string_view kind) {
        return options.kind.empty() ? options.along.empty() || kind == "slices" : options.kind == kind;
    };
    const auto is_along = [&](Expr x) {
        return options.along.empty() || std::ranges::find(options.along, x) != options.along.end();
    };
    Figure figure;
    if (f.variables.size() == 2 && wanted("surface")) figure.panels.push_back(surface_panel(samples, f, pool, ranges));
    if (f.variables.size() == 2 && wanted("map")) {
        figure.panels.push_back(map_panel(samples, f, pool, ranges));
        const std::vector<double> point = through(f, options, ranges);
        if (!options.at.empty())
            figure.panels.back().curves.push_back({PlotCurve::Style::mark, "", {{point[0], point[1]}}});
    }
    if (f.variables.size() > 2 || wanted("slices"))
        for (std::size_t i = 0; i < f.variables.size(); ++i)
            if (is_along(f.variables[i])) figure.panels.push_back(slice_panel(pool, f, options, samples, ranges, i));
    return figure;
}

}  // namespace pdiff
