#include "algebra/forms/moved_roots.hpp"

#include <algorithm>

#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/measure.hpp"
#include "algebra/gain/root_gain.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

bool is_root(const Pool& pool, const Pair& p) {
    return pool.op(p.first) == Op::product && pool.is_number(p.second) && !pool.number(p.second).is_integer() &&
           !is_never_positive(pool, p.first);
}

// What is under the root is a factor beside it, too.
bool meets(const Pool& pool, std::span<const Pair> factors, const Pair& root) {
    return std::ranges::any_of(pool.pairs(root.first), [&](const Pair& inner) {
        return std::ranges::find(factors, inner.first, &Pair::first) != factors.end();
    });
}

bool may_move(const Pool& pool, Expr e) {
    const auto pairs = pool.pairs(e);
    return std::ranges::any_of(pairs, [&](const Pair& p) { return is_root(pool, p) && meets(pool, pairs, p); });
}

// e*radicand^by, with the root in one more or fewer.
Expr moved(Pool& pool, Expr e, const Pair& root, const Number& by) {
    SmallVector<Pair> factors;
    for (const Pair& p : pool.pairs(e))
        factors.push_back(p == root ? Pair{p.first, pool.number(pool.number(p.second) - by)} : p);
    for (const Pair& p : pool.pairs(root.first))
        factors.push_back({p.first, product(pool, {p.second, pool.number(by)})});
    const Number lead = pool.number(pool.lead(e)) * pow(pool.number(pool.lead(root.first)), by.sign());
    return product_of_powers(pool, pool.number(lead), factors);
}

// sqrt(3*x^5) as sqrt(3)*x^(5/2), both defined where x is not negative.
Expr taken_apart(Pool& pool, Expr e, const Pair& root) {
    const auto inside = pool.pairs(root.first);
    const Number number = pool.number(pool.lead(root.first)), q = pool.number(root.second);
    if (inside.size() != 1 || number.sign() < 0 || !pool.is_number(inside[0].second) ||
        !pool.number(inside[0].second).is_odd() || q.denominator().is_odd())
        return e;
    SmallVector<Pair> factors;
    for (const Pair& p : pool.pairs(e))
        if (p != root) factors.push_back(p);
    factors.push_back({inside[0].first, pool.number(pool.number(inside[0].second) * q)});
    factors.push_back({power(pool, pool.lead(root.first), root.second), one});
    return product_of_powers(pool, pool.lead(e), factors);
}

Expr shorter(Pool& pool, Expr e, MeasureScratch& scratch) {
    Expr best = e;
    Measure least = measure(pool, e, scratch);
    const auto offer = [&](Expr candidate) {
        if (const Measure m = measure(pool, candidate, scratch); m < least) best = candidate, least = m;
    };
    const SmallVector<Pair> factors = factors_of(pool, e);
    for (const Pair& root : factors.all()) {
        if (!is_root(pool, root) || !meets(pool, factors, root)) continue;
        offer(moved(pool, e, root, Number(pool.number(root.second).sign())));
        offer(taken_apart(pool, e, root));
    }
    return best;
}

}  // namespace

Expr move_roots(Pool& pool, Survey& f, MeasureScratch& scratch) {
    constexpr Traits needed = trait::nested | trait::root;
    const auto may = [&](Expr e) {
        return pool.op(e) == Op::product && (f.traits(e) & needed) == needed && may_move(pool, e);
    };
    if ((f.in_products() & needed) != needed || std::ranges::none_of(f.order, may)) return f.expr();
    Image image(f.order);
    for (const Expr e : f.order) {
        const Expr g = with_images(pool, e, image);
        image[e] = pool.op(g) == Op::product && may_move(pool, g) ? shorter(pool, g, scratch) : g;
    }
    return image[f.expr()];
}

}  // namespace pdiff
