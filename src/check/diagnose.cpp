// From a wrong answer to the mistakes that make it: candidates by doubles, then proof.
#include <algorithm>
#include <string>

#include "check/assumed.hpp"
#include "check/candidates.hpp"
#include "check/tell_apart.hpp"
#include "expr/scalars.hpp"
#include "pdiff/check.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_explanations = 12;
constexpr std::size_t most_proofs = 24;
constexpr std::size_t most_operations = 2000;  // of a question and its answers
// Unknown functions as variables: what holds for no value of them holds for none of the functions.
Expr without_unknowns(Pool& pool, Expr f) {
    const std::vector<Expr> order = reachable(pool, f);
    Image image(order);
    std::vector<Expr> args;
    for (const Expr e : order) {
        args.assign(pool.args(e).begin(), pool.args(e).end());
        bool changed = false;
        for (Expr& a : args) {
            changed |= image[a] != a;
            a = image[a];
        }
        image[e] = pool.op(e) == Op::apply ? pool.symbol("unknown_" + std::to_string(index(e)))
                   : changed               ? rebuild(pool, pool.op(e), args, pool.function(e))
                                           : e;
    }
    return image[f];
}

Judgement judge_value(Pool& pool, Expr a, Expr b, std::vector<Expr> within) {
    JudgeOptions options;
    options.within = std::move(within);
    options.conditions = assumed_conditions(pool);
    options.want_evidence = options.want_domains = options.want_certificate = false;
    const Judgement judgement = judge(pool, a, b, options);
    if (judgement.verdict != Verdict::undecided || !pool.has(Op::apply)) return judgement;
    for (Expr& e : options.within) e = without_unknowns(pool, e);
    return judge(pool, without_unknowns(pool, a), without_unknowns(pool, b), options);
}

// Where `within` has values, if that is anywhere.
Verdict verdict(Pool& pool, Expr a, Expr b, const std::vector<Expr>& within = {}) {
    const std::vector<Expr> left = scalars(pool, a), right = scalars(pool, b);
    if (left.size() != right.size()) return Verdict::wrong;
    Verdict all = Verdict::right;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const Judgement one_entry = judge_value(pool, left[i], right[i], within);
        if (one_entry.verdict == Verdict::wrong) return Verdict::wrong;
        if (one_entry.verdict != Verdict::right || one_entry.never_defined) all = Verdict::undecided;
    }
    return all;
}

std::size_t rank_of(const Candidate& candidate) {
    std::size_t total = 0;
    for (const Draft& draft : candidate.drafts) total += rank(*draft.row) + 1000;
    return total;
}

bool same_mistakes(const Candidate& a, const Candidate& b) {
    return std::ranges::equal(a.drafts, b.drafts,
                              [](const Draft& x, const Draft& y) { return x.row == y.row && x.place == y.place; });
}

// Those of which it is proved that they make the answer.
std::vector<Candidate> proved(const Checked& checked, std::vector<Candidate> candidates, Expr answer) {
    std::ranges::stable_sort(candidates, {}, rank_of);
    std::vector<Candidate> found;
    std::vector<Expr> right, not_right;  // what was looked at
    std::size_t proofs = 0;
    for (Candidate& candidate : candidates) {
        if (found.size() == most_explanations) break;
        if (std::ranges::any_of(found, [&](const Candidate& c) { return same_mistakes(c, candidate); })) continue;
        if (std::ranges::find(not_right, candidate.answer) != not_right.end()) continue;
        if (std::ranges::find(right, candidate.answer) == right.end()) {
            if (proofs++ == most_proofs) break;
            const bool is_right = verdict(checked.pool, candidate.answer, answer) == Verdict::right;
            (is_right ? right : not_right).push_back(candidate.answer);
            if (!is_right) continue;
        }
        found.push_back(std::move(candidate));
    }
    return found;
}

void append(std::vector<Candidate>& to, std::vector<Candidate> more) {
    std::ranges::move(more, std::back_inserter(to));
}

// The simplest that explain the answer: one mistake, then more.
std::vector<Candidate> search(const Checked& checked, Expr answer) {
    std::vector<Candidate> found = task_candidates(checked, answer);
    if (checked.question.asked != Asked::derivative) return proved(checked, std::move(found), answer);
    append(found, algebra_candidates(checked, answer));
    append(found, higher_candidates(checked, answer));
    std::optional<RuleSearch> rules;
    if (checked.question.variables.size() == 1) {
        rules.emplace(checked.pool, checked.points, checked.written(), checked.question.variables[0], checked.typed());
        append(found, rule_candidates(checked, *rules, answer));
    }
    found = proved(checked, std::move(found), answer);
    if (found.empty() && rules) found = proved(checked, everywhere_candidates(checked, *rules, answer), answer);
    if (found.empty()) found = proved(checked, far_algebra_candidates(checked, answer), answer);
    if (found.empty() && rules) found = proved(checked, pair_candidates(checked, *rules, answer), answer);
    return found;
}

Diagnosis diagnose_whole(const Checked& checked, Expr answer) {
    Diagnosis diagnosis;
    const std::vector<Candidate> found = search(checked, answer);
    if (found.empty()) return diagnosis;
    const std::vector<Expr> within = scalars(checked.pool, left_of_zero(checked.pool, checked.question.function));
    if (verdict(checked.pool, checked.right, answer, within) != Verdict::wrong) return diagnosis;
    for (const Candidate& candidate : found) {
        Explanation& explanation = diagnosis.explanations.emplace_back();
        for (const Draft& draft : candidate.drafts) explanation.mistakes.push_back(in_words(checked, draft));
    }
    if (found.size() > 1) diagnosis.tell_apart = tell_apart(found[0], found[1]);
    return diagnosis;
}

struct Entry {
    Question question;
    std::vector<std::size_t> place;
};

// What is asked in each entry of a vector or matrix.
std::vector<Entry> entries_of(Pool& pool, const Question& question) {
    const auto parts = [&](Expr f) {
        const auto args = pool.args(f);
        return pool.op(f) == Op::vector ? std::vector<Expr>(args.begin(), args.end()) : std::vector<Expr>{f};
    };
    const std::vector<Expr> functions = parts(question.function), typed = parts(question.typed);
    const auto& by = question.variables;
    std::vector<Entry> all;
    const auto add = [&](std::size_t f, std::vector<Expr> variables, std::vector<std::size_t> place) {
        const Expr as_typed = f < typed.size() ? typed[f] : Expr{};
        all.push_back({{functions[f], as_typed, Asked::derivative, std::move(variables)}, std::move(place)});
    };
    for (std::size_t i = 0; question.asked == Asked::gradient && i < by.size(); ++i) add(0, {by[i]}, {i + 1});
    for (std::size_t i = 0; question.asked == Asked::hessian && i < by.size(); ++i)
        for (std::size_t j = 0; j < by.size(); ++j) add(0, {by[i], by[j]}, {i + 1, j + 1});
    for (std::size_t i = 0; question.asked == Asked::jacobian && i < functions.size(); ++i)
        for (std::size_t j = 0; j < by.size(); ++j) add(i, {by[j]}, {i + 1, j + 1});
    for (std::size_t i = 0; question.asked == Asked::derivative && i < functions.size(); ++i) add(i, by, {i + 1});
    return all;
}

// Each entry on its own; the likeliest explanation of each.
Diagnosis diagnose_entries(Pool& pool, const Question& question, Expr right, Expr answer) {
    const std::vector<Expr> expected = scalars(pool, right), given = scalars(pool, answer);
    const std::vector<Entry> asked = entries_of(pool, question);
    Diagnosis diagnosis;
    if (expected.size() != given.size() || expected.size() != asked.size()) return diagnosis;
    const std::size_t n = question.variables.size();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        // A Hessian is symmetric: what was said is not said again.
        if (question.asked == Asked::hessian && i % n < i / n && given[i] == given[i % n * n + i / n]) continue;
        Diagnosis of_entry = diagnose(pool, asked[i].question, expected[i], given[i]);
        if (of_entry.explanations.empty()) continue;
        if (diagnosis.explanations.empty()) diagnosis.explanations.emplace_back();
        for (Mistake& mistake : of_entry.explanations.front().mistakes) {
            mistake.entry = asked[i].place;
            diagnosis.explanations.front().mistakes.push_back(std::move(mistake));
        }
    }
    return diagnosis;
}

Diagnosis diagnose_any(Pool& pool, const Question& question, Expr right, Expr answer) {
    const bool shaped = pool.op(right) == Op::vector;
    if (question.variables.empty() || right == answer) return {};
    if (pool.op(question.function) == Op::vector && question.asked == Asked::derivative)
        return shaped ? diagnose_entries(pool, question, right, answer) : Diagnosis{};
    auto points = points_for(pool, question, right, answer);
    if (!points) return {};
    const Checked checked{pool, question, right, *points};
    if (checked.same(right, answer)) return {};
    Diagnosis diagnosis = diagnose_whole(checked, answer);
    if (diagnosis.explanations.empty() && shaped) return diagnose_entries(pool, question, right, answer);
    return diagnosis;
}

}  // namespace

Diagnosis diagnose(Pool& pool, const Question& question, Expr right, Expr answer) {
    const Expr all[] = {question.function, question.typed, right, answer};
    if (reachable(pool, all).size() > most_operations) return {};
    try {
        return diagnose_any(pool, question, right, answer);
    } catch (const Error&) {  // a verdict is not worth less for want of a diagnosis
        return {};
    }
}

}  // namespace pdiff
