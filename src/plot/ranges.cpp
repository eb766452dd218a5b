// The subject of a plot, and which part of the world is shown where nobody says so.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/print.hpp"
#include "plot/curve.hpp"
#include "plot/figure.hpp"

namespace pdiff {
namespace {

constexpr std::size_t probes = 20;  // of each of two variables

bool is_known(const Pool& pool, Expr f) {
    return std::ranges::none_of(reachable(pool, f),
                                [&](Expr e) { return pool.op(e) == Op::apply || pool.op(e) == Op::diff; });
}

Interval around(const PlotOptions& options, Expr x, double half_width) {
    for (const PlotOptions::Value& v : options.at)
        if (v.symbol == x && std::abs(v.value) > half_width * 0.8) return {v.value - half_width, v.value + half_width};
    return {-half_width, half_width};
}

const PlotOptions::Range* told(const PlotOptions& options, Expr x) {
    const auto found = std::ranges::find(options.ranges, x, &PlotOptions::Range::symbol);
    return found == options.ranges.end() ? nullptr : &*found;
}

double held(const PlotOptions& options, Expr x) {
    for (const PlotOptions::Value& v : options.at)
        if (v.symbol == x) return v.value;
    return 0;
}

// Along one variable some others take a few values of their ranges, or those of the point.
Interval part(Samples& samples, const Subject& f, const PlotOptions& options, const std::vector<Interval>& ranges,
              std::size_t i) {
    std::vector<double> point(f.variables.size());
    const RealFunction any = [&](double x) {
        double found = std::numeric_limits<double>::quiet_NaN();
        const std::size_t others = f.variables.size() == 2 ? probes : 1;
        for (std::size_t k = 0; k < others && std::isnan(found); ++k) {
            for (std::size_t j = 0; j < point.size(); ++j)
                point[j] = j == i ? x
                           : f.variables.size() == 2
                               ? ranges[j].from + ranges[j].length() * (static_cast<double>(k) + 0.5) / double(probes)
                               : held(options, f.variables[j]);
            found = samples.function(point);
        }
        return found;
    };
    return defined_part(any, ranges[i]);
}

}  // namespace

Subject subject(Pool& pool, const Parsed& parsed) {
    Subject f;
    f.value = resolve_derivatives(pool, parsed.value);
    f.typed = pool.has(Op::diff) ? f.value : parsed.typed;
    const Op op = pool.op(f.typed);
    if (op == Op::vector)
        throw Error(ErrorKind::usage, "a vector has no one picture", {}, "plot its entries one by one");
    if (is_condition(op))
        throw Error(ErrorKind::usage, "only a function can be plotted", {}, "write a function such as x^2*sin(y)");
    if (!is_known(pool, f.value))
        throw Error(ErrorKind::usage, "an unknown function has no values", {},
                    "a plot needs a function of the known ones");
    f.name = parsed.function_name.empty() ? "f" : parsed.function_name;
    f.formula = fmt::format("{} = {}", f.name, print(pool, f.typed, {Format::plain, parsed.decimals, false, true}));
    f.variables = parsed.parameters.empty() ? variables(pool, f.typed) : parsed.parameters;
    if (f.variables.empty())
        throw Error(ErrorKind::usage, "the expression has no variables", {}, "write a function such as x^2*sin(y)");
    return f;
}

std::vector<Interval> chosen_ranges(Pool& pool, const Subject& f, const PlotOptions& options) {
    Samples samples(pool, f.typed, {}, f.variables);
    // Wider where there are no values.
    for (const double half_width : {f.variables.size() == 1 ? 5.0 : 4.0, 100.0, 10000.0}) {
        std::vector<Interval> ranges;
        for (const Expr x : f.variables)
            ranges.push_back(told(options, x) ? told(options, x)->interval : around(options, x, half_width));
        bool has_values = true;
        std::vector<Interval> parts = ranges;
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            parts[i] = part(samples, f, options, ranges, i);
            has_values = has_values && parts[i].length() > 0;
            if (told(options, f.variables[i])) parts[i] = ranges[i];
        }
        if (has_values) return parts;
    }
    throw Error(ErrorKind::usage, "the function has no values there", {},
                fmt::format("say where it has some: --range {}=1:2", pool.name(f.variables[0])));
}

}  // namespace pdiff
