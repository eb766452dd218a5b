#include "cli/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace pdiff::cli {

namespace {

struct Range {
    std::uint32_t first, last;
};

// Controls, and what is invisible or turns the writing direction.
constexpr Range hidden[] = {{0x00, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},     {0x200b, 0x200f},
                            {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xe0000, 0xe0fff}};
constexpr Range combining[] = {{0x300, 0x36f},   {0x483, 0x489},   {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},
                               {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}};
constexpr Range wide[] = {{0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0xa4cf}, {0xac00, 0xd7a3},   {0xf900, 0xfaff},
                          {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd}};

template <std::size_t N>
bool in(const Range (&ranges)[N], std::uint32_t c) {
    return std::ranges::any_of(ranges, [c](Range range) { return range.first <= c && c <= range.last; });
}

struct CodePoint {
    std::uint32_t value;
    std::size_t bytes;  // 0: not UTF-8
};

CodePoint decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) return {lead, 0};
    std::uint32_t value = lead & (0x7fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return {lead, 0};
        value = value << 6 | (byte(i) & 0x3f);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < least[bytes] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return {lead, 0};
    return {value, bytes};
}

}  // namespace

Glyph first_glyph(std::string_view text) {
    const auto [value, bytes] = decode(text);
    if (value == '\t') return {" ", 1, 1};
    if (bytes == 0 || in(hidden, value)) {
        std::string shown = value < 0x100 ? fmt::format("\\x{:02x}", value) : fmt::format("\\u{{{:x}}}", value);
        const std::size_t columns = shown.size();
        return {std::move(shown), std::max<std::size_t>(bytes, 1), columns};
    }
    const std::size_t columns = value < 0x300 ? 1 : in(combining, value) ? 0 : in(wide, value) ? 2 : 1;
    return {std::string(text.substr(0, bytes)), bytes, columns};
}

std::string visible(std::string_view text, std::size_t max_bytes) {
    std::string shown;
    while (!text.empty()) {
        const Glyph glyph = first_glyph(text);
        if (shown.size() + glyph.text.size() > max_bytes) return shown + "…";
        shown += glyph.text;
        text.remove_prefix(glyph.bytes);
    }
    return shown;
}

}  // namespace pdiff::cli
