#include "check/assumed.hpp"

#include <algorithm>
#include <cmath>

namespace pdiff {

namespace {

constexpr std::int64_t grid = 1'000'000;  // parts of 1, of a bound that is no integer

// The bound, moved inwards where it is no integer: it may be rounded.
Expr bound_value(Pool& pool, const Range::Bound& bound, int inwards) {
    const bool whole = bound.value == std::floor(bound.value);
    const double scaled = whole ? bound.value : std::round(bound.value * static_cast<double>(grid)) + inwards;
    const Expr value = pool.number(Number::fraction(static_cast<std::int64_t>(scaled), whole ? 1 : grid));
    return bound.of_pi ? product(pool, {value, pi}) : value;
}

bool is_useful(const Range::Bound& bound) { return std::abs(bound.value) < 1e9; }

Expr below(Pool& pool, Expr a, Expr b, bool open) {
    return pool.make(open ? Op::less : Op::less_equal, {a, b});  // as it is: where it is assumed it would be `true`
}

}  // namespace

std::vector<Expr> assumed_conditions(Pool& pool) {
    std::vector<Expr> all;
    std::vector<std::string> seen;
    for (const Assumptions::Fact& fact : pool.assumptions().facts()) {
        if (std::ranges::find(seen, fact.symbol) != seen.end()) continue;
        seen.push_back(fact.symbol);
        const Range range = *pool.assumptions().find(fact.symbol);
        const Expr x = pool.symbol(fact.symbol);
        if (is_useful(range.low)) all.push_back(below(pool, bound_value(pool, range.low, 1), x, range.low.open));
        if (is_useful(range.high)) all.push_back(below(pool, x, bound_value(pool, range.high, -1), range.high.open));
        if (range.nonzero) all.push_back(pool.make(Op::not_equal, {x, zero}));
        if (range.integer) all.push_back(pool.make(Op::is_integer, {x}));
    }
    return all;
}

}  // namespace pdiff
