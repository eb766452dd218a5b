#include "algebra/fewer_functions.hpp"

#include <vector>

#include "algebra/definitional_rows.hpp"
#include "algebra/shifts.hpp"
#include "rewrite/rule_set.hpp"

namespace pdiff {
namespace {

const RuleSet& definitions() {
    static const RuleSet rules = [] {
        std::vector<RuleSet::Row> rows;
        for (const auto& r : definitional_rows) rows.push_back({r.from, r.to, ""});
        return RuleSet(rows);
    }();
    return rules;
}

// A row may bring in a function that another row replaces.
constexpr int rows_in_a_row = 4;

Expr by_definitions(Pool& pool, Expr f) {
    const std::vector<Expr> order = reachable(pool, f);
    Image image(order);
    for (const Expr e : order) {
        Expr g = with_images(pool, e, image);
        for (int i = 0; i < rows_in_a_row && pool.op(g) == Op::call; ++i) {
            const auto applied = definitions().apply(pool, g);
            if (!applied) break;
            g = applied->result;
        }
        image[e] = g;
    }
    return image[f];
}

}  // namespace

Expr with_fewer_functions(Pool& pool, Expr f) {
    // A definition may bring in a function whose neighbour is there.
    return with_shifts_joined(pool, by_definitions(pool, with_shifts_joined(pool, f)));
}

}  // namespace pdiff
