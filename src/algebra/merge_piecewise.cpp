#include "algebra/merge_piecewise.hpp"

#include <algorithm>
#include <vector>

#include "algebra/extremes.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

bool is_piecewise(const Pool& pool, Expr e) { return pool.op(e) == Op::piecewise && pool.args(e).size() > 1; }

std::vector<Expr> copy(std::span<const Expr> args) { return {args.begin(), args.end()}; }

// Where a value stands among the operands of a piecewise expression: behind its condition, or last.
bool is_value(std::size_t i, std::size_t count) { return i % 2 == 1 || i + 1 == count; }

// A value with what its condition says of it.
Expr where(Pool& pool, std::span<const Expr> branches, std::size_t i, Expr value) {
    return i % 2 == 1 ? with_known_extremes(pool, value, branches[i - 1]) : value;
}

std::optional<Expr> multiply_into_branches(Pool& pool, Expr f) {
    const auto pairs = pool.pairs(f);
    const auto found =
        std::ranges::find_if(pairs, [&](const Pair& p) { return is_piecewise(pool, p.first) && p.second == one; });
    if (found == pairs.end()) return std::nullopt;
    if (std::ranges::any_of(pairs, [&](const Pair& p) { return &p != &*found && is_piecewise(pool, p.first); }))
        return std::nullopt;
    SmallVector<Pair> others;
    for (const Pair& p : pairs)
        if (&p != &*found) others.push_back(p);
    std::vector<Expr> branches = copy(pool.args(found->first));
    const Expr factor = product_of_powers(pool, pool.lead(f), others);
    for (std::size_t i = 0; i < branches.size(); ++i)
        if (is_value(i, branches.size())) branches[i] = where(pool, branches, i, product(pool, {factor, branches[i]}));
    return rebuild(pool, Op::piecewise, branches);
}

bool same_conditions(const Pool& pool, Expr a, Expr b) {
    const auto x = pool.args(a), y = pool.args(b);
    if (x.size() != y.size()) return false;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (!is_value(i, x.size()) && x[i] != y[i]) return false;
    return true;
}

// u < v and v < u exclude each other, so their order means nothing.
Expr in_fixed_order(Pool& pool, Expr e) {
    const std::vector<Expr> a = copy(pool.args(e));
    if (a.size() != 4 || pool.op(a[0]) != Op::less || pool.op(a[2]) != Op::less || a[2] > a[0]) return e;
    const auto x = pool.args(a[0]), y = pool.args(a[2]);
    if (x[0] != y[1] || x[1] != y[0]) return e;
    return pool.make(Op::piecewise, {a[2], a[3], a[0], a[1]});
}

std::optional<Expr> add_branches(Pool& pool, Expr f) {
    const std::vector<Pair> terms(pool.pairs(f).begin(), pool.pairs(f).end());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (!is_piecewise(pool, terms[i].first)) continue;
        const Expr a = in_fixed_order(pool, terms[i].first);
        for (std::size_t k = i + 1; k < terms.size(); ++k) {
            if (!is_piecewise(pool, terms[k].first)) continue;
            const Expr b = in_fixed_order(pool, terms[k].first);
            if (!same_conditions(pool, a, b)) continue;
            std::vector<Expr> branches = copy(pool.args(a));
            for (std::size_t j = 0; j < branches.size(); ++j) {
                if (!is_value(j, branches.size())) continue;
                const Pair values[] = {{branches[j], terms[i].second}, {pool.args(b)[j], terms[k].second}};
                branches[j] = where(pool, branches, j, sum_of_multiples(pool, values));
            }
            std::vector<Pair> rest = terms;
            rest[i] = {rebuild(pool, Op::piecewise, branches), one};
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
            rest.push_back({pool.lead(f), one});
            return sum_of_multiples(pool, rest);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Expr> merge_piecewise(Pool& pool, Expr f) {
    const auto pairs = pool.pairs(f);
    if (std::ranges::none_of(pairs, [&](const Pair& p) { return is_piecewise(pool, p.first); })) return std::nullopt;
    return pool.op(f) == Op::product ? multiply_into_branches(pool, f) : add_branches(pool, f);
}

}  // namespace pdiff
