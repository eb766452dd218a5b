#include "layout.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "boxes.hpp"
#include "writer.hpp"

namespace pdiff::printing {
namespace {

struct Piece {
    std::int64_t y, x;
    std::string_view text;
    std::int64_t repeat = 1;
};

void put(Box& inner, std::int64_t x, std::int64_t y) { inner.x = x, inner.y = y; }

// Puts every box in its place and draws what is its own.
class Layout {
public:
    Layout(Boxes& boxes, std::size_t limit) : boxes_(boxes), limit_(limit) {}

    void place();
    void write(std::string& out);

private:
    void place(const Box& b);
    void place_row(const Box& b);
    void place_grid(const Box& b);
    void draw_fraction(const Box& b);
    void draw_root(const Box& b);
    void draw_bracket(const Box& b, char c, std::int64_t x);
    void draw(std::int64_t y, std::int64_t x, std::string_view text, std::int64_t repeat = 1) {
        pieces_.push_back({y, x, text, repeat});
        if (pieces_.size() > std::max<std::size_t>(1024, limit_ / bytes_of_a_box)) too_long(limit_);
    }

    Boxes& boxes_;
    std::size_t limit_;
    std::vector<Piece> pieces_;
};

void Layout::place_grid(const Box& b) {
    std::vector<std::vector<Box*>> rows(1);
    std::size_t cell = 0;
    boxes_.each(b, [&](Box& c) {
        if (rows.size() <= b.row_ends.size() && cell == b.row_ends[rows.size() - 1]) rows.emplace_back();
        rows.back().push_back(&c);
        ++cell;
    });
    std::vector<std::int64_t> widths;
    for (const auto& r : rows)
        for (std::size_t k = 0; k < r.size(); ++k) {
            if (k == widths.size()) widths.push_back(0);
            widths[k] = std::max(widths[k], r[k]->width);
        }
    std::int64_t y = b.y - b.above;
    for (const auto& r : rows) {
        std::int64_t above = 0, below = 0, x = b.x;
        for (const Box* c : r) above = std::max(above, c->above), below = std::max(below, c->below);
        for (std::size_t k = 0; k < r.size(); ++k) {
            r[k]->x = x, r[k]->y = y + above;
            x += widths[k] + column_gap;
        }
        y += above + below + 1;
    }
}

void Layout::place() {
    boxes_[1].y = boxes_[1].above;
    for (std::size_t i = 1; i < boxes_.size(); ++i) place(boxes_[i]);
}

void Layout::place(const Box& b) {
    switch (b.kind) {
        case Box::Kind::text:
            return draw(b.y, b.x, b.text);
        case Box::Kind::row:
            return place_row(b);
        case Box::Kind::raised:
            return put(boxes_[b.first], b.x, b.y);
        case Box::Kind::fraction:
            return draw_fraction(b);
        case Box::Kind::root:
            return draw_root(b);
        case Box::Kind::grid:
            return place_grid(b);
        case Box::Kind::bracket:
            break;
    }
    put(boxes_[b.first], b.x + (b.open == '{' ? 2 : 1), b.y);
    draw_bracket(b, b.open, b.x);
    if (b.close != ' ') draw_bracket(b, b.close, b.x + b.width - 1);
}

void Layout::place_row(const Box& b) {
    std::int64_t x = b.x;
    boxes_.each(b, [&](Box& part) {
        put(part, x, part.kind == Box::Kind::raised ? b.y - part.y : b.y);
        x += part.width;
    });
}

void Layout::draw_fraction(const Box& b) {
    Box& upper = boxes_[b.first];
    Box& lower = boxes_[upper.next];
    put(upper, b.x + (b.width - upper.width) / 2, b.y - 1 - upper.below);
    put(lower, b.x + (b.width - lower.width) / 2, b.y + 1 + lower.above);
    draw(b.y, b.x, "─", b.width);
}

void Layout::draw_root(const Box& b) {
    Box& inner = boxes_[b.first];
    const std::int64_t rise = inner.above + inner.below;
    put(inner, b.x + 1 + rise, b.y);
    draw(b.y + inner.below, b.x, "√");
    for (std::int64_t k = 1; k <= rise; ++k) draw(b.y + inner.below - k, b.x + k, "╱");
    draw(b.y - b.above, b.x + 1 + rise, "_", inner.width);
}

void Layout::draw_bracket(const Box& b, char c, std::int64_t x) {
    struct Parts {
        char bracket;
        std::string_view alone, top, middle, bottom;
    };
    static constexpr Parts shapes[] = {
        {'(', "(", "⎛", "⎜", "⎝"}, {')', ")", "⎞", "⎟", "⎠"}, {'[', "[", "⎡", "⎢", "⎣"},
        {']', "]", "⎤", "⎥", "⎦"}, {'|', "|", "│", "│", "│"}, {'{', "{", "⎧", "⎨", "⎩"},
    };
    const Parts& p = *std::ranges::find(shapes, c, &Parts::bracket);
    const std::int64_t top = b.y - b.above, bottom = b.y + b.below;
    if (top == bottom) return draw(top, x, p.alone);
    draw(top, x, p.top);
    for (std::int64_t y = top + 1; y < bottom; ++y) draw(y, x, c == '{' && y != b.y ? "⎪" : p.middle);
    draw(bottom, x, p.bottom);
}

void Layout::write(std::string& out) {
    std::ranges::sort(pieces_, [](const Piece& a, const Piece& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    const std::size_t begin = out.size();
    std::int64_t y = 0, x = 0;
    for (const Piece& p : pieces_) {
        if (p.text.find_first_not_of(' ') == std::string_view::npos) continue;
        const bool same_line = p.y == y;
        const auto newlines = static_cast<std::size_t>(p.y - y);
        const auto blanks = static_cast<std::size_t>(std::max<std::int64_t>(0, p.x - (same_line ? x : 0)));
        const auto length = p.text.size() * static_cast<std::size_t>(p.repeat);
        if (out.size() - begin + newlines + blanks + length > limit_) too_long(limit_);
        while (newlines > 0 && !out.empty() && out.size() > begin && out.back() == ' ') out.pop_back();
        out.append(newlines, '\n').append(blanks, ' ');
        for (std::int64_t k = 0; k < p.repeat; ++k) out += p.text;
        y = p.y, x = p.x + columns(p.text) * p.repeat;
    }
    while (out.size() > begin && out.back() == ' ') out.pop_back();
}

}  // namespace

void lay_out(std::string_view markup, std::size_t limit, std::string& out) {
    Boxes boxes(limit);
    boxes.read(markup);
    boxes.measure();
    Layout layout(boxes, limit);
    layout.place();
    layout.write(out);
}

}  // namespace pdiff::printing
