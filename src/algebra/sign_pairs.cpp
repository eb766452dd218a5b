#include "algebra/sign_pairs.hpp"

#include <algorithm>

namespace pdiff {
namespace {

// The k for which a + k*b has no term of the first kind in a; 0 where b has none.
Number cancelling(const Pool& pool, Expr a, Expr b) {
    const auto coefficient = [&](Expr sum, Expr term) {
        if (sum == term) return Number(1);
        if (pool.op(sum) != Op::sum) return Number(0);
        const auto at = std::ranges::find(pool.pairs(sum), term, &Pair::first);
        return at == pool.pairs(sum).end() ? Number(0) : pool.number(at->second);
    };
    const Expr term = pool.op(a) == Op::sum ? pool.pairs(a)[0].first : a;
    const Number below = coefficient(b, term);
    return below.is_zero() ? below : -coefficient(a, term) / below;
}

}  // namespace

bool never_both_negative(Pool& pool, Expr a, Expr b) {
    const auto is_positive = [&](const Number& k) {
        return pool.range(sum(pool, {a, product(pool, {pool.number(k), b})})).is_positive();
    };
    if (is_positive(1)) return true;
    const Number k = cancelling(pool, a, b);
    return k.sign() > 0 && is_positive(k);
}

}  // namespace pdiff
