#include "support/difference.hpp"

namespace pdiff::test {

std::optional<bool> agrees_with_difference(Pool& pool, Expr f, Expr derivative, Expr x,
                                           std::span<const Binding> point) {
    const auto power_of_two = [&](int n) { return pool.number(pow(Number(2), n)); };
    const Expr h = power_of_two(-200);
    const Expr after = sum(pool, {x, h}), before = subtract(pool, x, h);
    const Expr rise =
        subtract(pool, substitute(pool, f, {&x, 1}, {&after, 1}), substitute(pool, f, {&x, 1}, {&before, 1}));
    const Expr slope = product(pool, {rise, power_of_two(199)});
    const Expr error = call(pool, Function::abs, {subtract(pool, derivative, slope)});
    const Expr scale = sum(pool, {one, call(pool, Function::abs, {derivative})});
    const Expr bound = product(pool, {power_of_two(-40), scale});
    // Where the derivative itself is beyond all bounds, so are the third derivative and the error of the difference.
    const Expr tame = pool.make(Op::less, {call(pool, Function::abs, {derivative}), power_of_two(60)});
    if (holds_at(pool, tame, point, {1024}) != true) return std::nullopt;
    return holds_at(pool, pool.make(Op::less, {error, bound}), point, {4096});
}

}  // namespace pdiff::test
