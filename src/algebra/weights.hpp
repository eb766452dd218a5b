// How large expressions are to read, without writing them.
#pragma once

#include <cstddef>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// How many names, numbers and functions each reachable expression is written with, as a tree.
class Weights {
public:
    Weights(const Pool& pool, const std::vector<Expr>& order);
    std::size_t operator()(Expr e) { return index(image_[e]); }

private:
    Image image_;
};

}  // namespace pdiff
