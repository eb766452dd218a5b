// The order in which terms and factors are read: the same as on paper.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"
#include "print/order.hpp"

namespace pdiff::explain {

class ReadingOrder {
public:
    // For what f consists of, and products made of that.
    ReadingOrder(const Pool& pool, Expr f) : pool_(pool), known_(pool.size()) { order_.start(pool, f); }

    // The pairs of a sum or a product.
    std::vector<Pair> pairs(Expr e);

private:
    std::vector<printing::Factor> factors(Expr e);
    bool knows(Expr e) const { return index(e) < known_ || pool_.is_number(e); }

    const Pool& pool_;
    std::size_t known_;
    printing::Order order_;
};

}  // namespace pdiff::explain
