#include "algebra/gain/root_gain.hpp"

#include <algorithm>
#include <cstddef>

#include "algebra/gain/fraction_gain.hpp"
#include "algebra/gain/polynomial_image.hpp"

namespace pdiff {

// sqrt(-x^2)
bool is_never_positive(const Pool& pool, Expr radicand) {
    return pool.number(pool.lead(radicand)).sign() < 0 && std::ranges::all_of(pool.pairs(radicand), [&](const Pair& p) {
               return pool.is_number(p.second) && (pool.number(p.second) / Number(2)).is_integer();
           });
}

bool meets_root(const Pool& pool, Expr product, const Pair& root) {
    if (pool.op(root.first) != Op::product || !pool.is_number(root.second)) return false;
    const bool below = pool.number(root.second).sign() < 0;
    for (const Pair& inner : pool.pairs(root.first))
        for (const Pair& outer : pool.pairs(product))
            if (inner.first == outer.first &&
                (is_below(pool, inner.first, inner.second) || (below && !is_below(pool, outer.first, outer.second))))
                return true;
    return false;
}

// y^2/sqrt(2*x*y): single letters, one of them above too, nothing below but the root. It is as short as
// y*sqrt(2*x*y)/(2*x); but not y/sqrt(-y), x*y/sqrt(x*y), y/(x*y)^(3/2), 2*y/sqrt(2*y).
bool is_settled_root(const Pool& pool, Expr product, const Pair& root) {
    if (is_never_positive(pool, root.first)) return true;
    const auto letters = pool.pairs(root.first);
    const Number number = pool.number(pool.lead(root.first));
    const bool one_letter = letters.size() == 1 && (number.is_one() || (-number).is_one());
    if (one_letter || pool.number(root.second) <= Number(-1) ||
        !gcd(number, pool.number(pool.lead(product)).numerator()).is_one())
        return false;
    std::size_t met = 0;
    for (const Pair& letter : letters) {
        if (pool.op(letter.first) != Op::symbol || pool.name(letter.first).size() > 1 ||
            !pool.is_number(letter.second) || !pool.number(letter.second).is_integer())
            return false;
        met += static_cast<std::size_t>(std::ranges::count(pool.pairs(product), letter.first, &Pair::first));
    }
    return met == 1 && std::ranges::all_of(pool.pairs(product), [&](const Pair& p) {
               return p == root || !is_below(pool, p.first, p.second);
           });
}

bool squares_differ_by_square(const Pool& pool, Expr sum) {
    if (pool.lead(sum) == zero || pool.pairs(sum).size() != 1) return false;
    const auto [term, coefficient] = pool.pairs(sum)[0];
    if (pool.op(term) != Op::power || pool.op(pool.args(term)[0]) != Op::sum || !pool.is_number(pool.args(term)[1]) ||
        pool.number(pool.args(term)[1]) != Number(2))
        return false;
    const auto root = exact_root(-pool.number(pool.lead(sum)) / pool.number(coefficient), 2);
    const Expr u = pool.args(term)[0];
    return root && (may_repeat_factor(pool, u, *root) || may_repeat_factor(pool, u, -*root));
}

}  // namespace pdiff
