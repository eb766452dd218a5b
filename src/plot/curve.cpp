#include "plot/curve.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace pdiff {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr PlotPoint gap{not_a_number, not_a_number};
constexpr int halvings = 60;  // more than a double has bits

double place(Interval x, std::size_t i) {
    return x.from + x.length() * static_cast<double>(i) / static_cast<double>(curve_intervals);
}

std::vector<PlotPoint> even_samples(const RealFunction& f, Interval x) {
    std::vector<PlotPoint> points;
    for (std::size_t i = 0; i <= curve_intervals; ++i) points.push_back({place(x, i), f(place(x, i))});
    return points;
}

std::vector<double> values_of(const std::vector<PlotPoint>& points) {
    std::vector<double> values;
    for (const PlotPoint& p : points)
        if (!std::isnan(p.y)) values.push_back(p.y);
    return values;
}

// Halves what is between two points until the curve is smooth there. What stays apart down to the last bit of x is a
// jump, a pole, or an edge of the domain.
class Tracer {
public:
    Tracer(const RealFunction& f, Interval view) : f_(f), view_(view), small_(view.length() / 100) {}

    // The points behind a, up to b.
    void append(std::vector<PlotPoint>& to, PlotPoint a, PlotPoint b) {
        std::size_t left = std::min(most_halvings, all_left_);
        all_left_ -= left;
        std::vector<std::pair<PlotPoint, PlotPoint>> open{{a, b}};
        while (!open.empty()) {
            std::tie(a, b) = open.back();
            open.pop_back();
            const bool has_a = !std::isnan(a.y), has_b = !std::isnan(b.y);
            if (!has_a && !has_b) continue;
            const bool is_smooth = has_a && has_b && (std::abs(b.y - a.y) <= small_ || is_invisible(a, b));
            const double x = a.x + (b.x - a.x) / 2;
            const bool is_last = left == 0 || x == a.x || x == b.x;
            if (!is_smooth && !is_last) {
                --left;
                const PlotPoint middle{x, f_(x)};
                open.emplace_back(middle, b);
                open.emplace_back(a, middle);
                continue;
            }
            // Where the work ends first, the curve swings faster than a picture can show.
            if (!is_smooth && !(left == 0 && has_a && has_b)) to.push_back(gap);
            if (has_b) to.push_back(b);
        }
        all_left_ += left;
    }

private:
    static constexpr std::size_t most_halvings = 1500;  // between two points

    bool is_invisible(PlotPoint a, PlotPoint b) const {
        return std::min(a.y, b.y) > view_.to || std::max(a.y, b.y) < view_.from;
    }

    const RealFunction& f_;
    Interval view_;
    double small_;
    std::size_t all_left_ = 20'000;
};

// Whether the greatest of the values lies beside a place where they grow without bound.
bool is_unbounded(const RealFunction& f, const std::vector<PlotPoint>& points) {
    std::size_t top = points.size();
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!std::isnan(points[i].y) && (top == points.size() || std::abs(points[i].y) > std::abs(points[top].y)))
            top = i;
    if (top == points.size()) return false;
    return grows(f, points[top].x, points[1].x - points[0].x);
}

}  // namespace

bool grows(const RealFunction& f, double x, double reach) {
    const double before = std::abs(f(x));
    double a = x - reach, b = x + reach, found = 0;
    const auto size = [&](double at) {
        const double y = std::abs(f(at));
        if (!std::isnan(y)) found = std::max(found, y);
        return std::isnan(y) ? std::numeric_limits<double>::infinity() : y;
    };
    for (int i = 0; i < halvings; ++i) {
        const double c = a + (b - a) / 3, d = b - (b - a) / 3;
        const bool upwards = size(c) < size(d);
        (upwards ? a : b) = upwards ? c : d;
    }
    return found > 4 * before + 1;
}

Interval visible_values(std::vector<double> values, bool unbounded) {
    if (values.empty()) return {-1, 1};
    std::ranges::sort(values);
    const auto quantile = [&](double q) {
        return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1))];
    };
    Interval all{values.front(), values.back()};
    const Interval middle{quantile(0.05), quantile(0.95)};
    if (unbounded && all.length() > 4 * middle.length())
        all = {std::max(all.from, middle.from - middle.length() / 2),
               std::min(all.to, middle.to + middle.length() / 2)};
    const double size = std::max(std::abs(all.from), std::abs(all.to));
    if (all.length() <= 1e-9 * size || all.length() == 0)
        all = {all.from - std::max(1.0, size / 2), all.to + std::max(1.0, size / 2)};
    const double margin = all.length() / 20;
    return {all.from - margin, all.to + margin};
}

Interval visible_values(const RealFunction& f, Interval x) {
    const std::vector<PlotPoint> points = even_samples(f, x);
    return visible_values(values_of(points), is_unbounded(f, points));
}

std::vector<PlotPoint> sample_curve(const RealFunction& f, Interval x) {
    const std::vector<PlotPoint> even = even_samples(f, x);
    Tracer tracer(f, visible_values(f, x));
    std::vector<PlotPoint> points;
    if (!std::isnan(even[0].y)) points.push_back(even[0]);
    for (std::size_t i = 0; i + 1 < even.size(); ++i) tracer.append(points, even[i], even[i + 1]);
    return points;
}

Interval defined_part(const RealFunction& f, Interval x) {
    const std::vector<PlotPoint> points = even_samples(f, x);
    const auto has_value = [](const PlotPoint& p) { return !std::isnan(p.y); };
    const auto first = std::ranges::find_if(points, has_value);
    if (first == points.end()) return {};
    const auto last = std::find_if(points.rbegin(), points.rend(), has_value);
    const double margin = (last->x - first->x) / 20;
    return {std::max(x.from, first->x - margin), std::min(x.to, last->x + margin)};
}

}  // namespace pdiff
