#include "check/algebra_mistakes.hpp"

#include "check/step_laws.hpp"
#include "pdiff/error.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_steps = 600;
constexpr std::size_t most_found = 200;

Expr value_of(Pool& pool, const WrittenStep& step, std::span<const Expr> values) {
    const bool leaf = step.operands() == 0;
    return step_value(pool, step, leaf ? zero : values[step.first], leaf ? zero : values[step.second]);
}

// The whole with another value at one step.
Expr replaced(Pool& pool, std::span<const WrittenStep> steps, std::vector<Expr> values, std::uint32_t step,
              Expr value) {
    values[step] = value;
    while (steps[step].parent != step) {
        step = steps[step].parent;
        values[step] = value_of(pool, steps[step], values);
    }
    return values[step];
}

}  // namespace

std::vector<AlgebraMistake> algebra_mistakes_in(Pool& pool, Expr f, bool typed) {
    std::vector<AlgebraMistake> found;
    const auto steps = written_steps(pool, f, zero, typed, most_steps);
    if (!steps) return found;
    const MistakeRules& rules = algebra_rules();
    std::vector<Expr> values;
    for (const WrittenStep& step : *steps) values.push_back(value_of(pool, step, values));
    MistakeRules::Bound bound{};
    for (std::uint32_t step = 0; step < steps->size(); ++step) {
        for (const MistakeCase& rule : rules.cases()) {
            if (found.size() == most_found || !rules.match(rule, pool, *steps, step, bound)) continue;
            ExprBindings letters;
            for (std::size_t letter = 0; letter < letter_count; ++letter)
                if (bound[letter] != no_step) letters.slots[letter] = values[bound[letter]];
            try {
                const Expr taken = rule.taken.build(pool, letters);
                if (taken == values[step]) continue;
                found.push_back({rule.row, (*steps)[step].expr, values[step], taken,
                                 replaced(pool, *steps, values, step, taken), letters});
            } catch (const Error&) {  // 1/0
            }
        }
    }
    return found;
}

}  // namespace pdiff
