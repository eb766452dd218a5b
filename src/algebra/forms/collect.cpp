#include "algebra/forms/collect.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "algebra/common_factor.hpp"
#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/measure.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 24;

bool is_rational(const Pool& pool, Expr base) { return pool.op(base) == Op::symbol || pool.op(base) == Op::sum; }
bool is_rational(const Pool& pool, const Pair& power) {
    return is_rational(pool, power.first) && pool.is_number(power.second) && pool.number(power.second).is_integer();
}

// The one factor of a term that is not rational: what it is multiplied by reads as a polynomial.
std::optional<Pair> only_other(const Pool& pool, Expr term) {
    if (pool.op(term) == Op::symbol) return std::nullopt;
    const Pair whole = pool.op(term) == Op::power ? Pair{pool.args(term)[0], pool.args(term)[1]} : Pair{term, one};
    if (pool.op(term) != Op::product) return is_rational(pool, whole) ? std::nullopt : std::optional(whole);
    std::optional<Pair> only;
    for (const Pair& p : pool.pairs(term)) {
        if (is_rational(pool, p)) continue;
        if (only) return std::nullopt;
        only = p;
    }
    return only;
}

// The terms with the power as one product, where that is shorter.
Expr collected_by(Pool& pool, Expr sum, const Pair& power, MeasureScratch& scratch) {
    std::vector<Pair> with, without{{one, pool.lead(sum)}};
    for (const Pair& t : pool.pairs(sum)) (only_other(pool, t.first) == power ? with : without).push_back(t);
    const Expr open = sum_of_multiples(pool, with);
    const auto common = common_factor(pool, open);
    if (!common) return sum;
    const Expr closed = content_in_front(pool, product(pool, {common->factor, common->rest}), scratch);
    if (measure(pool, open, scratch).length <= measure(pool, closed, scratch).length) return sum;
    without.push_back({closed, one});
    return sum_of_multiples(pool, without);
}

// c*u^2 + 2*c*k*u + c*k^2 as c*(u + k)^2, where no name is u.
Expr with_square(Pool& pool, Expr f) {
    const Number constant = pool.number(pool.lead(f));
    for (const Pair& square : pool.pairs(f)) {
        if (pool.op(square.first) != Op::power || pool.args(square.first)[1] != pool.number(Number(2))) continue;
        const Expr u = pool.args(square.first)[0];
        const auto linear = std::ranges::find(pool.pairs(f), u, &Pair::first);
        if (pool.op(u) == Op::symbol || linear == pool.pairs(f).end()) continue;
        const Number c = pool.number(square.second), k = pool.number(linear->second) / (c * Number(2));
        if (!(c * k * k - constant).is_zero()) continue;
        std::vector<Pair> terms;
        for (const Pair& t : pool.pairs(f))
            if (t.first != square.first && t.first != u) terms.push_back(t);
        const Expr root = sum(pool, {u, pool.number(k)});
        terms.push_back({power(pool, root, pool.number(Number(2))), pool.number(c)});
        return sum_of_multiples(pool, terms);
    }
    return f;
}

// With one power or square fewer; the sum itself where nothing gets shorter.
Expr one_step(Pool& pool, Expr sum, MeasureScratch& scratch) {
    SmallVector<Pair> seen, tried;
    const std::size_t terms = pool.pairs(sum).size() + (pool.lead(sum) != zero);
    for (std::size_t i = 0; i < pool.pairs(sum).size(); ++i) {
        const auto p = only_other(pool, pool.pairs(sum)[i].first);
        if (!p) continue;
        const bool again = std::ranges::find(seen.all(), *p) != seen.all().end();
        if (!again) seen.push_back(*p);
        if (!again || terms == 2 || std::ranges::find(tried.all(), *p) != tried.all().end()) continue;
        tried.push_back(*p);
        if (const Expr c = collected_by(pool, sum, *p, scratch); c != sum) return c;
    }
    const Expr squared = pool.lead(sum) == zero ? sum : with_square(pool, sum);
    return squared != sum && measure(pool, squared, scratch) < measure(pool, sum, scratch) ? squared : sum;
}

}  // namespace

bool may_collect(const Pool& pool, Expr sum) {
    const auto pairs = pool.pairs(sum);
    if (pairs.size() + (pool.lead(sum) != zero) < 3 || pairs.size() > most_terms) return false;
    SmallVector<Expr> bases;
    for (const Pair& t : pairs)
        if (const auto p = only_other(pool, t.first)) {
            if (std::ranges::find(bases.all(), p->first) != bases.all().end()) return true;
            bases.push_back(p->first);
        }
    return false;
}

Expr collected(Pool& pool, Expr sum, MeasureScratch& scratch) {
    while (pool.op(sum) == Op::sum && may_collect(pool, sum)) {
        const Expr shorter = one_step(pool, sum, scratch);  // each time with fewer terms
        if (shorter == sum) break;
        sum = shorter;
    }
    return sum;
}

}  // namespace pdiff
