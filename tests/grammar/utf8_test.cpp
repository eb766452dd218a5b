#include "grammar/utf8.hpp"

#include <doctest/doctest.h>

#include "pdiff/error.hpp"

namespace pdiff::utf8 {
namespace {

TEST_CASE("every code point is decoded as it was encoded") {
    for (char32_t point = 0x80; point <= 0x10FFFF; point = point < 0x1000 ? point + 1 : point + 0xFF) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        std::string text;
        if (point < 0x800) {
            text += static_cast<char>(0xC0 | point >> 6);
        } else if (point < 0x10000) {
            text += static_cast<char>(0xE0 | point >> 12);
            text += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        } else {
            text += static_cast<char>(0xF0 | point >> 18);
            text += static_cast<char>(0x80 | (point >> 12 & 0x3F));
            text += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        }
        text += static_cast<char>(0x80 | (point & 0x3F));
        const Decoded decoded = decode(text, 0);
        CHECK(decoded.point == point);
        CHECK(decoded.length == text.size());
        CHECK(decode(text.substr(0, text.size() - 1), 0).length == 0);
    }
}

TEST_CASE("one wrong byte anywhere is found") {
    for (std::size_t length = 1; length < 40; ++length)
        for (std::size_t at = 0; at < length; ++at)
            for (const char byte : {'\x00', '\x01', '\x1f', '\x7f', '\x80', '\xc1', '\xff'}) {
                std::string text(length, 'x');
                CHECK_NOTHROW(check(text));
                text[at] = byte;
                try {
                    check(text);
                    FAIL_CHECK("accepted");
                } catch (const Error& error) {
                    CHECK(error.span->begin == at);
                }
            }
}

TEST_CASE("quotations are short and printable") {
    CHECK(quote("x") == "`x`");
    CHECK(quote("a\x1b[2J") == "`a\\x1b[2J`");
    CHECK(quote("a\nb") == "`a b`");
    CHECK(quote("\xff") == "`\\xff`");
    CHECK(quote("θ²") == "`θ²`");
    CHECK(quote(std::string(1000, 'x')).size() < 70);
}

}  // namespace
}  // namespace pdiff::utf8
