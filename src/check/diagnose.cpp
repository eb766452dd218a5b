// From a wrong answer to the mistakes that make it: candidates by doubles, then proof.
#include <algorithm>
#include <string>

#include "check/candidates.hpp"
#include "check/tell_apart.hpp"
#include "pdiff/check.hpp"
#include "pdiff/differentiate.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_explanations = 12;
constexpr std::size_t most_proofs = 24;
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
    options.want_evidence = options.want_domains = options.want_certificate = false;
    const Judgement judgement = judge(pool, a, b, options);
    if (judgement.verdict != Verdict::undecided || !pool.has(Op::apply)) return judgement;
    for (Expr& e : options.within) e = without_unknowns(pool, e);
    return judge(pool, without_unknowns(pool, a), without_unknowns(pool, b), options);
}

// Where `within` has values, if that is anywhere.
Verdict verdict(Pool& pool, Expr a, Expr b, const std::vector<Expr>& within = {}) {
    const std::vector<Expr> left = entries(pool, a), right = entries(pool, b);
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
    const Expr f = left_of_zero(checked.pool, checked.question.function);
    if (verdict(checked.pool, checked.right, answer, {f}) != Verdict::wrong) return diagnosis;
    for (const Candidate& candidate : found) {
        Explanation& explanation = diagnosis.explanations.emplace_back();
        for (const Draft& draft : candidate.drafts) explanation.mistakes.push_back(in_words(checked, draft));
    }
    if (found.size() > 1) diagnosis.tell_apart = tell_apart(found[0], found[1]);
    return diagnosis;
}

// Entries of a gradient or Hessian, each on its own.
Diagnosis diagnose_entries(Pool& pool, const Question& question, Expr right, Expr answer) {
    const std::vector<Expr> expected = entries(pool, right), given = entries(pool, answer);
    const std::size_t n = question.variables.size();
    const bool matrix = question.asked == Asked::hessian;
    if (expected.size() != given.size() || expected.size() != (matrix ? n * n : n)) return {};
    Diagnosis diagnosis;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        Question entry{
            .function = question.function, .typed = question.typed, .asked = Asked::derivative, .variables = {}};
        std::vector<std::size_t> place;
        for (const std::size_t v : matrix ? std::vector<std::size_t>{i / n, i % n} : std::vector<std::size_t>{i}) {
            entry.variables.push_back(question.variables[v]);
            place.push_back(v + 1);
        }
        // A Hessian is symmetric: what was said is not said again.
        if (matrix && i % n < i / n && given[i] == given[i % n * n + i / n]) continue;
        const Diagnosis one_entry = diagnose(pool, entry, expected[i], given[i]);
        if (one_entry.explanations.empty()) continue;
        if (diagnosis.explanations.empty()) diagnosis.explanations.emplace_back();
        for (Mistake mistake : one_entry.explanations.front().mistakes) {
            mistake.entry = place;
            diagnosis.explanations.front().mistakes.push_back(std::move(mistake));
        }
    }
    return diagnosis;
}

}  // namespace

Diagnosis diagnose(Pool& pool, const Question& question, Expr right, Expr answer) {
    const bool shaped = question.asked == Asked::gradient || question.asked == Asked::hessian;
    if (question.variables.empty() || right == answer || shaped != (pool.op(right) == Op::vector)) return {};
    if (pool.op(question.function) == Op::vector) return {};
    auto points = points_for(pool, question, right, answer);
    if (!points) return {};
    const Checked checked{pool, question, right, *points};
    if (checked.same(right, answer)) return {};
    Diagnosis diagnosis = diagnose_whole(checked, answer);
    if (diagnosis.explanations.empty() && shaped) return diagnose_entries(pool, question, right, answer);
    return diagnosis;
}

}  // namespace pdiff
