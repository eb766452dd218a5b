#include "rewrite/shape.hpp"

namespace pdiff {
namespace {

// The function in an exponent counts where nothing else does: e^asinh(u).
void add_factor(Shape& shape, const Pool& pool, Expr base, Expr exponent) {
    if (base == euler) {
        if (pool.op(exponent) == Op::product && pool.pairs(exponent).size() == 1)
            exponent = pool.pairs(exponent)[0].first;
        base = exponent, exponent = one;
    }
    if (pool.op(base) != Op::call) return;
    const std::uint64_t bit = Shape::bit(pool.function(base));
    if ((shape.any & bit) != 0 || (exponent != one && exponent != minus_one && pool.is_number(exponent)))
        shape.powers |= bit;
    shape.any |= bit;
}

void add_term(Shape& shape, const Pool& pool, Expr f) {
    if (pool.op(f) == Op::power) return add_factor(shape, pool, pool.args(f)[0], pool.args(f)[1]);
    if (pool.op(f) != Op::product) return add_factor(shape, pool, f, one);
    for (const Pair& p : pool.pairs(f)) add_factor(shape, pool, p.first, p.second);
}

}  // namespace

Shape shape(const Pool& pool, Expr f) {
    Shape s;
    if (pool.op(f) != Op::sum) {
        add_term(s, pool, f);
    } else {
        for (const Pair& p : pool.pairs(f)) {
            Shape term;
            add_term(term, pool, p.first);
            s.terms |= s.any & term.any;
            s.any |= term.any, s.powers |= term.powers;
        }
    }
    return s;
}

}  // namespace pdiff
