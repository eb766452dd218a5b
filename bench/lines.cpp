#include "lines.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace pdiff::bench {
namespace {

// Not of the standard library, whose distributions differ between implementations.
class Random {
public:
    std::size_t below(std::size_t n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(state_ >> 33) % n;
    }
    template <std::size_t N>
    std::string_view one_of(const std::array<std::string_view, N>& words) {
        return words[below(N)];
    }

private:
    std::uint64_t state_ = 20;
};

constexpr std::array<std::string_view, 12> functions = {"sin",  "cos",  "tan",  "exp",  "log",  "sqrt",
                                                        "sinh", "cosh", "tanh", "atan", "asin", "exp"};
constexpr std::array<std::string_view, 4> variables = {"x", "x", "x", "y"};

std::string number(Random& r) { return std::to_string(2 + r.below(8)); }

std::string monomial(Random& r) {
    const std::string v(r.one_of(variables));
    switch (r.below(4)) {
        case 0:
            return number(r) + "*" + v;
        case 1:
            return v + "^" + std::to_string(2 + r.below(6));
        case 2:
            return number(r) + "*" + v + "^" + std::to_string(2 + r.below(6));
        default:
            return "x*y";
    }
}

std::string polynomial(Random& r) {
    std::string text = monomial(r);
    for (std::size_t terms = r.below(3); terms > 0; --terms) text += (r.below(3) == 0 ? " - " : " + ") + monomial(r);
    if (r.below(2) == 0) text += " + " + number(r);
    return text;
}

std::string factor(Random& r) {
    switch (r.below(5)) {
        case 0:
            return "(" + polynomial(r) + ")";
        case 1:
            return "(" + polynomial(r) + ")^" + std::to_string(2 + r.below(4));
        case 2:
            return std::string(r.one_of(functions)) + "(" + std::string(r.one_of(functions)) + "(" + polynomial(r) +
                   "))";
        default:
            return std::string(r.one_of(functions)) + "(" + polynomial(r) + ")";
    }
}

std::string line(Random& r) {
    switch (r.below(6)) {
        case 0:
            return factor(r) + "*" + factor(r);
        case 1:
            return factor(r) + "/" + factor(r);
        case 2:
            return factor(r) + "*" + factor(r) + "/" + factor(r);
        case 3:
            return factor(r) + " + " + polynomial(r);
        case 4:
            return "x^" + number(r) + "*" + factor(r) + " - " + number(r) + "*" + factor(r);
        default:
            return factor(r);
    }
}

}  // namespace

std::vector<std::string> textbook_lines(std::size_t count) {
    Random random;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < count; ++i) lines.push_back(line(random));
    return lines;
}

}  // namespace pdiff::bench
