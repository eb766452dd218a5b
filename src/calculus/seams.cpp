#include "pdiff/seams.hpp"

#include <algorithm>
#include <vector>

#include "calculus/near_point.hpp"
#include "calculus/one_sided.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

Expr at_zero(Pool& pool, Expr f, Expr t) { return simplify(pool, substitute(pool, f, {&t, 1}, std::span(&zero, 1))); }

// 1 for equal, 0 for different, nothing for undecided.
std::optional<bool> equal_constants(Pool& pool, Expr a, Expr b, SignOracle sign) {
    const Expr difference = simplify(pool, subtract(pool, a, b));
    if (difference == zero) return true;
    if (pool.is_number(difference)) return false;
    const auto s = sign ? sign(pool, difference) : std::nullopt;
    if (!s) return std::nullopt;
    return *s == 0;
}

SeamDerivative compare_sides(Pool& pool, Expr value, Expr right, Expr left, Expr t, std::size_t order,
                             SignOracle sign) {
    for (std::size_t n = 0; n <= order; ++n) {
        const Expr r = at_zero(pool, right, t), l = at_zero(pool, left, t);
        for (const Expr other : {l, n == 0 ? value : r}) {
            const auto same = equal_constants(pool, r, other, sign);
            if (!same) return {};
            if (!*same) return {Existence::none, {}};
        }
        if (n == order) return {Existence::exists, r};
        // By the rules alone: acos(cos(t)) is not smooth at 0, and its derivative shows it only before it is
        // simplified.
        right = derivative_by_rules(pool, right, {&t, 1});
        left = derivative_by_rules(pool, left, {&t, 1});
    }
    return {};
}

// x != c or c != x with a number c.
std::optional<Expr> seam_of(const Pool& pool, Expr condition, Expr x) {
    if (pool.op(condition) != Op::not_equal) return std::nullopt;
    const Expr a = pool.args(condition)[0], b = pool.args(condition)[1];
    if (a == x && pool.is_number(b)) return b;
    if (b == x && pool.is_number(a)) return a;
    return std::nullopt;
}

// Strict comparisons of x with one of `seams` become weak ones, `x != c` becomes true.
Expr close_comparisons(Pool& pool, Expr f, Expr x, std::vector<Expr> seams) {
    std::ranges::sort(seams);
    const std::vector<Expr> order = reachable(pool, f);
    Image image(order);
    std::vector<bool> closed(seams.size());  // of x < c and x > c one is enough, the first
    for (const Expr e : order) {
        std::vector<Expr> args(pool.args(e).begin(), pool.args(e).end());
        bool changed = false;
        for (Expr& a : args) changed |= image[a] != a, a = image[a];
        image[e] = changed ? rebuild(pool, pool.op(e), args, pool.function(e)) : e;
        if (args.size() != 2 || (args[0] != x && args[1] != x)) continue;
        const auto c = std::ranges::lower_bound(seams, args[0] == x ? args[1] : args[0]);
        if (c == seams.end() || *c != (args[0] == x ? args[1] : args[0])) continue;
        if (pool.op(e) == Op::not_equal) image[e] = truth_true;
        const auto i = static_cast<std::size_t>(c - seams.begin());
        if (pool.op(e) != Op::less || closed[i]) continue;
        image[e] = pool.make(Op::less_equal, args);
        closed[i] = true;
    }
    return image[f];
}

Expr value_at(Pool& pool, Expr f, Expr x, Expr c) {
    try {
        return simplify(pool, substitute(pool, f, {&x, 1}, {&c, 1}));
    } catch (const Error& e) {
        if (e.kind != ErrorKind::undefined) throw;
        return infinity;  // equal to no value
    }
}

}  // namespace

SeamDerivative derivative_at_seam(Pool& pool, Expr f, Expr x, std::size_t order, std::span<const Expr> symbols,
                                  std::span<const Expr> values, SignOracle sign) try {
    f = resolve_derivatives(pool, f);
    const Expr t = pool.symbol("t$");  // no input can spell it
    std::vector<Expr> moved(values.begin(), values.end());
    for (std::size_t i = 0; i < symbols.size(); ++i)
        if (symbols[i] == x) moved[i] = sum(pool, {values[i], t});
    const Expr value = simplify(pool, substitute(pool, f, symbols, values));
    const Expr near = simplify(pool, substitute(pool, f, symbols, moved));
    const auto right = one_sided(pool, near, t, 1, sign), left = one_sided(pool, near, t, -1, sign);
    if (!right || !left) return {};
    return compare_sides(pool, value, *right, *left, t, order, sign);
} catch (const Error& e) {
    if (e.kind != ErrorKind::undefined) throw;
    return {};
}

ClosedDerivative close_seams(Pool& pool, Expr f, Expr x, Expr derivative, std::span<const Expr> conditions,
                             SignOracle sign) {
    ClosedDerivative result{derivative, {}};
    NearPoint function_near(pool, resolve_derivatives(pool, f), x), derivative_near(pool, derivative, x);
    std::vector<Expr> to_close;
    for (const Expr condition : conditions) {
        const auto c = seam_of(pool, condition, x);
        const SeamDerivative at =
            c ? derivative_at_seam(pool, function_near(*c), x, 1, {&x, 1}, {&*c, 1}, sign) : SeamDerivative{};
        bool holds = false;
        if (at.existence == Existence::exists) {
            const auto has_value = [&](Expr candidate) {
                const Expr value = value_at(pool, candidate, x, *c);
                return value != infinity && equal_constants(pool, value, at.value, sign) == true;
            };
            const Expr open = derivative_near(*c);
            holds = has_value(open);
            if (!holds && has_value(close_comparisons(pool, open, x, {*c}))) holds = true, to_close.push_back(*c);
        }
        if (!holds) result.conditions.push_back(condition);
    }
    if (!to_close.empty()) result.closed = close_comparisons(pool, derivative, x, std::move(to_close));
    return result;
}

}  // namespace pdiff
