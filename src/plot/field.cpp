// Pictures of two variables: the surface, and the map with the arrows of the gradient.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "plot/curve.hpp"
#include "plot/figure.hpp"

namespace pdiff {
namespace {

constexpr std::size_t surface_cells = 40, map_cells = 120, arrows_across = 13;
constexpr std::size_t costly_cells = 30;  // where values are costly

double place(Interval i, std::size_t k, std::size_t count) {
    return i.from + i.length() * static_cast<double>(k) / static_cast<double>(count - 1);
}

PlotField field(Samples& samples, const std::vector<Interval>& ranges, std::size_t cells) {
    if (!samples.is_fast()) cells = costly_cells;
    PlotField result{cells + 1, cells + 1, {}};
    for (std::size_t row = 0; row < result.rows; ++row)
        for (std::size_t column = 0; column < result.columns; ++column) {
            const double point[] = {place(ranges[0], column, result.columns), place(ranges[1], row, result.rows)};
            result.values.push_back(samples.function(point));
        }
    return result;
}

// Whether the greatest value lies beside a pole, along either axis.
bool is_unbounded(Samples& samples, const std::vector<Interval>& ranges, const PlotField& field) {
    std::size_t top = 0;
    for (std::size_t i = 0; i < field.values.size(); ++i)
        if (std::isnan(field.values[top]) || std::abs(field.values[i]) > std::abs(field.values[top])) top = i;
    const double point[] = {place(ranges[0], top % field.columns, field.columns),
                            place(ranges[1], top / field.columns, field.rows)};
    for (const std::size_t axis : {0, 1}) {
        const RealFunction along = [&](double value) {
            double moved[] = {point[0], point[1]};
            moved[axis] = value;
            return samples.function(moved);
        };
        if (grows(along, point[axis], ranges[axis].length() / static_cast<double>(field.columns - 1))) return true;
    }
    return false;
}

Interval visible_field(Samples& samples, const std::vector<Interval>& ranges, const PlotField& field) {
    std::vector<double> values;
    for (const double v : field.values)
        if (!std::isnan(v)) values.push_back(v);
    if (values.empty()) return visible_values(values, false);
    const auto [least, greatest] = std::ranges::minmax(values);
    const Interval all = visible_values(std::move(values), is_unbounded(samples, ranges, field));
    if (least == greatest) return all;
    return {std::max(all.from, least), std::min(all.to, greatest)};  // colours need no margin
}

std::vector<PlotArrow> arrows(Samples& samples, const std::vector<Interval>& ranges) {
    std::vector<PlotArrow> all;
    std::vector<double> lengths;
    // Lengths count in cells of either axis, so that no arrow leaves its own.
    const double cell_x = ranges[0].length() / arrows_across, cell_y = ranges[1].length() / arrows_across;
    for (std::size_t row = 0; row < arrows_across; ++row)
        for (std::size_t column = 0; column < arrows_across; ++column) {
            const double x = ranges[0].from + (static_cast<double>(column) + 0.5) * cell_x;
            const double y = ranges[1].from + (static_cast<double>(row) + 0.5) * cell_y;
            const std::span<const double> values = samples.at(std::vector<double>{x, y});
            if (std::isnan(values[0]) || std::isnan(values[1]) || std::isnan(values[2])) continue;
            const double length = std::hypot(values[1] / cell_x, values[2] / cell_y);
            if (length == 0 || !std::isfinite(length)) continue;
            all.push_back({x, y, values[1], values[2]});
            lengths.push_back(length);
        }
    if (lengths.empty()) return all;
    std::vector<double> sorted = lengths;
    std::ranges::sort(sorted);
    const double typical = sorted[sorted.size() * 9 / 10];
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double scale = 0.9 * std::min(lengths[i], typical) / typical / lengths[i];
        PlotArrow& a = all[i];
        a.dx *= scale, a.dy *= scale;
        a.x -= a.dx / 2, a.y -= a.dy / 2;
    }
    return all;
}

PlotPanel panel(PlotPanel::Kind kind, Samples& samples, const Subject& f, const Pool& pool,
                const std::vector<Interval>& ranges, std::size_t cells) {
    PlotPanel result{kind,
                     f.formula,
                     std::string(pool.name(f.variables[0])),
                     std::string(pool.name(f.variables[1])),
                     ranges[0],
                     ranges[1],
                     {},
                     {},
                     field(samples, ranges, cells),
                     {}};
    result.z = visible_field(samples, ranges, result.field);
    return result;
}

}  // namespace

PlotPanel surface_panel(Samples& samples, const Subject& f, const Pool& pool, const std::vector<Interval>& ranges) {
    PlotPanel result = panel(PlotPanel::Kind::surface, samples, f, pool, ranges, surface_cells);
    for (double& v : result.field.values)
        if (v < result.z.from || v > result.z.to) v = std::numeric_limits<double>::quiet_NaN();
    return result;
}

PlotPanel map_panel(Samples& samples, const Subject& f, const Pool& pool, const std::vector<Interval>& ranges) {
    PlotPanel result = panel(PlotPanel::Kind::map, samples, f, pool, ranges, map_cells);
    result.title = fmt::format("{}, and its gradient", f.formula);
    result.arrows = arrows(samples, ranges);
    return result;
}

}  // namespace pdiff
