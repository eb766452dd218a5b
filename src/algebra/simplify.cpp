#include "pdiff/simplify.hpp"

#include <algorithm>

#include "algebra/common_factor.hpp"
#include "algebra/exact_values.hpp"
#include "algebra/extremes.hpp"
#include "algebra/identities.hpp"
#include "algebra/merge_piecewise.hpp"
#include "algebra/split_roots.hpp"
#include "algebra/trace.hpp"
#include "expr/small_vector.hpp"
#include "rewrite/rule_set.hpp"

namespace pdiff {
namespace {

constexpr int rewrites_in_a_row = 16;  // of one operation; each shortens, so this only bounds the unforeseen

const RuleSet& identities() {
    static const RuleSet rules = [] {
        std::vector<RuleSet::Row> rows;
        for (const IdentityRow& r : identity_rows) rows.push_back({r.from, r.to, r.condition});
        return RuleSet(rows);
    }();
    return rules;
}

using Stage = Pool::Stage;

class Simplifier {
public:
    Simplifier(Pool& pool, std::span<const Expr> roots, Stage stage, Trace* trace = nullptr)
        : pool_(pool), stage_(stage), trace_(trace), order_(pool.walk_new(roots, stage)), image_(order_) {
        for (const Expr e : order_) {
            const Expr f = image_[e] = visit(e);
            pool_.pass(f, stage);
        }
    }

    // What has not passed before is in the order, so it has an image.
    Expr operator()(Expr e) { return pool_.has_passed(e, stage_) ? e : image_[e]; }

private:
    Expr visit(Expr e) {
        const auto old = pool_.args(e);
        if (old.empty()) return e;
        const bool changed = std::ranges::any_of(old, [this](Expr a) { return (*this)(a) != a; });
        const bool constant = pool_.is_constant(e);
        Expr f = e;
        if (changed) {
            SmallVector<Expr> args;
            for (const Expr a : old) args.push_back((*this)(a));
            f = rebuild(pool_, pool_.op(e), args, pool_.function(e));
        }
        if (changed || !pool_.has_passed(e, Stage::rewritten)) f = rewrite(f, constant);
        if (stage_ != Stage::collected || pool_.op(f) != Op::sum) return f;
        const auto common = common_factor(pool_, f);
        if (!common) return f;
        if (trace_) note(f, product(pool_, {common->factor, common->rest}), Tidying::common_factor);
        return rewrite(product(pool_, {common->factor, rewrite(common->rest, constant)}), constant);
    }

    Expr note(Expr before, Expr after, Tidying what, const IdentityRow* identity = nullptr) {
        if (trace_ && before != after) trace_->push_back({before, after, what, identity});
        return after;
    }

    Expr rewrite(Expr f, bool constant) {
        for (int i = 0; i < rewrites_in_a_row; ++i) {
            const auto better = improve(f, constant);
            if (!better || *better == f) break;
            f = *better;
        }
        return f;
    }

    std::optional<Expr> improve(Expr f, bool constant) {
        switch (pool_.op(f)) {
            case Op::call:
                if (constant)
                    if (const auto value = exact_value(pool_, f)) return note(f, *value, Tidying::exact_value);
                if (const auto moved = move_out(pool_, f)) {
                    if (trace_) note(f, product(pool_, {moved->coefficient, moved->call}), Tidying::moved_out);
                    return product(pool_, {moved->coefficient, rewrite(moved->call, constant)});
                }
                if (const auto merged = merge_extremes(pool_, f)) return note(f, *merged, Tidying::extremes);
                break;
            case Op::product:
                if (const auto split = split_roots(pool_, f)) return note(f, *split, Tidying::roots);
                [[fallthrough]];
            case Op::sum:
                if (const auto merged = merge_piecewise(pool_, f)) return note(f, *merged, Tidying::branches);
                break;
            case Op::power:
                break;
            default:
                return std::nullopt;
        }
        const auto applied = identities().apply(pool_, f);
        if (!applied) return std::nullopt;
        return note(f, applied->result, Tidying::identity, &identity_rows[applied->row]);
    }

    Pool& pool_;
    Stage stage_;
    Trace* trace_;  // nothing where nobody listens
    std::vector<Expr> order_;
    Image image_;
};

}  // namespace

Expr simplify(Pool& pool, Expr f) { return Simplifier(pool, {&f, 1}, Stage::collected)(f); }

std::vector<Expr> simplify(Pool& pool, std::span<const Expr> roots) {
    Simplifier simplified(pool, roots, Stage::collected);
    std::vector<Expr> result;
    for (const Expr r : roots) result.push_back(simplified(r));
    return result;
}

Expr simplify(Pool& pool, Expr f, Trace& trace) { return Simplifier(pool, {&f, 1}, Stage::collected, &trace)(f); }
Expr rewrite(Pool& pool, Expr f, Trace& trace) { return Simplifier(pool, {&f, 1}, Stage::rewritten, &trace)(f); }

Expr rewrite(Pool& pool, Expr f) { return Simplifier(pool, {&f, 1}, Stage::rewritten)(f); }

}  // namespace pdiff
