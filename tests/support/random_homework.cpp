#include "support/random_homework.hpp"

#include <fmt/format.h>

#include <iterator>

namespace pdiff::test {
namespace {

constexpr const char* functions[] = {"sin", "cos", "exp", "log", "tan", "sqrt", "atan", "sinh", "tanh", "asin"};
constexpr const char* simple[] = {"x^2",       "x^3", "2*x",       "(x + 1)", "(x^2 + 3)",
                                  "(3*x - 2)", "x^5", "(x^3 + x)", "sqrt(x)"};
constexpr const char* shared[] = {"x*y", "x^2*y", "(x + y)", "(x^2 + y^2)", "x^3*y^2", "(x - 2*y)", "x/y"};

template <class List>
std::string one_of(const List& list, std::uint32_t number) {
    return list[number % std::size(list)];
}

}  // namespace

// xorshift*, the same everywhere.
std::uint32_t RandomHomework::below(std::uint32_t bound) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::uint32_t>((state_ * 0x2545F4914F6CDD1Du) >> 33) % bound;
}

std::string RandomHomework::constant(bool others) {
    constexpr const char* numbers[] = {"2", "3", "5", "7", "pi", "4"};
    constexpr const char* symbols[] = {"y", "y^2", "sin(y)", "(y + 1)", "exp(y)"};
    return others ? one_of(symbols, below(100)) : one_of(numbers, below(100));
}

std::string RandomHomework::operator()(int depth, bool several) {
    if (depth <= 0) return several && below(2) == 0 ? one_of(shared, below(100)) : one_of(simple, below(100));
    const auto part = [&] { return (*this)(depth - 1, several); };
    switch (below(6)) {
        case 0:
            return fmt::format("({} + {})", part(), part());
        case 1:
            return fmt::format("{}*{}", part(), part());
        case 2:
            return fmt::format("({})/({})", part(), part());
        case 3:
            return fmt::format("({})^{}", part(), 2 + below(4));
        case 4:
            return fmt::format("{}*{}", constant(several), part());
        default:
            return fmt::format("{}({})", one_of(functions, below(100)), part());
    }
}

std::string RandomHomework::letter(char c) {
    switch (c) {
        case 'n':
        case 'm':
            return fmt::format("{}", 2 + below(4));
        case 'c':
        case 'b':
            return below(3) == 0 ? constant(true) : fmt::format("{}", 2 + below(6));
        case 'k':
            return constant(false);
        case 'y':
            return constant(true);
        case 'z':
            return one_of(shared, below(100));
        case 't':
            return one_of(simple, below(100));
        default:
            return fmt::format("({})", (*this)(int(below(2)), below(3) == 0));
    }
}

std::string RandomHomework::around(std::string_view pattern) {
    std::string text;
    const auto is_letter = [&](std::size_t i) { return i < pattern.size() && pattern[i] >= 'a' && pattern[i] <= 'z'; };
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (!is_letter(i) || is_letter(i + 1) || (i > 0 && is_letter(i - 1)) || pattern[i] == 'e' || pattern[i] == 'x')
            text += pattern[i];
        else if (pattern[i] == 'f' || pattern[i] == 'g')
            text += one_of(functions, below(100));
        else
            text += letter(pattern[i]);
    }
    constexpr const char* contexts[] = {"{}",      "{} + x^2*y", "({})*x^3",     "x^4 - ({})", "({})/(x + 2)",
                                        "sin({})", "y*({}) + x", "5*({}) + y^2", "exp({})",    "x^2 + ({})*cos(x)"};
    return fmt::format(fmt::runtime(one_of(contexts, below(100))), text);
}

}  // namespace pdiff::test
