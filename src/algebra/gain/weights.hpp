// How large expressions are to read, without writing them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// How many names, numbers and functions each reachable expression is written with, as a tree.
class Weights {
public:
    Weights(const Pool& pool, const std::vector<Expr>& order);
    std::size_t operator()(Expr e) { return index(image_[e]); }

private:
    std::uint32_t weigh(const Pool& pool, Expr e);

    Image image_;
};

// All that an expression consists of, operands first, and how large each is to read.
struct Weighed {
    Weighed(const Pool& pool, Expr f) : order(reachable(pool, f)), weights(pool, order) {}
    Expr expr() const { return order.back(); }
    std::size_t weight() { return weights(expr()); }

    std::vector<Expr> order;
    Weights weights;
};

}  // namespace pdiff
