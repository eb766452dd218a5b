#include "algebra/forms/wave_product.hpp"

#include "algebra/forms/multiply_out.hpp"

namespace pdiff {
namespace {

// x*(a - b)/2 + x*(a + b)/2 as a*x.
Expr half_of_sum(Pool& pool, Expr u, Expr v) {
    const Expr both = sum(pool, {u, v});
    return product(pool, {half, pool.op(both) == Op::sum ? multiply_out(pool, both) : both});
}

}  // namespace

Expr wave_product(Pool& pool, Expr f) {
    if (pool.op(f) != Op::sum || pool.lead(f) != zero || pool.pairs(f).size() != 2) return f;
    const auto [p, a] = pool.pairs(f)[0];
    const auto [q, b] = pool.pairs(f)[1];
    if (pool.op(p) != Op::call || pool.op(q) != Op::call || pool.function(p) != pool.function(q)) return f;
    const bool sines = pool.function(p) == Function::sin;
    const bool differ = (pool.number(a) + pool.number(b)).is_zero();
    if ((!sines && pool.function(p) != Function::cos) || (a != b && !differ)) return f;
    const Expr u = pool.args(p)[0], v = pool.args(q)[0];
    const Expr mean = half_of_sum(pool, u, v), rest = half_of_sum(pool, u, negate(pool, v));
    const Function of_mean = sines != differ ? Function::sin : Function::cos;
    const Function of_rest = differ ? Function::sin : Function::cos;
    const Number sign = !sines && differ ? -2 : 2;
    return product(pool,
                   {pool.number(pool.number(a) * sign), call(pool, of_mean, {mean}), call(pool, of_rest, {rest})});
}

}  // namespace pdiff
