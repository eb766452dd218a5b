#include "check/line.hpp"

#include <algorithm>

#include "check/assumed.hpp"
#include "check/zeros.hpp"

namespace pdiff {
namespace {

bool add_boundaries(Pool& pool, Expr condition, std::vector<Expr>& polynomials) {
    std::vector<Expr> open = {condition};
    while (!open.empty()) {
        const Expr c = open.back();
        open.pop_back();
        switch (pool.op(c)) {
            case Op::truth:
                break;
            case Op::less:
            case Op::less_equal:
            case Op::equal:
            case Op::not_equal:
                if (!add_zeros(pool, subtract(pool, pool.args(c)[0], pool.args(c)[1]), polynomials)) return false;
                break;
            case Op::logic_and:
            case Op::logic_or:
            case Op::logic_not:
                for (const Expr a : pool.args(c)) open.push_back(a);
                break;
            default:
                return false;
        }
    }
    return true;
}

bool jumps(const Pool& pool, Expr e) {
    if (pool.op(e) != Op::call) return false;
    using enum Function;
    constexpr Function jumping[] = {sign, heaviside, floor, ceil, round, trunc, frac, mod, atan2, root};
    return std::ranges::find(jumping, pool.function(e)) != std::end(jumping);
}

}  // namespace

std::optional<DividedLine> divide_line_by(Pool& pool, std::span<const Expr> conditions, std::span<const Expr> also,
                                          Expr x) {
    std::vector<Expr> polynomials;
    for (const Expr condition : conditions)
        if (!add_boundaries(pool, condition, polynomials)) return std::nullopt;
    for (const Expr h : also)
        if (!add_zeros(pool, h, polynomials)) return std::nullopt;
    // What is assumed ends somewhere too; beyond, no other boundary is known.
    for (const Expr c : assumed_conditions(pool)) {
        const bool is_bound = pool.op(c) == Op::less || pool.op(c) == Op::less_equal;
        if (is_bound && variables(pool, c) == std::vector{x})
            polynomials.push_back(subtract(pool, pool.args(c)[0], pool.args(c)[1]));
    }
    return divide_line(pool, polynomials, x);
}

bool has_jumps(const Pool& pool, std::span<const Expr> roots) {
    return std::ranges::any_of(reachable(pool, roots), [&](Expr e) { return jumps(pool, e); });
}

}  // namespace pdiff
