// Wrong answers and the mistakes that make them.
#pragma once

#include <cstddef>
#include <vector>

#include "check/point_values.hpp"
#include "check/rule_search.hpp"
#include "check/task_mistakes.hpp"
#include "pdiff/mistakes.hpp"

namespace pdiff {

// A mistake before it is put into words.
struct Draft {
    const MistakeRow* row = nullptr;
    Expr place{}, found{}, should{};
    bool typed = false;  // `place` is as it was typed
    bool everywhere = false;
    ExprBindings letters{};
};

struct Candidate {
    Expr answer{};
    std::vector<Draft> drafts;
};

// A question with points at which all of it is defined.
struct Checked {
    Pool& pool;
    const Question& question;
    Expr right;
    PointValues& points;

    // Equal in doubles, and of one shape.
    bool same(Expr a, Expr b) const;
    bool defined(Expr e) const;
    Target target(Expr answer) const { return {points(answer), points.size(answer)}; }
    // The function as typed, where that is known.
    Expr written() const { return question.typed == Expr{} ? question.function : question.typed; }
    bool typed() const { return question.typed != Expr{}; }
};

// Points for all that the question, the right answer and the given one consist of.
std::optional<PointValues> points_for(Pool& pool, const Question& question, Expr right, Expr answer);

// One mistake at one place, or about the task. Those that make `answer`; all, where there is none.
std::vector<Candidate> rule_candidates(const Checked& checked, const RuleSearch& search, std::optional<Expr> answer);
std::vector<Candidate> task_candidates(const Checked& checked, std::optional<Expr> answer);
// In the function before it is differentiated, and in the right answer.
std::vector<Candidate> algebra_candidates(const Checked& checked, std::optional<Expr> answer);
// The same in other forms of the right answer.
std::vector<Candidate> far_algebra_candidates(const Checked& checked, Expr answer);

// One rule wherever it applies, then two; two mistakes at two places.
std::vector<Candidate> everywhere_candidates(const Checked& checked, const RuleSearch& search, Expr answer);
std::vector<Candidate> pair_candidates(const Checked& checked, const RuleSearch& search, Expr answer);
// Of a higher derivative: mistakes in the first step, and in the last.
std::vector<Candidate> higher_candidates(const Checked& checked, Expr answer);

// All that a row makes of a question, at one place each.
std::vector<Candidate> candidates_of(Pool& pool, const Question& question, Expr right, const MistakeRow& row);

// Likely ones first: the order of the tables.
std::size_t rank(const MistakeRow& row);
// Of all tables.
std::vector<const MistakeRow*> mistake_rows();

Mistake in_words(const Checked& checked, const Draft& draft);

}  // namespace pdiff
