// A product as a person reads it: what is constant, and what varies above and below the fraction bar.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff::explain {

struct Fraction {
    Expr constant = one;  // all that does not vary
    Expr rest = one;      // all that does
    Expr above = one, below = one;
    std::vector<Expr> factors = {};  // of `rest`, each with its exponent
};

// lead * Π base^exponent; the factors keep their order.
template <class Varies>
Fraction split_product(Pool& pool, Expr lead, const std::vector<Pair>& pairs, Varies varies) {
    std::vector<Pair> constant, rest, above, below;
    Fraction f;
    for (const Pair& p : pairs) {
        const bool negative = pool.is_number(p.second) && pool.number(p.second).sign() < 0;
        if (!varies(p.first) && !varies(p.second)) {
            constant.push_back(p);
            continue;
        }
        rest.push_back(p);
        f.factors.push_back(power(pool, p.first, p.second));
        if (negative)
            below.push_back({p.first, pool.number(-pool.number(p.second))});
        else
            above.push_back(p);
    }
    f.constant = product_of_powers(pool, lead, constant);
    f.rest = product_of_powers(pool, one, rest);
    f.above = product_of_powers(pool, one, above);
    f.below = product_of_powers(pool, one, below);
    return f;
}

}  // namespace pdiff::explain
