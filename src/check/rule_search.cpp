#include "check/rule_search.hpp"

#include <algorithm>
#include <cmath>

#include "check/step_laws.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

using Kind = WrittenStep::Kind;

constexpr std::size_t most_applied = 4000;
constexpr std::size_t most_found = 60;

const Lanes no_lanes{};

}  // namespace

RuleSearch::RuleSearch(Pool& pool, PointValues& points, Expr f, Expr x, bool typed)
    : pool_(pool), points_(points), x_(x), x_values_(points(x)) {
    auto steps = written_steps(pool, f, x, typed);
    if (!steps) return;
    steps_ = std::move(*steps);
    build_values();
    evaluate_steps();
    apply_rules();
}

// The steps in canonical form.
void RuleSearch::build_values() {
    for (const WrittenStep& step : steps_) {
        const bool leaf = step.operands() == 0;
        built_.push_back(step_value(pool_, step, leaf ? zero : built_[step.first], leaf ? zero : built_[step.second]));
        Expr other = zero;
        if (!step.varies && step.has_others)
            for (const Expr v : variables(pool_, built_.back()))
                other = sum(pool_, {other, differentiate(pool_, built_.back(), v)});
        built_others_.push_back(other);
    }
}

Lanes RuleSearch::partial(std::uint32_t step, bool second) const {
    const WrittenStep& s = steps_[step];
    if (s.kind == Kind::pair) return points_(step_partial(pool_, s, built_[s.first], built_[s.second], second));
    LaneBindings operands;
    operands.slots[0] = &values_[s.first];
    operands.slots[1] = &values_[s.second];
    operands.pool = &pool_;
    operands.subject = s.expr;
    const StepLaw& law = step_law(s.kind);
    return (second ? law.by_second : law.by_first).value(operands);
}

// The right one, of those of the operands.
Lanes RuleSearch::differential(std::uint32_t step, std::span<const Lanes> differentials) const {
    const WrittenStep& s = steps_[step];
    Lanes result;
    if (s.operands() == 0 || !s.varies) return differentials_[step];
    if (steps_[s.first].varies) result = partials_[2 * step] * differentials[s.first];
    if (s.operands() == 2 && steps_[s.second].varies)
        result = result + partials_[2 * step + 1] * differentials[s.second];
    return result;
}

void RuleSearch::evaluate_steps() {
    const std::size_t count = steps_.size();
    values_.resize(count), differentials_.resize(count), others_.resize(count), partials_.resize(2 * count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const WrittenStep& step = steps_[i];
        values_[i] = points_(built_[i]);
        others_[i] = points_(built_others_[i]);
        if (step.operands() > 0) partials_[2 * i] = partial(i, false);
        if (step.operands() == 2) partials_[2 * i + 1] = partial(i, true);
        if (step.kind == Kind::symbol)
            differentials_[i] = Lanes::all(step.varies ? 1 : 0);
        else if (step.operands() == 0)
            differentials_[i] = step.varies ? points_(right(i)) : no_lanes;
        else
            differentials_[i] = differential(i, differentials_);
    }
    adjoints_.assign(count, no_lanes);
    adjoints_.back() = Lanes::all(1);
    for (std::size_t i = count; i-- > 0;) {
        const WrittenStep& step = steps_[i];
        if (step.operands() >= 1) adjoints_[step.first] = adjoints_[i] * partials_[2 * i];
        if (step.operands() == 2) adjoints_[step.second] = adjoints_[i] * partials_[2 * i + 1];
    }
}

Lanes RuleSearch::taken_value(const Applied& applied, std::span<const Lanes> differentials) const {
    LaneBindings letters;
    for (std::size_t letter = 0; letter < letter_count; ++letter) {
        const std::uint32_t step = applied.bound[letter];
        if (step == no_step) continue;
        letters.slots[letter] = &values_[step];
        letters.slots[letter_count + letter] = letter_names[letter] == 'y' ? &others_[step] : &differentials[step];
    }
    letters.slots[slot_of_x] = &x_values_;
    letters.pool = &pool_;
    letters.subject = steps_[applied.step].expr;
    return differential_rules().cases()[applied.rule].taken.value(letters);
}

void RuleSearch::apply_rules() {
    const MistakeRules& rules = differential_rules();
    for (std::uint32_t step = 0; step < steps_.size(); ++step) {
        if (!finite(adjoints_[step])) continue;
        for (std::uint32_t rule = 0; rule < rules.cases().size(); ++rule) {
            Applied applied{.step = step, .rule = rule, .bound = {}, .taken = {}, .effect = {}};
            if (!rules.match(rules.cases()[rule], pool_, steps_, step, applied.bound)) continue;
            applied.taken = taken_value(applied, differentials_);
            if (!finite(applied.taken) || alike(applied.taken, differentials_[step])) continue;
            applied.effect = adjoints_[step] * (applied.taken - differentials_[step]);
            if (applied_.size() < most_applied) applied_.push_back(applied);
        }
    }
}

Lanes RuleSearch::value(const Combination& broken) const {
    std::vector<Lanes> differentials = differentials_;
    std::size_t next = 0;
    std::vector<bool> changed(steps_.size());
    for (std::uint32_t step = 0; step < steps_.size(); ++step) {
        const WrittenStep& s = steps_[step];
        if (next < broken.size() && applied_[broken[next]].step == step) {
            differentials[step] = taken_value(applied_[broken[next++]], differentials);
            changed[step] = true;
        } else if (s.operands() > 0 && (changed[s.first] || changed[s.second])) {
            // A mistake makes even a constant vary.
            differentials[step] = Lanes{};
            if (steps_[s.first].varies || changed[s.first])
                differentials[step] = partials_[2 * step] * differentials[s.first];
            if (s.operands() == 2 && (steps_[s.second].varies || changed[s.second]))
                differentials[step] = differentials[step] + partials_[2 * step + 1] * differentials[s.second];
            changed[step] = true;
        }
    }
    return differentials.back();
}

std::vector<Expr> RuleSearch::differentials(const Combination& broken) const {
    std::vector<Expr> result(steps_.size(), zero);
    std::size_t next = 0;
    for (std::uint32_t step = 0; step < steps_.size(); ++step) {
        const WrittenStep& s = steps_[step];
        if (next < broken.size() && applied_[broken[next]].step == step) {
            const Applied& applied = applied_[broken[next++]];
            result[step] = differential_rules().cases()[applied.rule].taken.build(pool_, bindings(applied, result));
            continue;
        }
        if (s.operands() == 0) {
            result[step] = s.varies ? differentiate(pool_, built_[step], x_) : zero;
            continue;
        }
        const auto part = [&](std::uint32_t operand, bool second) {
            if (result[operand] == zero) return zero;
            return product(pool_, {step_partial(pool_, s, built_[s.first], built_[s.second], second), result[operand]});
        };
        Expr total = part(s.first, false);
        if (s.operands() == 2) total = sum(pool_, {total, part(s.second, true)});
        result[step] = total;
    }
    return result;
}

ExprBindings RuleSearch::bindings(const Applied& applied, std::span<const Expr> differentials) const {
    ExprBindings letters;
    for (std::size_t letter = 0; letter < letter_count; ++letter) {
        const std::uint32_t step = applied.bound[letter];
        if (step == no_step) continue;
        letters.slots[letter] = built_[step];
        letters.slots[letter_count + letter] = letter_names[letter] == 'y' ? built_others_[step] : differentials[step];
    }
    letters.slots[slot_of_x] = x_;
    letters.subject = steps_[applied.step].expr;
    return letters;
}

Expr RuleSearch::build(const Combination& broken) const { return simplify(pool_, differentials(broken).back()); }

Expr RuleSearch::right(std::uint32_t step) const { return differentiate(pool_, built_[step], x_); }

Expr RuleSearch::taken(const Applied& applied) const {
    const std::vector<Expr> all = differentials({});
    return simplify(pool_, differential_rules().cases()[applied.rule].taken.build(pool_, bindings(applied, all)));
}

std::vector<Combination> RuleSearch::single(const Target& target) const {
    std::vector<Combination> found;
    for (std::uint32_t i = 0; i < applied_.size() && found.size() < most_found; ++i) {
        const Lanes& effect = applied_[i].effect;
        if (alike(derivative() + effect, target.value, larger(target.size, magnitude(effect)))) found.push_back({i});
    }
    return found;
}

}  // namespace pdiff
