#include "check/mistake_rules.hpp"

#include <algorithm>

namespace pdiff {
namespace {

using Kind = WrittenStep::Kind;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::size_t letter_of(const Pool& pool, Expr e) {
    const std::size_t slot = pool.op(e) == Op::symbol ? slot_of(pool.name(e)) : slot_count;
    return slot < letter_count ? slot : letter_count;
}

// Which operations a pattern's operation stands for; the operands are compared on their own.
bool same_operation(const Pool& rules, const WrittenStep& pattern, const Pool& pool, const WrittenStep& step) {
    if (pattern.kind != step.kind) return false;
    switch (pattern.kind) {
        case Kind::number:
            return rules.number(pattern.expr) == pool.number(step.expr);
        case Kind::constant:
            return pattern.expr == step.expr;
        case Kind::pair:
            if (pool.op(step.expr) == Op::piecewise) return false;
            [[fallthrough]];
        case Kind::call:
            return rules.op(pattern.expr) == Op::apply ||
                   (pool.op(step.expr) == Op::call && rules.function(pattern.expr) == pool.function(step.expr));
        case Kind::symbol:
        case Kind::other:
            return false;
        default:
            return true;
    }
}

Advice read_advice(Pool& pool, std::string_view text) {
    Advice advice;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        if (open > 0) advice.parts.push_back({.text = std::string(text.substr(0, open)), .formula = {}});
        text.remove_prefix(open);
        if (text.empty()) break;
        const std::size_t close = text.find('}');
        const std::string_view inside = text.substr(1, close - 1);
        Advice::Part part{.text = std::string(inside), .formula = {}, .computed = true, .right = inside == "right"};
        if (!part.right) part.formula = Formula(pool, read_formula(pool, inside));
        advice.parts.push_back(std::move(part));
        text.remove_prefix(close + 1);
    }
    return advice;
}

}  // namespace

std::vector<std::string_view> pieces(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        result.push_back(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + separator.size(), text.size()));
    }
    return result;
}

MistakeRules::MistakeRules(std::span<const MistakeRow> rows, bool of_values) : rows_(rows), of_values_(of_values) {
    for (const MistakeRow& row : rows) {
        for (const std::string_view text : pieces(row.cases, ";")) read(row, text);
        advices_.push_back(read_advice(pool_, row.advice));
    }
}

void MistakeRules::read(const MistakeRow& row, std::string_view text) {
    const auto sides = pieces(text, "->");
    MistakeCase rule{.row = &row, .pattern = {}, .taken = Formula(pool_, read_formula(pool_, sides.at(1)))};
    rule.pattern = *written_steps(pool_, read_pattern(pool_, sides.at(0)), pool_.symbol("x"), true);
    cases_.push_back(rule);
    WrittenStep& root = cases_.back().pattern.back();
    // A sum or product may be written the other way round.
    if (root.kind != Kind::add && root.kind != Kind::multiply) return;
    std::swap(rule.pattern.back().first, rule.pattern.back().second);
    cases_.push_back(std::move(rule));
}

bool MistakeRules::letter_fits(char letter, const WrittenStep& step) const {
    switch (letter) {
        case 'u':
        case 'v':
        case 'w':
            return of_values_ || step.varies;
        case 'p':
            return step.varies && step.kind != Kind::symbol;
        case 't':
            return step.varies && !step.has_others;
        case 'z':
            return step.varies && step.has_others;
        case 'c':
        case 'b':
            return of_values_ ? step.kind == Kind::number : !step.varies;
        case 'k':
            return !step.varies && !step.has_others;
        case 'y':
            return !step.varies && step.has_others;
        case 'n':
        case 'm':
            return step.kind == Kind::number;
        default:
            return true;
    }
}

bool MistakeRules::match(const MistakeCase& rule, const Pool& pool, std::span<const WrittenStep> steps,
                         std::uint32_t step, Bound& bound) const {
    bound.fill(no_step);
    struct Pending {
        std::uint32_t pattern, step;
    };
    std::array<Pending, 16> pending;
    std::size_t count = 0;
    pending[count++] = {std::uint32_t(rule.pattern.size() - 1), step};
    while (count > 0) {
        const auto [p, s] = pending[--count];
        const WrittenStep &pattern = rule.pattern[p], &subject = steps[s];
        if (const std::size_t letter = letter_of(pool_, pattern.expr); letter < letter_count) {
            if (!letter_fits(letter_names[letter], subject)) return false;
            if (bound[letter] != no_step && steps[bound[letter]].expr != subject.expr) return false;
            bound[letter] = s;
            continue;
        }
        if (!same_operation(pool_, pattern, pool, subject)) return false;
        if (pattern.operands() == 2) pending[count++] = {pattern.second, subject.second};
        if (pattern.operands() >= 1) pending[count++] = {pattern.first, subject.first};
    }
    // u is the inner function where the pattern has no letter for it.
    const WrittenStep& whole = steps[step];
    if (bound[0] == no_step && whole.operands() > 0)
        bound[0] = whole.kind == Kind::power && !steps[whole.first].varies ? whole.second : whole.first;
    return true;
}

const MistakeRules& differential_rules() {
    static const MistakeRules rules(rule_mistakes, false);
    return rules;
}

const MistakeRules& algebra_rules() {
    static const MistakeRules rules(algebra_mistakes, true);
    return rules;
}

}  // namespace pdiff
