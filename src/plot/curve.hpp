// A function of one variable as points to be joined: gaps where it has no value and where it jumps.
#pragma once

#include <functional>
#include <vector>

#include "pdiff/plot.hpp"

namespace pdiff {

using RealFunction = std::function<double(double)>;

inline constexpr std::size_t curve_intervals = 400;

// Ends are followed up to the edge of the domain and up to a pole; nothing is joined across.
std::vector<PlotPoint> sample_curve(const RealFunction& f, Interval x);

// What of a function to show: all its values, but only the middle of them where it grows without bound.
Interval visible_values(const RealFunction& f, Interval x);
// The same of values of which nothing is known but that the function may have poles.
Interval visible_values(std::vector<double> values, bool unbounded);

// Whether f grows beyond its size at x, and fast, within `reach`: the mark of a pole.
bool grows(const RealFunction& f, double x, double reach);

// The part of `x` in which f has values, with a little on both sides; nothing where it has none.
Interval defined_part(const RealFunction& f, Interval x);

}  // namespace pdiff
