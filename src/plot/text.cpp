// A figure in the characters of a terminal: curves as marks, a field in shades.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "pdiff/plot.hpp"

namespace pdiff {
namespace {

constexpr std::size_t label_columns = 10, canvas_rows = 21;
constexpr std::string_view marks = "*o+x.#@";  // by the style of a curve
constexpr std::string_view shades = " .,:;-=+*%";

class Canvas {
public:
    Canvas(const PlotPanel& panel, std::size_t columns)
        : panel_(panel), columns_(columns), rows_(canvas_rows, std::string(columns, ' ')) {}

    void axes() {
        if (const auto row = place(0, panel_.y, canvas_rows)) rows_[canvas_rows - 1 - *row].assign(columns_, '-');
        if (const auto column = place(0, panel_.x, columns_))
            for (std::string& row : rows_) row[*column] = row[*column] == '-' ? '+' : '|';
    }

    void shade(const PlotField& field) {
        for (std::size_t r = 0; r < canvas_rows; ++r)
            for (std::size_t c = 0; c < columns_; ++c) {
                const std::size_t row = r * (field.rows - 1) / (canvas_rows - 1),
                                  column = c * (field.columns - 1) / (columns_ - 1);
                const double part = (field.values[row * field.columns + column] - panel_.z.from) / panel_.z.length();
                if (std::isnan(part)) continue;
                const double last = static_cast<double>(shades.size() - 1);
                rows_[canvas_rows - 1 - r][c] =
                    shades[static_cast<std::size_t>(std::clamp(part, 0.0, 1.0) * last + 0.5)];
            }
    }

    void draw(const PlotCurve& curve) {
        const char mark = marks[static_cast<std::size_t>(curve.style)];
        const PlotPoint* last = nullptr;
        for (const PlotPoint& p : curve.points) {
            if (std::isnan(p.x) || std::isnan(p.y)) {
                last = nullptr;
                continue;
            }
            if (last) line(*last, p, mark);
            set(p, mark);
            last = &p;
        }
    }

    std::string text() const {
        std::string text;
        for (std::size_t r = 0; r < canvas_rows; ++r) {
            const double y = panel_.y.to - panel_.y.length() * static_cast<double>(r) / double(canvas_rows - 1);
            const bool labelled = r % 5 == 0;
            text += fmt::format("{:>{}} |{}", labelled ? fmt::format("{:.3g}", y) : "", label_columns - 2, rows_[r]);
            text.erase(text.find_last_not_of(' ') + 1);
            text += '\n';
        }
        const std::string from = fmt::format("{:.4g}", panel_.x.from), to = fmt::format("{:.4g}", panel_.x.to);
        text += fmt::format("{}+{}\n", std::string(label_columns - 1, ' '), std::string(columns_, '-'));
        const std::size_t room = columns_ > from.size() + to.size() ? columns_ - from.size() - to.size() : 3;
        return text + fmt::format("{}{}{:^{}}{}\n", std::string(label_columns, ' '), from, panel_.x_label, room, to);
    }

private:
    static std::optional<std::size_t> place(double value, Interval range, std::size_t count) {
        const double at = std::round((value - range.from) / range.length() * static_cast<double>(count - 1));
        if (!(at >= 0 && at < static_cast<double>(count))) return std::nullopt;
        return static_cast<std::size_t>(at);
    }

    void set(PlotPoint p, char mark) {
        const auto column = place(p.x, panel_.x, columns_), row = place(p.y, panel_.y, canvas_rows);
        if (column && row) rows_[canvas_rows - 1 - *row][*column] = mark;
    }

    // Cell by cell, of what is inside.
    void line(PlotPoint a, PlotPoint b, char mark) {
        const double low = panel_.y.from, high = panel_.y.to;
        if (std::max(a.y, b.y) < low || std::min(a.y, b.y) > high) return;
        const auto cut = [&](PlotPoint p, PlotPoint other) {
            const double y = std::clamp(p.y, low, high);
            return p.y == y ? p : PlotPoint{p.x + (other.x - p.x) * (y - p.y) / (other.y - p.y), y};
        };
        const PlotPoint from = cut(a, b), to = cut(b, a);
        const double cells = std::max(std::abs(to.x - from.x) / panel_.x.length() * static_cast<double>(columns_),
                                      std::abs(to.y - from.y) / panel_.y.length() * double(canvas_rows));
        const auto count = static_cast<std::size_t>(std::clamp(std::ceil(cells), 1.0, 1000.0));
        for (std::size_t i = 0; i <= count; ++i) {
            const double t = static_cast<double>(i) / static_cast<double>(count);
            set({from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)}, mark);
        }
    }

    const PlotPanel& panel_;
    std::size_t columns_;
    std::vector<std::string> rows_;
};

std::string panel_text(const PlotPanel& panel, std::size_t columns) {
    Canvas canvas(panel, columns - label_columns);
    std::string text = panel.title.empty() ? "" : panel.title + "\n";
    if (panel.kind == PlotPanel::Kind::curves) canvas.axes();
    if (!panel.field.values.empty()) canvas.shade(panel.field);
    // The function lies on top of its derivatives, marks on top of all.
    for (const bool of_function : {false, true})
        for (auto curve = panel.curves.rbegin(); curve != panel.curves.rend(); ++curve)
            if ((curve->style == PlotCurve::Style::function || curve->style >= PlotCurve::Style::path) == of_function)
                canvas.draw(*curve);
    text += canvas.text();
    for (const PlotCurve& curve : panel.curves)
        if (!curve.title.empty())
            text += fmt::format("{}{} {}\n", std::string(label_columns, ' '),
                                marks[static_cast<std::size_t>(curve.style)], curve.title);
    if (!panel.field.values.empty())
        text += fmt::format("{}{} {:.3g} to {:.3g}; upwards: {}\n", std::string(label_columns, ' '), shades,
                            panel.z.from, panel.z.to, panel.y_label);
    return text;
}

}  // namespace

std::string text_plot(const Figure& figure, std::size_t columns) {
    constexpr std::size_t fewest = 30;
    std::string text;
    for (const PlotPanel& panel : figure.panels) {
        // A surface has no picture in characters; the map beside it shows the same.
        if (panel.kind == PlotPanel::Kind::surface && figure.panels.size() > 1) continue;
        text += fmt::format("{}{}", text.empty() ? "" : "\n", panel_text(panel, std::max(columns, fewest)));
    }
    return text;
}

}  // namespace pdiff
