#include "algebra/wave_product.hpp"

namespace pdiff {

Expr wave_product(Pool& pool, Expr f) {
    if (pool.op(f) != Op::sum || pool.lead(f) != zero || pool.pairs(f).size() != 2) return f;
    const auto [p, a] = pool.pairs(f)[0];
    const auto [q, b] = pool.pairs(f)[1];
    if (pool.op(p) != Op::call || pool.op(q) != Op::call || pool.function(p) != pool.function(q)) return f;
    const bool sines = pool.function(p) == Function::sin;
    const bool differ = (pool.number(a) + pool.number(b)).is_zero();
    if ((!sines && pool.function(p) != Function::cos) || (a != b && !differ)) return f;
    const Expr half = pool.number(Number::fraction(1, 2)), u = pool.args(p)[0], v = pool.args(q)[0];
    const Expr mean = product(pool, {half, sum(pool, {u, v})}), rest = product(pool, {half, subtract(pool, u, v)});
    const Function of_mean = sines != differ ? Function::sin : Function::cos;
    const Function of_rest = differ ? Function::sin : Function::cos;
    const Number sign = !sines && differ ? -2 : 2;
    return product(pool,
                   {pool.number(pool.number(a) * sign), call(pool, of_mean, {mean}), call(pool, of_rest, {rest})});
}

}  // namespace pdiff
