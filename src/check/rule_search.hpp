// The search for broken rules: which of them, at which steps of a function, make a given wrong derivative.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "check/mistake_rules.hpp"
#include "check/point_values.hpp"
#include "check/written.hpp"

namespace pdiff {

// A case at a step.
struct Applied {
    std::uint32_t step = 0;
    std::uint32_t rule = 0;  // of differential_rules().cases()
    MistakeRules::Bound bound{};
    Lanes taken;   // what it makes of the differential where nothing else is wrong
    Lanes effect;  // what that changes in the whole derivative
};

// What is looked for: the values of a wrong answer, and of what cancels in it.
struct Target {
    Lanes value, size;
};

// Applications made together, by number, in ascending order of their steps.
using Combination = std::vector<std::uint32_t>;

class RuleSearch {
public:
    // f in x; `typed` as in written_steps. The points has points for all symbols, and must outlive this.
    RuleSearch(Pool& pool, PointValues& points, Expr f, Expr x, bool typed);

    // False where f is too large.
    bool usable() const { return !steps_.empty(); }
    const std::vector<WrittenStep>& steps() const { return steps_; }
    const std::vector<Applied>& applied() const { return applied_; }
    const Lanes& derivative() const { return differentials_.back(); }

    // One case at one step.
    std::vector<Combination> single(const Target& target) const;
    // One row, or two, at every step where they apply.
    std::vector<Combination> everywhere(const Target& target) const;
    // Two cases at two steps.
    std::vector<Combination> pairs(const Target& target) const;
    // Every combination that `everywhere` tries with one row.
    std::vector<Combination> everywhere_of_one_row() const;

    // The derivative with these rules broken, and each of its parts.
    Lanes value(const Combination& broken) const;
    Expr build(const Combination& broken) const;
    Expr taken(const Applied& applied) const;
    Expr right(std::uint32_t step) const;
    // The advice of the row, filled in.
    ExprBindings bindings(const Applied& applied, std::span<const Expr> differentials) const;

private:
    void evaluate_steps();
    void apply_rules();
    Lanes other_differential(std::uint32_t step);
    Lanes partial(std::uint32_t step, bool second) const;
    Lanes differential(std::uint32_t step, std::span<const Lanes> differentials) const;
    Lanes taken_value(const Applied& applied, std::span<const Lanes> differentials) const;
    std::vector<Expr> differentials(const Combination& broken) const;
    void spread(std::uint32_t step, std::vector<Lanes>& differentials) const;
    void build_values();

    Pool& pool_;
    PointValues& points_;
    const Expr x_;
    std::vector<WrittenStep> steps_;
    std::vector<Lanes> values_, differentials_, adjoints_, partials_;  // partials: two a step
    std::vector<Lanes> others_;               // differentials of constants by their own variables
    std::vector<Expr> built_, built_others_;  // canonical
    std::vector<Applied> applied_;
    Lanes x_values_;
};

}  // namespace pdiff
