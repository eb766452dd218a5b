#include "explain/derivation.hpp"

#include <algorithm>
#include <unordered_map>

#include "calculus/differential.hpp"
#include "calculus/laws.hpp"
#include "calculus/products.hpp"
#include "explain/put_in.hpp"
#include "explain/quotient.hpp"
#include "explain/reading_order.hpp"
#include "expr/small_vector.hpp"

namespace pdiff::explain {

namespace {

// What the step of one operation needs, before it is taken.
struct Plan {
    std::string rule;
    const ReadLaw* law = nullptr;  // of which the letters stand for `operands`
    std::vector<Expr> operands;
    std::vector<Expr> parts;  // what is to be differentiated first
    enum class Kind : std::uint8_t { zero, one, law, sum, product, call, branches, entries } kind = Kind::zero;
    bool folds = false;  // one line is enough if it is for what it needs
    bool chain = false;
};
using Kind = Plan::Kind;

class Deriver {
public:
    Deriver(Pool& pool, LawReader& laws, Expr f, Expr x) : pool_(pool), laws_(laws), x_(x), order_(pool, f) {}

    std::vector<Step> operator()(Expr f) {
        learn(f);
        std::vector<Expr> open = {f};
        while (!open.empty()) {
            const Expr e = open.back();
            if (step_of_.contains(e)) {
                open.pop_back();
                continue;
            }
            const Plan plan = plan_of(e);
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
    // ---- what varies ----

    void learn(Expr f) {
        for (const Expr e : reachable(pool_, f)) learn_one(e);
    }
    void learn_one(Expr e) {
        bool v = e == x_;
        for (const Expr a : pool_.args(e)) v = v || varies_[a];
        varies_[e] = v;
    }
    // What is made here is made of what is known.
    bool varies(Expr e) {
        const auto found = varies_.find(e);
        if (found != varies_.end()) return found->second;
        const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
        for (const Expr a : args) {
            if (varies_.contains(a)) continue;
            if (!pool_.args(a).empty()) return learn(e), varies_[e];
            learn_one(a);
        }
        return learn_one(e), varies_[e];
    }

    // ---- which law ----

    Plan plan_of(Expr e) {
        if (!varies(e)) return {.rule = std::string(row(Law::constant).name), .law = nullptr, .folds = true};
        switch (pool_.op(e)) {
            case Op::symbol:
                return {.rule = "the variable itself", .kind = Kind::one, .folds = true};
            case Op::sum:
                return plan_sum(e);
            case Op::product:
                return plan_product(e);
            case Op::power:
                return plan_power(pool_.args(e)[0], pool_.args(e)[1]);
            case Op::call:
                return plan_call(e);
            case Op::apply:
                return plan_unknown(e);
            case Op::piecewise:
                return plan_branches(e);
            default:
                return plan_entries(e);
        }
    }

    Plan with_law(Law law, std::vector<Expr> operands) {
        Plan plan{.rule = std::string(row(law).name), .law = &laws_.read(law), .kind = Kind::law};
        for (const Expr o : operands)
            if (varies(o) && std::ranges::find(plan.parts, o) == plan.parts.end()) plan.parts.push_back(o);
        plan.operands = std::move(operands);
        return plan;
    }

    Plan plan_sum(Expr e) {
        Plan plan{.rule = std::string(row(Law::sum).name), .law = &laws_.read(Law::sum), .kind = Kind::sum};
        std::size_t varying = 0;
        for (const Pair& t : order_.pairs(e)) {
            plan.parts.push_back(product(pool_, {t.second, t.first}));
            varying += varies(t.first);
        }
        if (pool_.lead(e) != zero) plan.parts.push_back(pool_.lead(e));
        plan.folds = varying == 1;
        return plan;
    }

    Plan plan_product(Expr e) {
        const Fraction f = split(e);
        if (f.constant != one) {
            Plan plan = with_law(Law::constant_multiple, {f.constant, f.rest});
            plan.folds = true;
            return plan;
        }
        if (f.below != one && f.above != one) return with_law(Law::quotient, {f.above, f.below});
        if (f.below != one) return with_law(Law::reciprocal, {f.below});
        if (f.factors.size() == 2) return with_law(Law::product, {f.factors[0], f.factors[1]});
        Plan plan{.rule = std::string(row(Law::product).name), .law = &laws_.read(Law::product), .kind = Kind::product};
        plan.parts = f.factors;
        return plan;
    }

    Plan plan_power(Expr base, Expr exponent) {
        const Law law = power_rule(base, varies(base), varies(exponent));
        const Expr inner = law == Law::power ? base : exponent;
        Plan plan = with_law(law, law == Law::power           ? std::vector{base, exponent}
                                  : law == Law::exponential_e ? std::vector{exponent}
                                                              : std::vector{base, exponent});
        if (law == Law::general_power) return plan;
        plan.chain = inner != x_;
        plan.folds = !plan.chain;
        return plan;
    }

    Plan plan_call(Expr e) {
        const Function f = pool_.function(e);
        std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
        Plan plan{.rule = "derivative of " + std::string(name(f)), .law = &laws_.read(f), .kind = Kind::call};
        for (const Expr a : args)
            if (varies(a) && std::ranges::find(plan.parts, a) == plan.parts.end()) plan.parts.push_back(a);
        plan.chain = plan.parts.size() > 1 || plan.parts[0] != x_;
        plan.folds = !plan.chain && args.size() == 1;
        const bool any_number = arity(row(f).parameters).variadic;
        for (std::size_t i = 0; i < args.size() && !any_number; ++i)
            if (varies(args[i]) && function_law(f, i).kind == PartialLaw::Kind::symbolic) plan.law = nullptr;
        if (!plan.law) return plan;
        // The law of max and min is for one argument against all others.
        if (any_number && args.size() == 2 && !varies(args[0])) std::swap(args[0], args[1]);
        if (args.size() == plan.law->letters.size() / 2) plan.operands = std::move(args);
        return plan;
    }

    Plan plan_unknown(Expr e) {
        Plan plan{.rule = "unknown function", .law = &laws_.read(Law::chain), .kind = Kind::call};
        for (const Expr a : pool_.args(e).subspan(1))
            if (varies(a) && std::ranges::find(plan.parts, a) == plan.parts.end()) plan.parts.push_back(a);
        plan.chain = plan.parts.size() > 1 || plan.parts[0] != x_;
        plan.folds = !plan.chain;
        if (pool_.args(e).size() != 2 || !plan.chain) plan.law = nullptr;
        if (plan.law) plan.operands = {pool_.args(e)[1]};
        return plan;
    }

    Plan plan_branches(Expr e) {
        Plan plan{.rule = "each branch by itself, without its boundary", .kind = Kind::branches};
        const auto args = pool_.args(e);
        for (std::size_t i = 0; i < args.size(); ++i)
            if (i % 2 == 1 || i + 1 == args.size()) plan.parts.push_back(args[i]);
        return plan;
    }

    Plan plan_entries(Expr e) {
        Plan plan{.rule = pool_.op(e) == Op::equal ? "both sides" : "entry by entry", .kind = Kind::entries};
        plan.parts.assign(pool_.args(e).begin(), pool_.args(e).end());
        return plan;
    }

    // ---- the step ----

    Expr derivative(Expr e) {
        if (!varies(e)) return zero;
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
            if (const Expr a = pool_.args(e)[i]; varies(a) && derivative(a) != zero)
                terms.push_back(operand_differential(pool_, e, i - first, derivative(a)));
        return terms.empty() ? zero : sum(pool_, terms);
    }

    Fraction split(Expr e) {
        return split_product(pool_, pool_.lead(e), order_.pairs(e), [this](Expr part) { return varies(part); });
    }

    Pool& pool_;
    LawReader& laws_;
    Expr x_;
    ReadingOrder order_;
    std::unordered_map<Expr, bool> varies_;
    std::unordered_map<Expr, std::uint32_t> step_of_;
    std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> derive(Pool& pool, LawReader& laws, Expr f, Expr x) { return Deriver(pool, laws, f, x)(f); }

}  // namespace pdiff::explain
