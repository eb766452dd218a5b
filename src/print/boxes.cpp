#include "boxes.hpp"

#include <algorithm>

#include "writer.hpp"

namespace pdiff::printing {
namespace {

enum Mark : char {
    fraction_begin = 1,
    fraction_bar,
    fraction_end,
    raise_begin,
    raise_end,
    root_begin,
    root_end,
    bracket_begin = 14,
    bracket_end,
    next_cell,
    next_row,
    grid_begin,
    grid_end,
};

bool is_mark(char c) { return (c > 0 && c <= root_end) || (c >= bracket_begin && c <= grid_end); }

}  // namespace

std::int64_t columns(std::string_view s) {
    return std::ranges::count_if(s, [](char c) { return (c & 0xC0) != 0x80; });
}

std::uint32_t Boxes::add(Box::Kind kind) {
    const auto i = static_cast<std::uint32_t>(boxes_.size());
    if (boxes_.size() > std::max<std::size_t>(1024, limit_ / bytes_of_a_box)) too_long(limit_);
    boxes_.push_back({.kind = kind, .parent = at_});
    Box& parent = boxes_[at_];
    if (parent.last != 0)
        boxes_[parent.last].next = i;
    else
        parent.first = i;
    parent.last = i;
    return i;
}

void Boxes::read(std::string_view markup) {
    for (std::size_t i = 0; i < markup.size();) {
        const char c = markup[i++];
        if (!is_mark(c)) {
            const std::size_t begin = i - 1;
            while (i < markup.size() && !is_mark(markup[i])) ++i;
            boxes_[add(Box::Kind::text)].text = markup.substr(begin, i - begin);
        } else if (c == bracket_begin) {
            open(Box::Kind::bracket);
            boxes_[at_].open = markup[i++];
            open(Box::Kind::row);
        } else if (c == bracket_end) {
            close();
            boxes_[at_].close = markup[i++];
            close();
        } else {
            mark(c);
        }
    }
}

void Boxes::mark(char c) {
    switch (c) {
        case fraction_begin:
            open(Box::Kind::fraction);
            break;
        case raise_begin:
            open(Box::Kind::raised);
            break;
        case root_begin:
            open(Box::Kind::root);
            break;
        case grid_begin:
            open(Box::Kind::grid), boxes_[at_].cells = 1;
            break;
        case fraction_bar:
            close();
            break;
        case next_cell:
            close(), ++boxes_[at_].cells;
            break;
        case next_row:
            close(), boxes_[at_].row_ends.push_back(boxes_[at_].cells++);
            break;
        default:
            return close(), close();  // the row and what it is in
    }
    open(Box::Kind::row);
}

// Boxes inside are younger than the box.
void Boxes::measure() {
    for (std::size_t i = boxes_.size(); i-- > 1;) measure(boxes_[i]);
}

void Boxes::measure(Box& b) {
    const auto inner = [&]() -> const Box& { return boxes_[b.first]; };
    switch (b.kind) {
        case Box::Kind::text:
            b.width = columns(b.text);
            break;
        case Box::Kind::row:
            measure_row(b);
            break;
        case Box::Kind::raised:
            b.width = inner().width;
            break;
        case Box::Kind::fraction: {
            const Box& lower = boxes_[inner().next];
            b.width = std::max(inner().width, lower.width) + 2;
            b.above = inner().above + inner().below + 1;
            b.below = lower.above + lower.below + 1;
            break;
        }
        case Box::Kind::root:
            b.width = inner().width + 1 + inner().above + inner().below;
            b.above = inner().above + 1, b.below = inner().below;
            break;
        case Box::Kind::bracket:
            b.width = inner().width + (b.open == '{' ? 2 : 1) + (b.close == ' ' ? 0 : 1);
            b.above = inner().above, b.below = inner().below;
            break;
        case Box::Kind::grid:
            measure_grid(b);
            break;
    }
}

void Boxes::measure_row(Box& b) {
    std::int64_t base_above = 0;  // of what a raised box is raised above
    each(b, [&](Box& part) {
        if (part.kind == Box::Kind::raised) {
            part.y = base_above + 1 + boxes_[part.first].below;  // its line above the row's
            part.above = part.y + boxes_[part.first].above;
        }
        base_above = part.above;
        b.width += part.width;
        b.above = std::max(b.above, part.above);
        b.below = std::max(b.below, part.below);
    });
}

// Rows one below the other, the line through the middle.
void Boxes::measure_grid(Box& b) {
    std::vector<std::int64_t> widths;
    std::int64_t height = 0, above = 0, below = 0;
    std::size_t cell = 0, column = 0, row = 0;
    const auto end_row = [&] { height += above + below + 1, above = below = 0, column = 0; };
    each(b, [&](const Box& c) {
        if (row < b.row_ends.size() && cell == b.row_ends[row]) end_row(), ++row;
        if (column == widths.size()) widths.push_back(0);
        widths[column] = std::max(widths[column], c.width);
        above = std::max(above, c.above), below = std::max(below, c.below);
        ++cell, ++column;
    });
    end_row();
    for (const std::int64_t w : widths) b.width += w + column_gap;
    b.width -= column_gap;
    b.above = (height - 1) / 2, b.below = height - 1 - b.above;
}

}  // namespace pdiff::printing
