#include "explain/plan.hpp"

#include <algorithm>

#include "calculus/differential.hpp"
#include "calculus/laws.hpp"
#include "explain/quotient.hpp"

namespace pdiff::explain {

using Kind = Plan::Kind;

namespace {

constexpr std::size_t most_constants = 4;  // terms of a sum that are said to be constant one by one

}  // namespace

Planner::Planner(Pool& pool, LawReader& laws, Expr f, Expr x) : pool_(pool), laws_(laws), x_(x), order_(pool, f) {
    learn(f);
}

void Planner::learn(Expr f) {
    for (const Expr e : reachable(pool_, f)) learn_one(e);
}
void Planner::learn_one(Expr e) {
    bool v = e == x_;
    for (const Expr a : pool_.args(e)) v = v || varies_[a];
    varies_[e] = v;
}
// What is made here is made of what is known.
bool Planner::varies(Expr e) {
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

Plan Planner::operator()(Expr e) {
    if (!varies(e)) return {.rule = std::string(row(Law::constant).name), .law = nullptr, .folds = true};
    switch (pool_.op(e)) {
        case Op::symbol:
            return {.rule = "the variable itself", .kind = Kind::one, .folds = true};
        case Op::sum:
            return sum(e);
        case Op::product:
            return product(e);
        case Op::power:
            return power(pool_.args(e)[0], pool_.args(e)[1]);
        case Op::call:
            return call(e);
        case Op::apply:
            return unknown_function(e);
        case Op::piecewise:
            return branches(e);
        default:
            return entries(e);
    }
}

Plan Planner::with_law(Law law, std::vector<Expr> operands) {
    Plan plan{.rule = std::string(row(law).name), .law = &laws_.read(law), .kind = Kind::law};
    for (const Expr o : operands)
        if (varies(o) && std::ranges::find(plan.parts, o) == plan.parts.end()) plan.parts.push_back(o);
    plan.operands = std::move(operands);
    return plan;
}

Plan Planner::sum(Expr e) {
    Plan plan{.rule = std::string(row(Law::sum).name), .law = &laws_.read(Law::sum), .kind = Kind::sum};
    std::vector<Expr> constants;
    for (const Pair& t : order_.pairs(e)) {
        const Expr term = pdiff::product(pool_, {t.second, t.first});
        (varies(t.first) ? plan.parts : constants).push_back(term);
    }
    if (pool_.lead(e) != zero) constants.push_back(pool_.lead(e));
    plan.folds = plan.parts.size() == 1;
    if (constants.size() <= most_constants)
        plan.parts.insert(plan.parts.end(), constants.begin(), constants.end());
    else
        plan.rule += ", what does not vary left out";
    return plan;
}

Plan Planner::product(Expr e) {
    const Fraction f = split_product(pool_, pool_.lead(e), order_.pairs(e), [this](Expr part) { return varies(part); });
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

Plan Planner::power(Expr base, Expr exponent) {
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

Plan Planner::call(Expr e) {
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

Plan Planner::unknown_function(Expr e) {
    Plan plan{.rule = "unknown function", .law = &laws_.read(Law::chain), .kind = Kind::call};
    for (const Expr a : pool_.args(e).subspan(1))
        if (varies(a) && std::ranges::find(plan.parts, a) == plan.parts.end()) plan.parts.push_back(a);
    plan.chain = plan.parts.size() > 1 || plan.parts[0] != x_;
    plan.folds = !plan.chain;
    if (pool_.args(e).size() != 2 || !plan.chain) plan.law = nullptr;
    if (plan.law) plan.operands = {pool_.args(e)[1]};
    return plan;
}

Plan Planner::branches(Expr e) {
    Plan plan{.rule = "each branch by itself, without its boundary", .kind = Kind::branches};
    const auto args = pool_.args(e);
    for (std::size_t i = 0; i < args.size(); ++i)
        if (i % 2 == 1 || i + 1 == args.size()) plan.parts.push_back(args[i]);
    return plan;
}

Plan Planner::entries(Expr e) {
    Plan plan{.rule = pool_.op(e) == Op::equal ? "both sides" : "entry by entry", .kind = Kind::entries};
    plan.parts.assign(pool_.args(e).begin(), pool_.args(e).end());
    return plan;
}

}  // namespace pdiff::explain
