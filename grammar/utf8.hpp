// UTF-8: the check that every input passes first, code points, and safe quotation of input in messages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pdiff::utf8 {

// A code point and its length in bytes; length 0 where the bytes are no UTF-8.
struct Decoded {
    char32_t point;
    std::size_t length;
};
Decoded decode(std::string_view text, std::size_t at);

// Throws Error at the first byte from `begin` on that is no UTF-8, NUL, another control character, or part of an
// invisible character.
void check(std::string_view text, std::size_t begin = 0);

// The text between backquotes, at most about 60 bytes of it, with no control byte in it.
std::string quote(std::string_view text);

}  // namespace pdiff::utf8
