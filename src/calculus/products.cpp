#include "calculus/products.hpp"

#include <algorithm>

namespace pdiff {
namespace {

// a*b as it is: nothing is flattened, so long products stay linear.
Expr nested_product(Pool& pool, Expr a, Expr b) {
    if (a == one) return b;
    if (b == one) return a;
    if (pool.op(a) == Op::number || pool.op(b) == Op::number || a == b) return product(pool, {a, b});
    return pool.make(Op::product, {one, std::min(a, b), one, std::max(a, b), one});
}

}  // namespace

std::vector<Expr> cofactors(Pool& pool, Expr f, const std::vector<bool>& wanted) {
    const std::vector<Pair> factors(pool.pairs(f).begin(), pool.pairs(f).end());
    const Expr coefficient = pool.lead(f);
    const std::size_t n = factors.size();
    std::vector<Expr> result(n, one);
    if (n <= short_product) {
        for (std::size_t i = 0; i < n; ++i) {
            if (!wanted[i]) continue;
            std::vector<Pair> others = factors;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            result[i] = product_of_powers(pool, coefficient, others);
        }
        return result;
    }
    std::vector<Expr> after(n + 1, one);
    for (std::size_t i = n; i-- > 0;)
        after[i] = nested_product(pool, power(pool, factors[i].first, factors[i].second), after[i + 1]);
    Expr before = coefficient;
    for (std::size_t i = 0; i < n; ++i) {
        if (wanted[i]) result[i] = nested_product(pool, before, after[i + 1]);
        before = nested_product(pool, before, power(pool, factors[i].first, factors[i].second));
    }
    return result;
}

}  // namespace pdiff
