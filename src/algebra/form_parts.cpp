#include "algebra/form_parts.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "algebra/binomial_power.hpp"
#include "algebra/bracket_content.hpp"
#include "algebra/exponential_pairs.hpp"
#include "algebra/gain.hpp"
#include "algebra/looks_zero.hpp"
#include "algebra/merged_roots.hpp"
#include "algebra/opened_products.hpp"
#include "algebra/polish.hpp"
#include "algebra/shifts.hpp"
#include "algebra/shortest.hpp"
#include "algebra/together_size.hpp"
#include "algebra/wave_product.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

constexpr int most_rounds = 3;
constexpr std::size_t most_formed = 32;                 // operations of one result that are formed by themselves
constexpr std::size_t most_operations_as_a_whole = 20;  // of a result that is also formed as a whole
constexpr std::size_t heaviest_measured = 100'000;  // names, numbers and functions of a result that is printed for it

// The operations that can get shorter, each by itself, operands first.
Expr shortest_by_parts(Pool& pool, Expr f, const std::vector<Expr>& order, const Gains& gains, DeepForm deep,
                       bool& complete) {
    Image image(order);
    Weights weights(pool, order);
    std::size_t formed = 0;
    bool as_a_whole = false;
    for (const Expr e : order) {
        SmallVector<Expr> args;
        bool changed = false;
        for (const Expr a : pool.args(e)) args.push_back(image[a]), changed |= image[a] != a;
        image[e] = changed ? rebuild(pool, pool.op(e), args, pool.function(e)) : e;
        if (formed >= most_formed || weights(e) > 2 * heaviest) continue;
        const bool may = changed ? may_merge_here(pool, image[e]) : std::ranges::binary_search(gains.parts, e);
        if (!may) continue;
        complete &= ++formed < most_formed;
        as_a_whole = image[e] == f;
        const Expr better = deep(pool, image[e], Form::automatic, complete);
        image[e] =
            better != image[e] && may_merge_here(pool, better) ? deep(pool, better, Form::automatic, complete) : better;
    }
    if (gains.weight > heaviest_measured) return image[f];
    Shortest shortest(pool, f);
    if (image[f] != f) shortest.offer(contents_in_front(pool, image[f], reachable(pool, image[f])));
    // A short one also as a whole: what was best for a part may hide what is best for all.
    if (!as_a_whole && order.size() <= most_operations_as_a_whole)
        shortest.offer(deep(pool, f, Form::automatic, complete));
    for (const Expr e : {f, image[f], shortest.best()})
        if (const Expr waves = wave_product(pool, e); waves != e) shortest.offer(simplify(pool, waves));
    if (const Expr best = shortest.best(); best != f && best != image[f])
        shortest.offer(contents_in_front(pool, best, reachable(pool, best)));
    return shortest.best();
}

// `order` is what f consists of, before and after.
Expr automatic(Pool& pool, Expr f, std::vector<Expr>& order, DeepForm deep, bool& complete) {
    if (looks_zero(pool, f, order) && deep.is_zero(pool, f)) return order = {zero}, zero;
    if (const Expr g = contents_in_front(pool, f, order); g != f) f = g, order = reachable(pool, f);
    Gains gains = find_gains(pool, order);
    if (!gains.sums.empty() && gains.weight <= heaviest_measured) {
        const Expr merged = merge_sums(pool, f, order, gains.sums);
        Shortest shortest(pool, f);
        shortest.offer(contents_in_front(pool, merged, reachable(pool, merged)));
        if (shortest.best() != f) {
            f = shortest.best();
            order = reachable(pool, f), gains = find_gains(pool, order, true);
        }
    }
    complete &= gains.complete;
    if (gains.parts.empty() && !gains.whole && wave_product(pool, f) == f) return f;
    f = shortest_by_parts(pool, f, order, gains, deep, complete);
    order = reachable(pool, f);
    return f;
}

// What no fraction is needed for: powers of sums, hyperbolic functions of exponentials, one root for several.
Expr touched_up(Pool& pool, Expr f, std::vector<Expr>& order) {
    const auto apply = [&](auto pass) {
        if (const Expr g = pass(pool, f, order); g != f) f = g, order = reachable(pool, f);
    };
    if (pool.called()[static_cast<std::size_t>(Function::abs)])  // x/|x| that has come of roots
        apply([](Pool& p, Expr e, const std::vector<Expr>&) { return rewrite(p, e); });
    apply(sums_as_products);
    if (has_exponential_pairs(pool, order))
        apply([](Pool& p, Expr e, const std::vector<Expr>& all) {
            const Expr merged = merge_exponential_pairs(p, e, all);
            return merged == e ? e : rewrite(p, merged);
        });
    if (has_roots_to_merge(pool, order)) apply(merge_roots);
    return f;
}

// Functions whose parameters differ by integers in terms of fewer: gamma(x + 1)/gamma(x) is x.
Expr joined(Pool& pool, Expr f, const std::vector<Expr>& order, DeepForm deep, bool& complete) {
    if (!may_join_shifts(pool, order)) return f;
    Expr g = simplify(pool, with_shifts_joined(pool, f));
    if (g == f) return f;
    std::vector<Expr> consists_of = reachable(pool, g);
    g = automatic(pool, g, consists_of, deep, complete);
    Shortest shortest(pool, f);
    shortest.offer(g);
    return shortest.best();
}

Expr formed(Pool& pool, Expr f, Form form, DeepForm deep, bool& complete) {
    if (form != Form::automatic) return deep(pool, f, form, complete);
    std::vector<Expr> order = reachable(pool, f);
    if (const Expr g = joined(pool, f, order, deep, complete); g != f) f = g, order = reachable(pool, f);
    for (int round = 0; round < most_rounds; ++round) {
        f = automatic(pool, f, order, deep, complete);
        const Expr g = touched_up(pool, f, order);
        if (g == f) break;
        f = g;
    }
    if (const Expr g = open_products(pool, f, order); g != f) f = g;
    return polished(pool, f);
}

bool holds_expressions(Op op) {
    return op == Op::vector || op == Op::equal || op == Op::piecewise || (op >= Op::less && op <= Op::logic_not);
}

}  // namespace

Expr form_by_parts(Pool& pool, Expr f, Form form, DeepForm deep, bool& complete) {
    complete = true;
    if (form == Form::raw) return f;
    if (!holds_expressions(pool.op(f))) return formed(pool, f, form, deep, complete);
    // Entries one by one, operands first.
    std::vector<Expr> order{f};
    for (std::size_t i = 0; i < order.size(); ++i)
        if (holds_expressions(pool.op(order[i])))
            for (const Expr a : pool.args(order[i])) order.push_back(a);
    std::ranges::sort(order);
    order.erase(std::unique(order.begin(), order.end()), order.end());
    Image image(order);
    for (const Expr e : order) {
        if (!holds_expressions(pool.op(e))) {
            image[e] = formed(pool, e, form, deep, complete);
            continue;
        }
        SmallVector<Expr> args;
        for (const Expr a : pool.args(e)) args.push_back(pool.op(e) >= Op::less ? a : image[a]);
        image[e] = pool.make(pool.op(e), args);
    }
    return image[f];
}

}  // namespace pdiff
