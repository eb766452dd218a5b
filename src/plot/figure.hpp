// What the pictures of this folder are made of: the function, its variables, what is shown of them.
#pragma once

#include <string>
#include <vector>

#include "pdiff/plot.hpp"
#include "plot/samples.hpp"

namespace pdiff {

struct Subject {
    Expr typed{}, value{};
    std::string name;             // f, or g of g(x, y) = ...
    std::string formula;          // f = x^2*sin(y)
    std::vector<Expr> variables;  // in order
};

// Throws Error{usage} for what has no values to plot.
Subject subject(Pool& pool, const Parsed& parsed);

// Of each variable: as told, else where the function has values, around the point.
std::vector<Interval> chosen_ranges(Pool& pool, const Subject& f, const PlotOptions& options);

// The function over two variables, with arrows of its gradient.
PlotPanel map_panel(Samples& samples, const Subject& f, const Pool& pool, const std::vector<Interval>& ranges);
PlotPanel surface_panel(Samples& samples, const Subject& f, const Pool& pool, const std::vector<Interval>& ranges);

}  // namespace pdiff
