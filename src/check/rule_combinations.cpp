// Several broken rules at once: everywhere, or in pairs.
#include <algorithm>
#include <map>

#include "check/rule_search.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_for_pairs = 2000;  // applications
constexpr std::size_t most_found = 40;        // combinations that are handed on
constexpr std::size_t most_row_pairs = 400;

const MistakeCase& case_of(const Applied& applied) { return differential_rules().cases()[applied.rule]; }

// Ascending by step, one a step: the first one named wins.
Combination merged(const std::vector<Applied>& applied, const Combination& a, const Combination& b) {
    Combination all = a;
    all.insert(all.end(), b.begin(), b.end());
    std::ranges::stable_sort(all, {}, [&](std::uint32_t i) { return applied[i].step; });
    const auto same_step = [&](std::uint32_t i, std::uint32_t j) { return applied[i].step == applied[j].step; };
    all.erase(std::unique(all.begin(), all.end(), same_step), all.end());
    return all;
}

}  // namespace

std::vector<Combination> RuleSearch::everywhere_of_one_row() const {
    std::map<const MistakeRow*, Combination> by_row;
    std::map<std::uint32_t, Combination> by_case;
    const auto add = [&](Combination& to, std::uint32_t i) {
        if (to.empty() || applied_[to.back()].step != applied_[i].step) to.push_back(i);
    };
    for (std::uint32_t i = 0; i < applied_.size(); ++i) {
        add(by_row[case_of(applied_[i]).row], i);
        add(by_case[applied_[i].rule], i);
    }
    std::vector<Combination> all;
    for (auto& [row, combination] : by_row) all.push_back(std::move(combination));
    for (auto& [rule, combination] : by_case)
        if (combination.size() > 1 && std::ranges::find(all, combination) == all.end())
            all.push_back(std::move(combination));
    return all;
}

std::vector<Combination> RuleSearch::everywhere(const Target& target) const {
    std::vector<Combination> found;
    const std::vector<Combination> rows = everywhere_of_one_row();
    for (const Combination& row : rows)
        if (row.size() > 1 && alike(value(row), target.value, target.size)) found.push_back(row);
    std::size_t tried = 0;
    for (std::size_t i = 0; found.empty() && i < rows.size(); ++i) {
        for (std::size_t j = i + 1; j < rows.size() && tried < most_row_pairs; ++j) {
            if (rows[i].size() + rows[j].size() < 3) continue;  // a pair of single ones
            ++tried;
            const Combination both = merged(applied_, rows[i], rows[j]);
            if (alike(value(both), target.value, target.size)) found.push_back(both);
        }
    }
    return found;
}

// The differentials of all steps above a broken one.
void RuleSearch::spread(std::uint32_t step, std::vector<Lanes>& differentials) const {
    while (steps_[step].parent != step) {
        const std::uint32_t below = step;
        step = steps_[step].parent;
        const WrittenStep& s = steps_[step];
        Lanes total;
        if (steps_[s.first].varies || s.first == below) total = partials_[2 * step] * differentials[s.first];
        if (s.operands() == 2 && (steps_[s.second].varies || s.second == below))
            total = total + partials_[2 * step + 1] * differentials[s.second];
        differentials[step] = total;
    }
}

std::vector<Combination> RuleSearch::pairs(const Target& target) const {
    std::vector<Combination> found;
    if (applied_.size() > most_for_pairs) return found;
    std::vector<bool> above;
    std::vector<Lanes> differentials;
    for (std::uint32_t i = 0; i < applied_.size() && found.size() < most_found; ++i) {
        const Applied& first = applied_[i];
        above.assign(steps_.size(), false);
        for (std::uint32_t s = first.step; steps_[s].parent != s;) above[s = steps_[s].parent] = true;
        differentials = differentials_;
        differentials[first.step] = first.taken;
        spread(first.step, differentials);
        const Lanes so_far = derivative() + first.effect;
        for (std::uint32_t j = i + 1; j < applied_.size() && found.size() < most_found; ++j) {
            const Applied& second = applied_[j];
            if (second.step == first.step) continue;
            // What lies above depends on what is wrong below.
            const Lanes effect =
                above[second.step]
                    ? adjoints_[second.step] * (taken_value(second, differentials) - differentials[second.step])
                    : second.effect;
            if (alike(so_far + effect, target.value, larger(target.size, magnitude(effect)))) found.push_back({i, j});
        }
    }
    return found;
}

}  // namespace pdiff
