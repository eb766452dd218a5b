// Boxes of two-dimensional text: what is inside what, and how large each is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pdiff::printing {

// A box stands on the line of its row: so many lines above it, so many below it.
struct Box {
    enum class Kind : std::uint8_t { text, row, fraction, raised, root, bracket, grid } kind = Kind::row;
    char open = 0, close = 0;  // of a bracket
    std::string_view text = {};
    std::uint32_t parent = 0, next = 0;  // 0: none
    std::uint32_t first = 0, last = 0;   // boxes inside
    std::int64_t width = 0, above = 0, below = 0;
    std::int64_t x = 0, y = 0;                 // where its line begins
    std::uint32_t cells = 0;                   // of a grid, so far
    std::vector<std::uint32_t> row_ends = {};  // of a grid: cells in the rows so far
};

// So that memory, too, is in proportion to the limit on output.
constexpr std::size_t bytes_of_a_box = 16;
constexpr std::int64_t column_gap = 2;

// Places on a line, one for each code point.
std::int64_t columns(std::string_view s);

// The boxes of a text in the markup of layout.hpp, measured. Boxes inside are younger than the box.
class Boxes {
public:
    explicit Boxes(std::size_t limit) : limit_(limit), boxes_(2) {}  // 0 is none, 1 the whole

    void read(std::string_view markup);
    void measure();

    std::size_t size() const { return boxes_.size(); }
    Box& operator[](std::size_t i) { return boxes_[i]; }
    template <class F>
    void each(const Box& b, F f) {
        for (std::uint32_t i = b.first; i != 0; i = boxes_[i].next) f(boxes_[i]);
    }

private:
    std::uint32_t add(Box::Kind kind);
    void open(Box::Kind kind) { at_ = add(kind); }
    void close() { at_ = boxes_[at_].parent; }
    void mark(char c);
    void measure(Box& b);
    void measure_row(Box& b);
    void measure_grid(Box& b);

    std::size_t limit_;
    std::vector<Box> boxes_;
    std::uint32_t at_ = 1;
};

}  // namespace pdiff::printing
