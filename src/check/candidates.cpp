#include "check/candidates.hpp"

#include <algorithm>

#include "check/algebra_mistakes.hpp"
#include "check/mistake_text.hpp"
#include "check/written_derivative.hpp"
#include "expr/scalars.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/print.hpp"

namespace pdiff {
namespace {

constexpr std::size_t first_step_work = 10'000;  // steps of wrong first derivatives that are built
constexpr std::size_t most_written = 200;        // steps: an unsimplified derivative is long

Draft draft_of(Pool& pool, const RuleSearch& search, const Applied& applied, bool typed) {
    Draft draft{.row = differential_rules().cases()[applied.rule].row};
    draft.place = search.steps()[applied.step].expr;
    draft.typed = typed;
    draft.should = search.right(applied.step);
    draft.found = search.taken(applied);
    std::vector<Expr> differentials(search.steps().size(), zero);
    for (const std::uint32_t step : applied.bound)
        if (step != no_step) differentials[step] = search.right(step);
    draft.letters = search.bindings(applied, differentials);
    (void)pool;
    return draft;
}

Candidate candidate_of(const Checked& checked, const RuleSearch& search, const Combination& broken, bool everywhere) {
    Candidate candidate{.answer = search.build(broken), .drafts = {}};
    std::vector<const MistakeRow*> named;
    for (const std::uint32_t i : broken) {
        const MistakeRow* row = differential_rules().cases()[search.applied()[i].rule].row;
        const auto count = std::ranges::count_if(
            broken, [&](std::uint32_t j) { return differential_rules().cases()[search.applied()[j].rule].row == row; });
        if (everywhere && std::ranges::find(named, row) != named.end()) continue;
        named.push_back(row);
        candidate.drafts.push_back(draft_of(checked.pool, search, search.applied()[i], checked.typed()));
        candidate.drafts.back().everywhere = everywhere && count > 1;
    }
    return candidate;
}

template <class Table>
bool is_in(const Table& table, const MistakeRow& row) {
    return &row >= std::begin(table) && &row < std::end(table);
}

template <class Make>
void guarded(Make make) {
    try {
        make();
    } catch (const Error&) {  // a mistake may divide by zero
    }
}

void add_algebra(const Checked& checked, Expr f, bool typed, bool before, std::optional<Expr> answer,
                 std::vector<Candidate>& found) {
    Pool& pool = checked.pool;
    for (const AlgebraMistake& m : algebra_mistakes_in(pool, f, typed)) {
        guarded([&] {
            const Expr made = before ? differentiate(pool, m.whole, checked.question.variables) : m.whole;
            if (answer ? !checked.same(made, *answer) : checked.same(made, checked.right)) return;
            Draft draft{.row = m.row, .place = m.place, .found = m.found, .should = m.value, .typed = typed};
            draft.letters = m.letters;
            found.push_back({made, {draft}});
        });
    }
}

}  // namespace

bool Checked::same(Expr a, Expr b) const {
    if (a == b) return true;
    const std::vector<Expr> left = scalars(pool, a), right_ = scalars(pool, b);
    if (left.size() != right_.size() || pool.op(a) != pool.op(b)) {
        if (left.size() != 1 || right_.size() != 1) return false;
    }
    for (std::size_t i = 0; i < left.size(); ++i)
        if (!alike(points(left[i]), points(right_[i])) &&
            !alike(points(left[i]), points(right_[i]), larger(points.size(left[i]), points.size(right_[i]))))
            return false;
    return true;
}

bool Checked::defined(Expr e) const {
    return std::ranges::all_of(scalars(pool, e), [&](Expr part) { return finite(points(part)); });
}

std::optional<PointValues> points_for(Pool& pool, const Question& question, Expr right, Expr answer) {
    std::vector<Expr> roots = scalars(pool, right);
    for (const Expr e : scalars(pool, answer)) roots.push_back(e);
    for (const Expr e : scalars(pool, left_of_zero(pool, question.function))) roots.push_back(e);
    std::vector<Expr> mentioned = roots;
    for (const Expr v : question.variables) mentioned.push_back(v);
    if (question.typed == Expr{})
        return PointValues::find(pool, variables(pool, pool.make(Op::vector, mentioned)), roots);
    // What cancels in the function was written all the same, and is best defined too.
    mentioned.push_back(question.typed);
    const std::vector<Expr> symbols = variables(pool, pool.make(Op::vector, mentioned));
    std::vector<Expr> all = roots;
    for (const Expr e : scalars(pool, question.typed)) all.push_back(e);
    auto found = PointValues::find(pool, symbols, all);
    return found ? std::move(found) : PointValues::find(pool, symbols, roots);
}

std::vector<Candidate> rule_candidates(const Checked& checked, const RuleSearch& search, std::optional<Expr> answer) {
    std::vector<Candidate> found;
    if (!search.usable()) return found;
    std::vector<Combination> all;
    if (answer) {
        all = search.single(checked.target(*answer));
    } else {
        for (std::uint32_t i = 0; i < search.applied().size(); ++i) all.push_back({i});
    }
    for (const Combination& one_of : all)
        guarded([&] { found.push_back(candidate_of(checked, search, one_of, false)); });
    return found;
}

std::vector<Candidate> everywhere_candidates(const Checked& checked, const RuleSearch& search, Expr answer) {
    std::vector<Candidate> found;
    if (!search.usable()) return found;
    for (const Combination& all : search.everywhere(checked.target(answer)))
        guarded([&] { found.push_back(candidate_of(checked, search, all, true)); });
    return found;
}

std::vector<Candidate> pair_candidates(const Checked& checked, const RuleSearch& search, Expr answer) {
    std::vector<Candidate> found;
    if (!search.usable()) return found;
    for (const Combination& both : search.pairs(checked.target(answer)))
        guarded([&] { found.push_back(candidate_of(checked, search, both, false)); });
    return found;
}

std::vector<Candidate> task_candidates(const Checked& checked, std::optional<Expr> answer) {
    std::vector<Candidate> found;
    Pool& pool = checked.pool;
    for (const TaskMistake& m :
         task_mistakes_of(pool, checked.question, checked.right, answer.value_or(checked.right))) {
        if (answer ? !checked.same(m.answer, *answer) : checked.same(m.answer, checked.right)) continue;
        found.push_back(
            {m.answer,
             {{.row = m.row, .place = checked.question.function, .found = m.answer, .should = checked.right}}});
    }
    return found;
}

std::vector<Candidate> algebra_candidates(const Checked& checked, std::optional<Expr> answer) {
    std::vector<Candidate> found;
    if (checked.question.asked != Asked::derivative) return found;
    add_algebra(checked, checked.written(), checked.typed(), true, answer, found);
    const auto& by = checked.question.variables;
    if (by.size() == 1)
        if (const auto steps = written_steps(checked.pool, checked.written(), by[0], checked.typed(), most_written))
            guarded([&] {
                add_algebra(checked, written_derivative(checked.pool, *steps, by[0]), true, false, answer, found);
            });
    add_algebra(checked, checked.right, false, false, answer, found);
    return found;
}

std::vector<Candidate> far_algebra_candidates(const Checked& checked, Expr answer) {
    std::vector<Candidate> found;
    if (checked.question.asked != Asked::derivative) return found;
    Pool& pool = checked.pool;
    std::vector<Expr> seen{checked.right};
    const auto add = [&](Expr form) {
        if (std::ranges::find(seen, form) != seen.end()) return;
        seen.push_back(form);
        add_algebra(checked, form, false, false, answer, found);
    };
    add(derivative_by_rules(pool, checked.question.function, checked.question.variables));
    for (const Form form : {Form::automatic, Form::factored, Form::together, Form::expanded})
        add(in_form(pool, checked.right, form));
    return found;
}

std::vector<Candidate> higher_candidates(const Checked& checked, Expr answer) {
    std::vector<Candidate> found;
    const auto& by = checked.question.variables;
    Pool& pool = checked.pool;
    if (by.size() < 2 || checked.question.asked != Asked::derivative) return found;
    const Expr lower = differentiate(pool, checked.question.function, std::span(by).first(by.size() - 1));
    const RuleSearch last(pool, checked.points, lower, by.back(), false);
    for (Candidate& c : rule_candidates(checked, last, answer)) {
        for (Draft& draft : c.drafts) draft.typed = false;
        found.push_back(std::move(c));
    }
    const RuleSearch first(pool, checked.points, checked.written(), by[0], checked.typed());
    const std::size_t count = std::min(first.applied().size(), first_step_work / (first.steps().size() + 1));
    for (std::uint32_t i = 0; first.usable() && i < count; ++i) {
        guarded([&] {
            const Expr made = differentiate(pool, first.build({i}), std::span(by).subspan(1));
            if (!checked.same(made, answer)) return;
            found.push_back(candidate_of(checked, first, {i}, false));
            found.back().answer = made;
        });
    }
    return found;
}

std::vector<Candidate> candidates_of(Pool& pool, const Question& question, Expr right, const MistakeRow& row) {
    auto points = points_for(pool, question, right, right);
    if (!points) return {};
    const Checked checked{pool, question, right, *points};
    std::vector<Candidate> found;
    if (is_in(task_mistakes, row)) {
        found = task_candidates(checked, std::nullopt);
    } else if (is_in(algebra_mistakes, row)) {
        found = algebra_candidates(checked, std::nullopt);
    } else if (question.asked == Asked::derivative && question.variables.size() == 1) {
        const RuleSearch search(pool, *points, checked.written(), question.variables[0], checked.typed());
        for (std::uint32_t i = 0; search.usable() && i < search.applied().size(); ++i)
            if (differential_rules().cases()[search.applied()[i].rule].row == &row)
                guarded([&] { found.push_back(candidate_of(checked, search, {i}, false)); });
    }
    std::erase_if(found, [&](const Candidate& c) {
        return c.drafts.front().row != &row || checked.same(c.answer, right) || !checked.defined(c.answer);
    });
    return found;
}

std::vector<const MistakeRow*> mistake_rows() {
    std::vector<const MistakeRow*> rows;
    for (const MistakeRow& row : rule_mistakes) rows.push_back(&row);
    for (const MistakeRow& row : algebra_mistakes) rows.push_back(&row);
    for (const MistakeRow& row : task_mistakes) rows.push_back(&row);
    return rows;
}

std::size_t rank(const MistakeRow& row) {
    static const std::vector<const MistakeRow*> rows = mistake_rows();
    return std::size_t(std::ranges::find(rows, &row) - rows.begin());
}

Mistake in_words(const Checked& checked, const Draft& draft) {
    Pool& pool = checked.pool;
    Mistake mistake;
    mistake.name = draft.row->name, mistake.topic = draft.row->topic;
    mistake.place = draft.place, mistake.found = draft.found, mistake.should = draft.should;
    mistake.everywhere = draft.everywhere;
    if (is_in(task_mistakes, *draft.row)) {
        mistake.advice = fill_task(pool, *draft.row, checked.right, checked.question.variables.front());
        return mistake;
    }
    mistake.where = print(pool, draft.place, {.typed = draft.typed});
    const MistakeRules& rules = is_in(rule_mistakes, *draft.row) ? differential_rules() : algebra_rules();
    mistake.advice = fill(pool, rules.advice(*draft.row), draft.letters, draft.should);
    return mistake;
}

}  // namespace pdiff
