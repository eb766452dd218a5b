// Random expressions for property tests; the same seed gives the same expressions on every machine.
#pragma once

#include <cstdint>
#include <span>

#include "pdiff/expr.hpp"

namespace pdiff::test {

class RandomExpr {
public:
    RandomExpr(Pool& pool, std::uint64_t seed) : pool_(pool), state_(seed * 2 + 1) {}

    // Sums, products, powers and smooth functions of x, y, z, about `size` operations.
    Expr operator()(int size);
    // 0 <= n < bound
    std::uint32_t below(std::uint32_t bound);
    // A small fraction, p/q with |p| <= 40 and q <= 16.
    Expr number();

private:
    Pool& pool_;
    std::uint64_t state_;
};

}  // namespace pdiff::test
