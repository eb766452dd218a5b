#include "corpora/points.hpp"

#include <algorithm>

namespace pdiff::test {
namespace {

// Values are low/denominator to high/denominator.
struct Kind {
    std::int64_t low, high, denominator;
};
struct Kinds {
    Kind main, parameter;
};
constexpr Kinds kinds[] = {
    {{1, 15, 16}, {17, 60, 16}},       // 0 < x < 1 < a
    {{-20, 20, 11}, {-20, 20, 7}},     // either sign
    {{1, 40, 13}, {1, 4, 1}},          // small positive integers as parameters
    {{-15, 15, 16}, {-3, 3, 1}},       // small integers
    {{17, 90, 16}, {1, 15, 16}},       // 0 < a < 1 < x
    {{1, 9, 100}, {10, 90, 9}},        // small x, large parameters
    {{20, 900, 9}, {1, 20, 11}},       // large x
    {{1, 120, 37}, {-4, 9, 2}},        // half integers
    {{-90, -17, 16}, {1, 40, 9}},      // x < -1
    {{101, 160, 100}, {-60, -1, 17}},  // negative parameters
};

std::uint64_t hash(std::string_view text) {
    std::uint64_t h = 14695981039346656037u;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return h;
}

}  // namespace

Points::Points(std::string_view seed) : random_(hash(seed)) {}

std::int64_t Points::between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(high - low + 1));
}

Expr Points::value(Pool& pool, std::size_t kind, bool is_main) {
    const Kind& k = is_main ? kinds[kind].main : kinds[kind].parameter;
    std::int64_t numerator = 0;
    while (numerator == 0) numerator = between(k.low, k.high);
    return pool.number(Number::fraction(numerator, k.denominator));
}

std::vector<Binding> Points::next(Pool& pool, std::span<const Expr> variables, std::span<const Expr> main) {
    const std::size_t kind = count_++ % std::size(kinds);
    std::vector<Binding> point;
    for (const Expr v : variables) {
        const bool is_main = std::ranges::find(main, v) != main.end();
        point.push_back({v, value(pool, kind, is_main)});
    }
    return point;
}

}  // namespace pdiff::test
