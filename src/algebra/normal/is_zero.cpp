// Whether an expression is zero: its normal form over as few kernels as possible.
#include <vector>

#include "algebra/normal/normalizer.hpp"
#include "algebra/normal/zero_rows.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/simplify.hpp"
#include "rewrite/rule_set.hpp"

namespace pdiff {
namespace {

constexpr std::size_t zero_budget = 400'000;

const RuleSet& definitions() {
    static const RuleSet rules = [] {
        std::vector<RuleSet::Row> rows;
        for (const auto& r : normal::definitional_rows) rows.push_back({r.from, r.to, ""});
        return RuleSet(rows);
    }();
    return rules;
}

Expr with_fewer_functions(Pool& pool, Expr f) {
    const std::vector<Expr> order = reachable(pool, f);
    Image image(order);
    for (const Expr e : order) {
        SmallVector<Expr> args;
        bool changed = false;
        for (const Expr a : pool.args(e)) args.push_back(image[a]), changed |= image[a] != a;
        Expr g = changed ? rebuild(pool, pool.op(e), args, pool.function(e)) : e;
        if (pool.op(g) == Op::call)
            if (const auto applied = definitions().apply(pool, g)) g = applied->result;
        image[e] = g;
    }
    return image[f];
}

bool proves_zero(Pool& pool, Expr f) {
    try {
        return normal::with_normalizer(pool, true, zero_budget,
                                       [&](normal::Normalizer& n) { return n.value(f).is_zero(); });
    } catch (const normal::OutOfBudget&) {
        return false;
    } catch (const Error& e) {
        if (e.kind == ErrorKind::undefined || e.kind == ErrorKind::limit) return false;
        throw;
    }
}

}  // namespace

bool is_zero(Pool& pool, Expr f) {
    if (f == zero) return true;
    if (pool.is_number(f)) return false;
    return proves_zero(pool, with_fewer_functions(pool, f));
}

}  // namespace pdiff
