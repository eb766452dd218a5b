// Points at which two expressions are compared: rational, from a fixed seed, of several sizes and signs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string_view>
#include <vector>

#include "pdiff/evaluate.hpp"
#include "pdiff/expr.hpp"

namespace pdiff::test {

// The same text gives the same points.
class Points {
public:
    explicit Points(std::string_view seed);

    // One more point; each differs in kind from those before it. `main` are the variables of the derivative, which
    // get fractions also where the parameters are small integers (an exponent n, the order of a function).
    std::vector<Binding> next(Pool& pool, std::span<const Expr> variables, std::span<const Expr> main);

private:
    Expr value(Pool& pool, std::size_t kind, bool is_main);
    std::int64_t between(std::int64_t low, std::int64_t high);

    std::mt19937_64 random_;
    std::size_t count_ = 0;
};

}  // namespace pdiff::test
