// Text that is safe to show: bytes that could steer a terminal or hide are spelled out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pdiff::cli {

// What one code point, or one byte that belongs to none, looks like.
struct Glyph {
    std::string text;     // "x", "é", "\x1b", "\u{200d}"
    std::size_t bytes;    // how many it takes up in the input, at least 1
    std::size_t columns;  // how wide it is
};

// The glyph that starts `text`, which is not empty.
Glyph first_glyph(std::string_view text);

// All of `text`, cut with an ellipsis past `max_bytes`.
std::string visible(std::string_view text, std::size_t max_bytes);

}  // namespace pdiff::cli
