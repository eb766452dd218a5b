#include "algebra/gain/exponent_gain.hpp"

#include <algorithm>
#include <cstddef>

namespace pdiff {
namespace {

bool holds(const Pool& pool, Expr product, auto is_one) {
    return pool.op(product) == Op::product && std::ranges::any_of(pool.pairs(product), is_one);
}

// exp(2*y*log(x)), exp(x*(y*log(2) + x)), exp(lambertw(x))
bool is_power_of_another(const Pool& pool, Expr exponent) {
    const auto is_call = [&](Expr e, Function f) { return pool.op(e) == Op::call && pool.function(e) == f; };
    const auto is_log = [&](const Pair& p) { return is_call(p.first, Function::log) && p.second == one; };
    const auto has_log = [&](Expr e) {
        return pool.op(e) == Op::sum && std::ranges::any_of(pool.pairs(e), [&](const Pair& t) {
                   return is_call(t.first, Function::log) || holds(pool, t.first, is_log);
               });
    };
    return is_call(exponent, Function::lambertw) || has_log(exponent) ||
           holds(pool, exponent, [&](const Pair& p) { return is_log(p) || (p.second == one && has_log(p.first)); });
}

}  // namespace

bool exponents_may_meet(const Pool& pool, Expr sum) {
    std::size_t exponentials = 0;
    bool bracket = false;
    const auto look = [&](Expr base, Expr exponent) {
        if (base != euler) return;
        ++exponentials;
        bracket |= holds(pool, exponent, [&](const Pair& p) { return pool.op(p.first) == Op::sum; });
    };
    for (const Pair& t : pool.pairs(sum)) {
        if (pool.op(t.first) == Op::power) look(pool.args(t.first)[0], pool.args(t.first)[1]);
        if (pool.op(t.first) == Op::product)
            for (const Pair& p : pool.pairs(t.first)) look(p.first, p.second);
    }
    return bracket && exponentials > 1;
}

bool exponent_may_shorten(const Pool& pool, Expr base, Expr exponent) {
    if (base != euler) return false;
    if (is_power_of_another(pool, exponent)) return true;
    if (pool.op(exponent) != Op::sum) return false;
    return std::ranges::any_of(pool.pairs(exponent), [&](const Pair& t) {
        if (pool.op(t.first) == Op::power) return pool.op(pool.args(t.first)[0]) == Op::sum;
        return pool.op(t.first) == Op::product &&
               std::ranges::any_of(pool.pairs(t.first), [&](const Pair& p) { return pool.op(p.first) == Op::sum; });
    });
}

}  // namespace pdiff
