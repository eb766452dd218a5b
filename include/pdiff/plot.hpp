// Pictures of a function and its derivatives: sampled here, drawn by gnuplot or as text.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/expr.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {

struct Interval {
    double from = 0, to = 0;
    double length() const { return to - from; }
};

struct PlotPoint {
    double x, y;  // not numbers: a gap
};

struct PlotCurve {
    enum class Style : unsigned char { function, derivative, second, third, tangent, path, mark };
    Style style = Style::function;
    std::string title;  // empty: not in the legend
    std::vector<PlotPoint> points;
};

// Values on a grid, row by row from the lowest y; not a number where there is none.
struct PlotField {
    std::size_t columns = 0, rows = 0;
    std::vector<double> values;
};

struct PlotArrow {
    double x, y, dx, dy;
};

struct PlotPanel {
    enum class Kind : unsigned char { curves, surface, map };
    Kind kind = Kind::curves;
    std::string title, x_label, y_label;
    Interval x, y, z;  // what is shown; z of a field
    std::vector<PlotCurve> curves;
    PlotField field;
    std::vector<PlotArrow> arrows;
};

struct Figure {
    std::vector<PlotPanel> panels;
    std::size_t columns = 2;  // of panels
};

struct PlotOptions {
    struct Range {
        Expr symbol{};
        Interval interval;
    };
    struct Value {
        Expr symbol{};
        double value = 0;
    };
    std::vector<Range> ranges;  // variables without one get one that suits
    std::vector<Value> at;      // tangents are drawn here, and slices go through it
    std::size_t order = 1;      // of one variable: so many derivatives
    std::vector<Expr> along;    // slices along these variables alone
    std::string_view kind;      // "surface", "map", "slices"; empty: all that there are
};

// One step of gradient descent in two variables.
struct DescentStep {
    double x, y, f, slope;  // slope: the length of the gradient
};
struct Descent {
    Expr x{}, y{};
    std::vector<DescentStep> steps;
    bool ended_early = false;  // the function or its gradient has no value at the next point
};

// Throws Error{usage} where there is nothing to be drawn.
Figure make_figure(Pool& pool, const Parsed& parsed, const PlotOptions& options);

// x - rate*gradient, `count` times from `start`, which has a value for each of the two variables.
Descent descend(Pool& pool, const Parsed& parsed, std::span<const PlotOptions::Value> start, double rate,
                std::size_t count);
// Its path over the contours.
Figure descent_figure(Pool& pool, const Parsed& parsed, const PlotOptions& options, const Descent& descent);

// For gnuplot, with the data in it: numbers and quoted text, nothing that would be executed. `terminal` is svg, png or
// pdf.
std::string gnuplot_script(const Figure& figure, std::string_view terminal);
// For a terminal of this width.
std::string text_plot(const Figure& figure, std::size_t columns = 78);

}  // namespace pdiff
