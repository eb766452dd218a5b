#include <algorithm>

#include "check/answer_judge.hpp"
#include "check/answer_names.hpp"
#include "check/answer_reading.hpp"
#include "pdiff/differentiate.hpp"

namespace pdiff {

namespace {

bool all_right(Pool& pool, const AnswerKey& key, std::vector<AnswerPart> parts, std::span<const Renaming> renamings) {
    rename(pool, parts, renamings);
    const JudgeOptions quick{.want_evidence = false, .want_domains = false, .want_certificate = false};
    return std::ranges::all_of(parts, [&](const AnswerPart& part) {
        return judge_part(pool, key, part.right, part.answer, quick).verdict == Verdict::right;
    });
}

// `+ C` with a C that the question does not know.
std::optional<Expr> constant_of_integration(Pool& pool, const AnswerKey& key, const std::vector<AnswerPart>& parts,
                                            std::span<const Expr> foreign) {
    for (const Expr c : foreign) {
        for (const AnswerPart& part : parts)
            if (!pool.is_number(differentiate(pool, part.answer, c))) return std::nullopt;
        const Renaming without{c, zero};
        if (all_right(pool, key, parts, std::span(&without, 1))) return c;
    }
    return std::nullopt;
}

// The names of the answer that the question does not know, taken for those that the answer lacks.
std::vector<Renaming> other_variables(Pool& pool, const AnswerKey& key, const CheckedAnswer& checked,
                                      std::vector<Expr> foreign, std::span<const Expr> known) {
    std::vector<Expr> lacking;
    for (const Expr v : known) {
        const auto has = [&](const AnswerPart& part) {
            const std::vector<Expr> own = variables(pool, part.answer);
            return std::ranges::find(own, v) != own.end();
        };
        if (std::ranges::none_of(checked.parts, has)) lacking.push_back(v);
    }
    constexpr std::size_t most = 3;  // names at once: the orders of more are too many to try
    if (foreign.empty() || foreign.size() > most || lacking.size() < foreign.size() || lacking.size() > most + 1)
        return {};
    std::ranges::sort(lacking);
    do {
        std::vector<Renaming> renamings;
        for (std::size_t i = 0; i < foreign.size(); ++i) renamings.push_back({foreign[i], lacking[i]});
        if (all_right(pool, key, checked.parts, renamings)) return renamings;
    } while (std::ranges::next_permutation(lacking).found);
    return {};
}

void demand_form(Pool& pool, const DemandedForm& form, AnswerPart& part) {
    if (form.model)
        part.in_form = part.answer == *form.model;
    else if (form.form != Form::automatic)
        part.in_form = has_form(pool, part.answer, form.form);
}

// What would make a wrong answer right.
void find_remedy(Pool& pool, const AnswerKey& key, std::span<const Expr> known, std::vector<AnswerPart> written,
                 CheckedAnswer& checked) {
    if (written.empty()) written = checked.parts;
    checked.constant = constant_of_integration(pool, key, written, foreign_variables(pool, written, known));
    if (checked.constant)
        checked.read_as.clear();
    else
        checked.right_with = other_variables(pool, key, checked, foreign_variables(pool, checked.parts, known), known);
}

}  // namespace

CheckedAnswer check_answer(Pool& pool, Parser& parser, const AnswerKey& key, std::string_view text,
                           const AnswerOptions& options) {
    CheckedAnswer checked;
    read_answer(pool, parser, key, text, options, checked);
    checked.verdict = checked.shape.empty() ? Verdict::right : Verdict::wrong;
    const std::vector<Expr> known = question_variables(pool, key);
    std::vector<Expr> foreign = foreign_variables(pool, checked.parts, known);
    std::vector<AnswerPart> written;  // as it was before another case was allowed
    if (!foreign.empty() && options.other_case) {
        written = checked.parts;
        checked.read_as = case_slips(pool, foreign, known);
        rename(pool, checked.parts, checked.read_as);
        foreign = foreign_variables(pool, checked.parts, known);
    }
    for (AnswerPart& part : checked.parts) {
        part.judgement = judge_part(pool, key, part.right, part.answer, options.judging);
        checked.verdict = worse(checked.verdict, part.judgement.verdict);
        demand_form(pool, options.form, part);
        checked.in_form = checked.in_form && part.in_form;
    }
    checked.foreign = std::move(foreign);
    if (checked.verdict == Verdict::wrong) find_remedy(pool, key, known, std::move(written), checked);
    return checked;
}

}  // namespace pdiff
