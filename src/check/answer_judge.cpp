#include "check/answer_judge.hpp"

#include <algorithm>

#include "check/on_curve.hpp"
#include "check/task_mistakes.hpp"
#include "expr/scalars.hpp"

namespace pdiff {

namespace {

// The verdict on all branches of the curve: right on each, or wrong on one.
Judgement judge_on(Pool& pool, const std::vector<Branch>& all, Expr right, Expr answer, const JudgeOptions& options) {
    Judgement whole;
    for (const Branch& branch : all) {
        const auto at = [&](Expr f, Expr value) {
            return substitute(pool, f, std::span(&branch.variable, 1), std::span(&value, 1));
        };
        JudgeOptions here = options;
        here.within.push_back(branch.value);
        Judgement judgement = judge(pool, at(right, branch.value), at(answer, branch.value), here);
        judgement.certificate.insert(judgement.certificate.begin(),
                                     {"on the curve", branch.variable, branch.value, {}});
        if (judgement.witness) {
            Expr value = branch.value;
            for (const Binding& b : judgement.witness->point)
                value = substitute(pool, value, std::span(&b.symbol, 1), std::span(&b.value, 1));
            judgement.witness->point.push_back({branch.variable, value});
            return judgement;
        }
        if (judgement.verdict != Verdict::right) return judgement;
        whole.certificate.insert(whole.certificate.end(), judgement.certificate.begin(), judgement.certificate.end());
        whole.verdict = judgement.verdict, whole.method = judgement.method;
    }
    return whole;
}

}  // namespace

Judgement judge_part(Pool& pool, const AnswerKey& key, Expr right, Expr answer, JudgeOptions options) {
    for (const Expr f : scalars(pool, key.function))
        if (pool.op(f) != Op::equal && !pool.is_constant(f)) options.within.push_back(f);
    options.conditions.insert(options.conditions.end(), key.smooth.begin(), key.smooth.end());
    Judgement judgement = judge(pool, right, answer, options);
    if (!key.curve || judgement.verdict == Verdict::right) return judgement;
    const std::vector<Branch> all = branches(pool, *key.curve, key.dependent);
    if (!all.empty()) return judge_on(pool, all, right, answer, options);
    if (judgement.verdict != Verdict::wrong) return judgement;
    judgement = {};  // that was off the curve
    judgement.witness = whole_witness(pool, *key.curve, right, answer);
    if (judgement.witness) judgement.verdict = Verdict::wrong, judgement.method = Method::witness;
    return judgement;
}

}  // namespace pdiff
