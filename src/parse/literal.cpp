#include "parse/literal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

#include "pdiff/error.hpp"

namespace pdiff {
namespace {

// Where `text` is nothing but digits, and not too many.
std::optional<std::int64_t> small_integer(std::string_view text) {
    constexpr std::size_t most_digits_of_a_word = 18;
    if (text.size() > most_digits_of_a_word) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = 10 * value + (c - '0');
    }
    return value;
}

Number integer(std::string_view digits) {
    const auto word = small_integer(digits);
    return word ? Number(*word) : Number::from_digits(digits);
}

// As many as would pass the limit of bits anyway, so that nothing large is computed first.
void check_digits(std::size_t digits, const Limits& limits) {
    if (digits > limits.number_bits / 3)
        throw Error(ErrorKind::limit,
                    fmt::format("a number of {} digits passes the limit of {} bits", digits, limits.number_bits), {},
                    "raise the limit with --limit number_bits=N");
}

// The part behind the `e`.
std::int64_t read_exponent(std::string_view text, const Limits& limits) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || static_cast<std::size_t>(value) > limits.number_bits / 4)
        throw Error(
            ErrorKind::limit,
            fmt::format("the exponent of a literal passes the limit of {} bits of a number", limits.number_bits), {},
            "raise the limit with --limit number_bits=N");
    return negative ? -value : value;
}

Literal read_long(std::string_view text, const Limits& limits) {
    const std::size_t e = std::min(text.find_first_of("eE"), text.size());
    const std::string_view mantissa = text.substr(0, e);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    check_digits(mantissa.size(), limits);
    if (e == text.size() && point == mantissa.size()) return {integer(mantissa), false};

    std::string digits(mantissa.substr(0, point));
    const std::size_t places = mantissa.size() - std::min(point + 1, mantissa.size());
    digits += mantissa.substr(mantissa.size() - places);
    const std::int64_t exponent = e == text.size() ? 0 : read_exponent(text.substr(e + 1), limits);
    const std::int64_t scale = exponent - static_cast<std::int64_t>(places);
    const Number value = integer(digits);
    return {scale == 0 || value.is_zero() ? value : value * pow(Number(10), scale), true};
}

}  // namespace

Literal read_literal(std::string_view text, const Limits& limits) {
    const auto word = small_integer(text);
    if (!word || text.size() > limits.number_bits / 3) return read_long(text, limits);
    return {Number(*word), false};
}

Number read_superscript(std::string_view text) {
    constexpr std::array<std::string_view, 10> superscripts{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    constexpr std::string_view plus = "⁺", minus = "⁻";
    const bool negative = text.starts_with(minus);
    if (negative || text.starts_with(plus)) text.remove_prefix(minus.size());
    std::string digits;
    while (!text.empty()) {
        std::size_t digit = 0;
        while (!text.starts_with(superscripts[digit])) ++digit;
        digits += static_cast<char>('0' + digit);
        text.remove_prefix(superscripts[digit].size());
    }
    return negative ? -integer(digits) : integer(digits);
}

}  // namespace pdiff
