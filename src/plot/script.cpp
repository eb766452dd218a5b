// A figure in the language of gnuplot. Text stands in single quotes, where gnuplot expands nothing; numbers are ours.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "pdiff/plot.hpp"

namespace pdiff {
namespace {

struct TerminalRow {
    std::string_view name, options;
    double unit;  // a pixel
};
constexpr TerminalRow terminals[] = {
    {"svg", "svg size {0:g},{1:g} dynamic noenhanced font 'Helvetica,14' background '#ffffff'", 1},
    {"png", "pngcairo size {0:g},{1:g} noenhanced font 'Helvetica,11' background '#ffffff'", 1},
    {"pdf", "pdfcairo size {0:g}in,{1:g}in noenhanced font 'Helvetica,11' background '#ffffff'", 1.0 / 100},
};

struct StyleRow {
    PlotCurve::Style style;
    std::string_view how;
};
constexpr StyleRow styles[] = {
    {PlotCurve::Style::function, "with lines lw 2.5 lc rgb '#1f5fa8'"},
    {PlotCurve::Style::derivative, "with lines lw 2 lc rgb '#d1495b'"},
    {PlotCurve::Style::second, "with lines lw 2 lc rgb '#2e8b57'"},
    {PlotCurve::Style::third, "with lines lw 2 lc rgb '#8e6bbf'"},
    {PlotCurve::Style::tangent, "with lines lw 1.5 dt 2 lc rgb '#222222'"},
    {PlotCurve::Style::path, "with linespoints lw 2 pt 7 ps 0.5 lc rgb '#d1495b'"},
    {PlotCurve::Style::mark, "with points pt 7 ps 0.9 lc rgb '#222222'"},
};

constexpr std::string_view general = R"(set clip two
set format x '%g'
set format y '%g'
set format z '%g'
set format cb '%g'
set palette defined (0 '#2b4c7e', 0.25 '#4f8fb0', 0.5 '#8fc1a9', 0.75 '#e9d8a6', 1 '#e08e45')
)";

constexpr std::size_t title_bytes = 70;

// A quote is doubled; what could end the line, or a terminal's markup, is a blank.
std::string quoted(std::string_view text) {
    std::string to = "'";
    for (const char c : text) {
        if (c == '\'')
            to += "''";
        else
            to += static_cast<unsigned char>(c) < ' ' || c == 0x7f || c == '`' ? ' ' : c;
    }
    return to + "'";
}

std::string title(std::string_view text) {
    if (text.size() <= title_bytes) return quoted(text);
    std::size_t end = title_bytes;
    while ((text[end] & 0xc0) == 0x80) --end;
    return quoted(fmt::format("{}...", text.substr(0, end)));
}

std::string number(double value) { return std::isnan(value) ? "NaN" : fmt::format("{:.8g}", value); }
std::string range(Interval i) { return fmt::format("[{}:{}]", number(i.from), number(i.to)); }

std::string curve_data(const std::string& name, const std::vector<PlotPoint>& points) {
    std::string text = fmt::format("{} << EOD\n", name);
    bool any = false;
    for (const PlotPoint& p : points) {
        if (std::isnan(p.y) || std::isnan(p.x))
            text += "\n";
        else
            text += fmt::format("{} {}\n", number(p.x), number(p.y)), any = true;
    }
    if (!any) text += "NaN NaN\n";  // an empty block is an error
    return text + "EOD\n";
}

std::string field_data(const std::string& name, const PlotPanel& panel) {
    const PlotField& field = panel.field;
    std::string text = fmt::format("{} << EOD\n", name);
    const auto at = [](Interval i, std::size_t k, std::size_t count) {
        return i.from + i.length() * static_cast<double>(k) / static_cast<double>(count - 1);
    };
    for (std::size_t row = 0; row < field.rows; ++row) {
        for (std::size_t column = 0; column < field.columns; ++column)
            text +=
                fmt::format("{} {} {}\n", number(at(panel.x, column, field.columns)),
                            number(at(panel.y, row, field.rows)), number(field.values[row * field.columns + column]));
        text += "\n";
    }
    return text + "EOD\n";
}

std::string arrow_data(const std::string& name, const std::vector<PlotArrow>& arrows) {
    std::string text = fmt::format("{} << EOD\n", name);
    for (const PlotArrow& a : arrows)
        text += fmt::format("{} {} {} {}\n", number(a.x), number(a.y), number(a.dx), number(a.dy));
    return text + "EOD\n";
}

class PanelWriter {
public:
    PanelWriter(const PlotPanel& panel, std::size_t index) : panel_(panel), index_(index) {}

    std::string data() const {
        std::string text;
        for (std::size_t i = 0; i < panel_.curves.size(); ++i) text += curve_data(curve(i), panel_.curves[i].points);
        if (!panel_.field.values.empty()) text += field_data(block("field"), panel_);
        if (!panel_.arrows.empty()) text += arrow_data(block("arrows"), panel_.arrows);
        return text;
    }

    std::string plot() const {
        std::string text = fmt::format("set title {}\nset xlabel {}\nset ylabel {}\nset xrange {}\nset yrange {}\n",
                                       title(panel_.title), title(panel_.x_label), title(panel_.y_label),
                                       range(panel_.x), range(panel_.y));
        switch (panel_.kind) {
            case PlotPanel::Kind::curves:
                return text + curves();
            case PlotPanel::Kind::surface:
                return text + surface();
            case PlotPanel::Kind::map:
                return text + map();
        }
        return text;
    }

private:
    std::string block(std::string_view what) const { return fmt::format("${}{}", what, index_ + 1); }
    std::string curve(std::size_t i) const { return fmt::format("$curve{}_{}", index_ + 1, i + 1); }

    std::string curve_plots(std::string_view first) const {
        std::string text(first);
        for (std::size_t i = 0; i < panel_.curves.size(); ++i) {
            const PlotCurve& c = panel_.curves[i];
            text += fmt::format("{}{} using 1:2 {} {}", text.empty() ? "" : ", \\\n  ", curve(i),
                                styles[static_cast<std::size_t>(c.style)].how,
                                c.title.empty() ? "notitle" : "title " + title(c.title));
        }
        return text;
    }

    std::string curves() const {
        return fmt::format(R"(set key tmargin center horizontal Left reverse samplen 2 width 1
set grid lc rgb '#dddddd' lt 1
set xzeroaxis lc rgb '#888888' lt 1
set yzeroaxis lc rgb '#888888' lt 1
plot {}
unset key
unset grid
unset xzeroaxis
unset yzeroaxis
)",
                           curve_plots(""));
    }

    std::string surface() const {
        return fmt::format(R"(set zrange {0}
set cbrange {0}
set view 55,320
set xyplane at {1}
set pm3d depthorder border lc rgb '#44333333' lw 0.4
splot {2} using 1:2:3 with pm3d notitle
unset pm3d
)",
                           range(panel_.z), number(panel_.z.from), block("field"));
    }

    // Contours are made of the field, then drawn over it.
    std::string map() const {
        std::string layers = fmt::format(R"({} using 1:2:3 with image notitle, \
  {} using 1:2 with lines lw 0.8 lc rgb '#66ffffff' notitle)",
                                         block("field"), block("contours"));
        if (!panel_.arrows.empty())
            layers += fmt::format(R"(, \
  {} using 1:2:3:4 with vectors head filled size graph 0.012,20 lw 1.3 lc rgb '{}' notitle)",
                                  block("arrows"), has_path() ? "#99111111" : "#111111");
        return fmt::format(R"(set cbrange {0}
set zrange {0}
set contour base
set cntrparam levels incremental {1}
unset surface
set table {2}
splot {3} using 1:2:3 with lines
unset table
set surface
unset contour
unset key
{4}plot {5}
set size noratio
)",
                           range(panel_.z), levels(), block("contours"), block("field"), shape(), curve_plots(layers));
    }

    bool has_path() const {
        return std::ranges::any_of(panel_.curves, [](const PlotCurve& c) { return c.style == PlotCurve::Style::path; });
    }

    // About ten contours, at round values: first, step, last.
    std::string levels() const {
        const double rough = panel_.z.length() / 14, unit = std::pow(10, std::floor(std::log10(rough)));
        const double step = rough > 5 * unit ? 10 * unit : rough > 2 * unit ? 5 * unit : 2 * unit;
        return fmt::format("{},{},{}", number(std::ceil(panel_.z.from / step) * step), number(step),
                           number(panel_.z.to));
    }

    // Circles are round unless that would leave a thin stripe.
    std::string_view shape() const {
        const double ratio = panel_.y.length() / panel_.x.length();
        return ratio > 0.4 && ratio < 2.5 ? "set size ratio -1\n" : "";
    }

    const PlotPanel& panel_;
    std::size_t index_;
};

}  // namespace

std::string gnuplot_script(const Figure& figure, std::string_view terminal) {
    const TerminalRow* row = terminals;
    for (const TerminalRow& t : terminals)
        if (t.name == terminal) row = &t;
    const std::size_t count = figure.panels.size(), columns = std::min(count, figure.columns);
    const std::size_t rows = (count + columns - 1) / columns;
    const double width = columns == 1 ? 800 : 600.0 * static_cast<double>(columns);
    const double height = count == 1 ? 560 : (columns == 1 ? 380.0 : 480.0) * static_cast<double>(rows);
    std::string text = fmt::format("set encoding utf8\nset terminal {}\n",
                                   fmt::format(fmt::runtime(row->options), width * row->unit, height * row->unit));
    text += general;
    for (std::size_t i = 0; i < count; ++i) text += PanelWriter(figure.panels[i], i).data();
    if (count > 1) text += fmt::format("set multiplot layout {},{}\n", rows, columns);
    for (std::size_t i = 0; i < count; ++i) text += PanelWriter(figure.panels[i], i).plot();
    if (count > 1) text += "unset multiplot\n";
    return text;
}

}  // namespace pdiff
