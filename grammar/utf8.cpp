#include "grammar/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "pdiff/error.hpp"

namespace pdiff::utf8 {
namespace {

struct Invisible {
    char32_t first, last;
    const char* name;
};
constexpr std::array invisible{
    Invisible{0x00AD, 0x00AD, "soft hyphen"},
    Invisible{0x034F, 0x034F, "grapheme joiner"},
    Invisible{0x061C, 0x061C, "text direction mark"},
    Invisible{0x180E, 0x180E, "vowel separator"},
    Invisible{0x200B, 0x200B, "zero width space"},
    Invisible{0x200C, 0x200C, "zero width non-joiner"},
    Invisible{0x200D, 0x200D, "zero width joiner"},
    Invisible{0x200E, 0x200F, "text direction mark"},
    Invisible{0x202A, 0x202E, "text direction control"},
    Invisible{0x2060, 0x2064, "invisible operator"},
    Invisible{0x2066, 0x206F, "text direction control"},
    Invisible{0xFE00, 0xFE0F, "variation selector"},
    Invisible{0xFEFF, 0xFEFF, "byte order mark"},
    Invisible{0xFFF9, 0xFFFB, "annotation mark"},
    Invisible{0xE0000, 0xE0FFF, "tag"},
};

constexpr std::uint64_t each(std::uint8_t byte) { return 0x0101010101010101u * byte; }

// Whether all eight bytes are printable ASCII.
bool plain(std::uint64_t word) {
    const std::uint64_t below_blank = (word - each(0x20)) & ~word;
    const std::uint64_t delete_byte = word ^ each(0x7F);
    return ((word | below_blank | (delete_byte - each(1))) & each(0x80)) == 0;
}

Span at(std::size_t begin, std::size_t length) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
}

[[noreturn]] void refuse_bytes(std::string_view text, std::size_t i) {
    const bool mark = text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
    const auto byte = static_cast<unsigned char>(text[i]);
    throw Error(ErrorKind::encoding, fmt::format("invalid UTF-8: byte \\x{:02x} at byte offset {}", byte, i), at(i, 1),
                mark ? "the input looks like UTF-16; save it as UTF-8" : "save the input as UTF-8");
}

void check_control(std::string_view text, std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\t' || byte == '\n' || byte == '\r') return;
    if (byte == 0)
        throw Error(ErrorKind::encoding, fmt::format("NUL byte at byte offset {}", i), at(i, 1),
                    text.size() > 1 && i < 2 ? "the input looks like UTF-16; save it as UTF-8" : "");
    throw Error(ErrorKind::syntax, fmt::format("control character \\x{:02x} at byte offset {}", byte, i), at(i, 1));
}

void check_visible(char32_t point, std::size_t i, std::size_t length) {
    if (point < 0xA0)
        throw Error(ErrorKind::syntax,
                    fmt::format("control character U+{:04X} at byte offset {}", static_cast<unsigned>(point), i),
                    at(i, length));
    for (const Invisible& range : invisible)
        if (point >= range.first && point <= range.last)
            throw Error(ErrorKind::syntax,
                        fmt::format("invisible character U+{:04X} ({}) at byte offset {}", static_cast<unsigned>(point),
                                    range.name, i),
                        at(i, length), "remove it");
}

}  // namespace

Decoded decode(std::string_view text, std::size_t i) {
    const auto byte = [&](std::size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0u; };
    const auto tail = [&](std::size_t k) { return (byte(k) & 0xC0) == 0x80; };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xC2 && lead <= 0xDF && tail(1)) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if (lead >= 0xE0 && lead <= 0xEF && tail(1) && tail(2)) {
        const char32_t point = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        return {point, point >= 0x800 && !surrogate ? 3u : 0u};
    }
    if (lead >= 0xF0 && lead <= 0xF4 && tail(1) && tail(2) && tail(3)) {
        const char32_t point = (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
        return {point, point >= 0x10000 && point <= 0x10FFFF ? 4u : 0u};
    }
    return {lead, 0};
}

void check(std::string_view text, std::size_t begin) {
    for (std::size_t i = begin; i < text.size();) {
        std::uint64_t word;
        if (i + sizeof word <= text.size()) {
            std::memcpy(&word, text.data() + i, sizeof word);
            if (plain(word)) {
                i += sizeof word;
                continue;
            }
        }
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 || byte == 0x7F) check_control(text, i);
        const Decoded decoded = decode(text, i);
        if (decoded.length == 0) refuse_bytes(text, i);
        if (byte >= 0x80) check_visible(decoded.point, i, decoded.length);
        i += decoded.length;
    }
}

std::string quote(std::string_view text) {
    constexpr std::size_t most = 60;
    std::string result = "`";
    for (std::size_t i = 0; i < text.size();) {
        if (i >= most) {
            result += "...";
            break;
        }
        const Decoded decoded = decode(text, i);
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool blank = byte == '\n' || byte == '\r' || byte == '\t';
        if (blank)
            result += ' ';
        else if (decoded.length == 0 || decoded.point < 0x20 || (decoded.point >= 0x7F && decoded.point < 0xA0))
            result += fmt::format("\\x{:02x}", byte);
        else
            result += text.substr(i, decoded.length);
        i += std::max<std::size_t>(decoded.length, 1);
    }
    return result + "`";
}

}  // namespace pdiff::utf8
