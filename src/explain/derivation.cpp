#include "explain/derivation.hpp"

#include <algorithm>
#include <unordered_map>

#include "calculus/differential.hpp"
#include "calculus/laws.hpp"
#include "calculus/products.hpp"
#include "explain/plan.hpp"
#include "explain/put_in.hpp"
#include "expr/small_vector.hpp"

namespace pdiff::explain {

namespace {

using Kind = Plan::Kind;

class Deriver {
public:
    Deriver(Pool& pool, LawReader& laws, Expr f, Expr x)
        : pool_(pool), multiple_(&laws.read(Law::constant_multiple)), plan_(pool, laws, f, x) {}

    std::vector<Step> operator()(Expr f) {
        std::vector<Expr> open = {f};
        while (!open.empty()) {
            const Expr e = open.back();
            if (step_of_.contains(e)) {
                open.pop_back();
                continue;
            }
            const Plan plan = plan_(e);
            const std::size_t before = open.size();
            for (auto part = plan.parts.rbegin(); part != plan.parts.rend(); ++part)
                if (!step_of_.contains(*part)) open.push_back(*part);
            if (open.size() > before) continue;
            open.pop_back();
            step_of_[e] = static_cast<std::uint32_t>(steps_.size());
            steps_.push_back(take(e, plan));
        }
        return std::move(steps_);
    }

private:
    Expr derivative(Expr e) {
        if (!plan_.varies(e)) return zero;
        return steps_[step_of_.at(e)].result;
    }

    Step take(Expr e, const Plan& plan) {
        Step step;
        step.of = e;
        step.rule = plan.rule;
        step.chain = plan.chain;
        for (const Expr p : plan.parts) step.parts.push_back(step_of_.at(p));
        if (plan.law) step.law = plan.law->text;
        for (std::size_t i = 0; i < plan.operands.size(); ++i)
            step.letters.push_back({plan.law->letters[i], plan.operands[i]});
        step.result = result_of(e, plan);
        step.put = plan.operands.empty() || pool_.op(e) == Op::apply ? step.result : filled(plan, Merge::none);
        if (pool_.op(e) == Op::call && !arity(row(pool_.function(e)).parameters).variadic) {
            const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
            step.where = smooth_condition(pool_.function(e)).instantiate(pool_, args);
        }
        step.trivial =
            plan.folds && std::ranges::all_of(step.parts, [&](std::uint32_t p) { return steps_[p].trivial; });
        return step;
    }

    // The law with its letters and their differentials put in.
    Expr filled(const Plan& plan, Merge merge) {
        std::vector<Expr> values = plan.operands;
        for (const Expr o : plan.operands) values.push_back(derivative(o));
        // A constant's differential is no letter of the law.
        return put_in(pool_, plan.law->text.right, plan.law->letters, values, merge);
    }

    Expr result_of(Expr e, const Plan& plan) {
        switch (plan.kind) {
            case Kind::zero:
                return zero;
            case Kind::one:
                return one;
            case Kind::law:
                // A number is multiplied into a sum.
                if (plan.operands.size() == 2 && plan.law == multiple_ && pool_.is_number(plan.operands[0])) {
                    const Pair term{derivative(plan.operands[1]), plan.operands[0]};
                    return sum_of_multiples(pool_, {&term, 1});
                }
                return filled(plan, Merge::all);
            case Kind::sum: {
                SmallVector<Expr> terms;
                for (const Expr p : plan.parts) terms.push_back(derivative(p));
                return sum(pool_, terms);
            }
            case Kind::product:
                return product_result(plan.parts);
            case Kind::call:
                return call_result(e);
            case Kind::branches: {
                SmallVector<Expr> values;
                for (const Expr p : plan.parts) values.push_back(derivative(p));
                return piecewise_differential(pool_, e, values);
            }
            case Kind::entries:
                break;
        }
        SmallVector<Expr> entries;
        for (const Expr p : plan.parts) entries.push_back(derivative(p));
        return pool_.make(pool_.op(e), entries);
    }

    // One factor at a time, all others as they are.
    Expr product_result(const std::vector<Expr>& factors) {
        const Expr whole = product(pool_, factors);
        if (pool_.op(whole) != Op::product || pool_.pairs(whole).size() != factors.size())
            return product_by_hand(factors);
        const std::vector<Expr> others = cofactors(pool_, whole, std::vector<bool>(factors.size(), true));
        SmallVector<Expr> terms;
        for (std::size_t i = 0; i < factors.size(); ++i) {
            const auto [base, exponent] = pool_.pairs(whole)[i];
            terms.push_back(product(pool_, {others[i], derivative(power(pool_, base, exponent))}));
        }
        return sum(pool_, terms);
    }

    Expr product_by_hand(const std::vector<Expr>& factors) {
        SmallVector<Expr> terms;
        for (std::size_t i = 0; i < factors.size(); ++i) {
            std::vector<Expr> changed = factors;
            changed[i] = derivative(factors[i]);
            terms.push_back(product(pool_, changed));
        }
        return sum(pool_, terms);
    }

    Expr call_result(Expr e) {
        const std::size_t first = pool_.op(e) == Op::apply ? 1 : 0, count = pool_.args(e).size();
        SmallVector<Expr> terms;
        for (std::size_t i = first; i < count; ++i)
            if (const Expr a = pool_.args(e)[i]; plan_.varies(a) && derivative(a) != zero)
                terms.push_back(operand_differential(pool_, e, i - first, derivative(a)));
        return terms.empty() ? zero : sum(pool_, terms);
    }

    Pool& pool_;
    const ReadLaw* multiple_;
    Planner plan_;
    std::unordered_map<Expr, std::uint32_t> step_of_;
    std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> derive(Pool& pool, LawReader& laws, Expr f, Expr x) { return Deriver(pool, laws, f, x)(f); }

}  // namespace pdiff::explain
