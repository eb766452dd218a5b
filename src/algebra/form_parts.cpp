#include "algebra/form_parts.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "algebra/bracket_content.hpp"
#include "algebra/gain.hpp"
#include "algebra/shortest.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_formed = 32;                 // operations of one result that are formed by themselves
constexpr std::size_t most_operations_as_a_whole = 20;  // of a result that is also formed as a whole

// The operations that can get shorter, each by itself, operands first.
Expr shortest_by_parts(Pool& pool, Expr f, const std::vector<Expr>& order, std::span<const Expr> parts, DeepForm deep) {
    Image image(order);
    std::size_t formed = 0;
    bool as_a_whole = false;
    for (const Expr e : order) {
        SmallVector<Expr> args;
        bool changed = false;
        for (const Expr a : pool.args(e)) args.push_back(image[a]), changed |= image[a] != a;
        image[e] = changed ? rebuild(pool, pool.op(e), args, pool.function(e)) : e;
        const bool may = changed ? may_merge_here(pool, image[e]) : std::ranges::binary_search(parts, e);
        if (!may || formed++ >= most_formed) continue;
        as_a_whole = image[e] == f;
        image[e] = deep(pool, image[e], Form::automatic);
    }
    Shortest shortest(pool, f);
    if (image[f] != f) shortest.offer(contents_in_front(pool, image[f], reachable(pool, image[f])));
    // A short one also as a whole: what was best for a part may hide what is best for all.
    if (!as_a_whole && order.size() <= most_operations_as_a_whole) shortest.offer(deep(pool, f, Form::automatic));
    return shortest.best();
}

Expr automatic(Pool& pool, Expr f, DeepForm deep) {
    std::vector<Expr> order = reachable(pool, f);
    if (const Expr g = contents_in_front(pool, f, order); g != f) f = g, order = reachable(pool, f);
    std::vector<Expr> parts = mergeable(pool, order);
    if (parts.empty()) return f;
    if (const Expr merged = merge_sums(pool, f, order); merged != f) {
        Shortest shortest(pool, f);
        shortest.offer(contents_in_front(pool, merged, reachable(pool, merged)));
        if (shortest.best() != f) {
            f = shortest.best();
            order = reachable(pool, f), parts = mergeable(pool, order);
            if (parts.empty()) return f;
        }
    }
    return shortest_by_parts(pool, f, order, parts, deep);
}

Expr formed(Pool& pool, Expr f, Form form, DeepForm deep) {
    return form == Form::automatic ? automatic(pool, f, deep) : deep(pool, f, form);
}

bool holds_expressions(Op op) {
    return op == Op::vector || op == Op::equal || op == Op::piecewise || (op >= Op::less && op <= Op::logic_not);
}

}  // namespace

Expr form_by_parts(Pool& pool, Expr f, Form form, DeepForm deep) {
    if (form == Form::raw) return f;
    if (!holds_expressions(pool.op(f))) return formed(pool, f, form, deep);
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
            image[e] = formed(pool, e, form, deep);
            continue;
        }
        SmallVector<Expr> args;
        for (const Expr a : pool.args(e)) args.push_back(pool.op(e) >= Op::less ? a : image[a]);
        image[e] = pool.make(pool.op(e), args);
    }
    return image[f];
}

}  // namespace pdiff
