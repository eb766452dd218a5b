// Random functions as homework has them, as text; the same seed gives the same functions on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pdiff::test {

class RandomHomework {
public:
    explicit RandomHomework(std::uint64_t seed) : state_(seed * 2 + 1) {}

    // A function of x, and of y where `several`; nested to this depth.
    std::string operator()(int depth, bool several);
    // The left side of a row of mistakes with its letters replaced, somewhere in a larger function.
    std::string around(std::string_view pattern);
    // 0 <= n < bound
    std::uint32_t below(std::uint32_t bound);

private:
    std::string letter(char c);
    std::string constant(bool others);

    std::uint64_t state_;
};

}  // namespace pdiff::test
