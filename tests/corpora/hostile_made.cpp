#include "corpora/hostile_made.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>
#include <utility>

namespace pdiff::test {
namespace {

std::string repeated(std::string_view piece, std::size_t count) {
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

std::string nested(std::string_view open, std::string_view inside, std::string_view close, std::size_t count) {
    return repeated(open, count) + std::string(inside) + repeated(close, count);
}

// x0 + x1 + ...
std::string numbered(char operation, std::size_t count) {
    std::string text = "x0";
    for (std::size_t i = 1; i < count; ++i) text += fmt::format("{}x{}", operation, i);
    return text;
}

std::string digits(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('1' + i * 7 % 9);
    return text;
}

std::string bytes(std::size_t count) {
    std::mt19937 random(62);
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += static_cast<char>(random());
    return text;
}

// The determinant of a matrix of names, written out; its second and third row are the same.
std::string determinant() {
    std::array<int, 7> columns{0, 1, 2, 3, 4, 5, 6};
    std::string text;
    do {
        bool odd = false;
        std::string term;
        for (int row = 0; row < 7; ++row) {
            for (int later = row + 1; later < 7; ++later) odd ^= columns[row] > columns[later];
            term += fmt::format("{}a{}{}", row == 0 ? "" : "*", row == 2 ? 1 : row, columns[row]);
        }
        text += (odd ? "-" : text.empty() ? "" : "+") + term;
    } while (std::ranges::next_permutation(columns).found);
    return text;
}

std::string lines(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += fmt::format("x^{}+{}*y\n", i % 7, i % 1000);
    return text;
}

}  // namespace

std::string make_hostile(std::string_view name) {
    const std::pair<std::string_view, std::string (*)()> table[] = {
        {"a45_ident_1MB", [] { return repeated("x", 1'000'000); }},
        {"a46_parens_100k", [] { return nested("(", "x", ")", 100'000); }},
        {"a48_open_only_1M", [] { return repeated("(", 1'000'000); }},
        {"a49_minus_100k", [] { return repeated("-", 100'001) + "x"; }},
        {"a51_call_100k", [] { return nested("sin(", "x", ")", 100'000); }},
        {"a55_sum_1M", [] { return numbered('+', 1'000'000); }},
        {"a56_sum_100k", [] { return numbered('+', 100'000); }},
        {"a57_same_1M", [] { return repeated("x+", 999'999) + "x"; }},
        {"a58_prod_10k", [] { return "x" + repeated("*", 1) + numbered('*', 9'999); }},
        {"a59_nest_sub_100k", [] { return nested("x-(", "x", ")", 100'000); }},
        {"a62_random_binary", [] { return bytes(65'536); }},
        {"a63_many_commas", [] { return "f(" + repeated(",", 200'000) + ")"; }},
        {"b12_digits_100k", [] { return digits(100'000) + "*x"; }},
        {"b13_digits_1M", [] { return digits(1'000'000) + "*x"; }},
        {"b14_dec_100k", [] { return "0." + digits(100'000) + "*x"; }},
        {"c19_det", determinant},
        {"f03_longline", [] { return repeated("x+", 5'000'000) + "x\nx^2\n"; }},
        {"f04_1M_lines", [] { return lines(1'000'000); }},
        {"f07_json_deep", [] { return nested("[", "", "]", 100'000); }},
    };
    for (const auto& [stem, make] : table) {
        if (name == std::string(stem) + ".txt") return make();
    }
    return {};
}

}  // namespace pdiff::test
