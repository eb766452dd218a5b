// Standard input as lines, each bounded, without the ends of lines.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace pdiff::cli {

class Input {
public:
    // No more than `limit` bytes of a line are kept.
    Input(int descriptor, std::size_t limit);

    struct Line {
        std::string_view text;  // until the next call
        bool too_long = false;  // then the text is empty
    };

    // Whether `next` may have to wait for a line: the moment to flush what is written.
    bool waits() const;
    // False at the end. Throws Error{io}.
    bool next(Line& line);

private:
    bool fill();  // false at the end of the input
    void make_room();
    void skip_line();

    int descriptor_;
    std::size_t limit_;
    std::size_t capacity_;
    std::unique_ptr<char[]> buffer_;
    std::size_t begin_ = 0, end_ = 0;
    bool at_end_ = false;
};

}  // namespace pdiff::cli
