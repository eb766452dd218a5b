#include "pdiff/explain.hpp"

#include <algorithm>

#include "calculus/dependence.hpp"
#include "calculus/laws.hpp"
#include "explain/changes.hpp"
#include "explain/stages.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/operators.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {

namespace {

constexpr std::size_t most_in_other_order = 6;  // derivatives that are taken a second time

// Where the mixed partials agree, as they do wherever they are continuous.
void add_other_order(Pool& pool, Explanation& e, Expr f, std::span<const Expr> sequence, Form form) {
    Stage stage;
    stage.kind = StageKind::other_order;
    stage.fixed.assign(sequence.begin(), sequence.end());
    stage.of = f;
    Expr now = f;
    for (const Expr x : sequence) {
        now = rewrite(pool, derivative_by_rules(pool, now, {&x, 1}));
        stage.changes.push_back({in_form(pool, simplify(pool, now), form), {}, {}});
    }
    stage.result = e.result();
    const Expr other = stage.changes.back().result;
    if (other != stage.result && !is_zero(pool, subtract(pool, other, stage.result))) return;
    stage.changes.back().result = stage.result;
    e.stages.push_back(std::move(stage));
}

}  // namespace

Explanation explain_partial(Pool& pool, Expr f, std::span<const Expr> sequence, Form form) {
    Explanation e;
    Expr now = f;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        const explain::Task task{f, form, sequence.size() == 1, i + 1 == sequence.size()};
        e.stages.push_back(explain::derivative_stage(pool, task, now, sequence[i]));
        now = e.stages.back().result;
    }
    const std::vector<Expr> opposite(sequence.rbegin(), sequence.rend());
    if (sequence.size() <= most_in_other_order && !std::ranges::equal(opposite, sequence))
        add_other_order(pool, e, f, opposite, form);
    return e;
}

Explanation explain_total(Pool& pool, Expr f, Expr t, Form form) {
    const Expr moving = depending_on(pool, f, t);
    Explanation e;
    e.stages.push_back(explain::derivative_stage(pool, {.f = moving, .form = form}, moving, t));
    std::vector<Change>& start = e.stages.front().preparation;
    if (moving != f)
        start.insert(start.begin(),
                     {moving, "every other variable is a function of " + std::string(pool.name(t)), LawText{}});
    return e;
}

namespace {

// Stage by stage along the curve F(x, y) = 0.
class ImplicitSolution {
public:
    ImplicitSolution(Pool& pool, Expr level, Expr y) : pool_(pool), level_(level), y_(y) {}

    void first(Expr x, Form form) {
        const Expr values[] = {of_level(x), of_level(y_)};
        conclude(CurveLaw::slope, values, x, form);
    }

    void next(Expr x, Form form) {
        const Expr g = solution.result(), partials[] = {of_level(x), of_level(y_)};
        const Expr slope = simplify(pool_, curve_law(CurveLaw::slope).instantiate(pool_, partials));
        const Expr g_x = partial(g, x), g_y = partial(g, y_);
        const Expr values[] = {g_x, g_y, slope};
        conclude(CurveLaw::along, values, x, form);
    }

    Explanation solution;

private:
    Expr partial(Expr g, Expr x) {
        solution.stages.push_back(explain::derivative_stage(pool_, {.f = g, .form = Form::raw}, g, x));
        return solution.result();
    }

    // Once for each variable.
    Expr of_level(Expr x) {
        for (const Stage& s : solution.stages)
            if (s.kind == StageKind::derivative && s.variable == x) return s.result;
        return partial(level_, x);
    }

    void conclude(CurveLaw law, std::span<const Expr> values, Expr x, Form form) {
        std::string reason;
        for (const char c : row(law).name) {
            if (reason.ends_with('$'))
                reason.pop_back(), reason += pool_.name(c == 'x' ? x : y_);
            else
                reason += c;
        }
        solution.stages.push_back(explain::conclusion(pool_, row(law).formula, values, std::move(reason), form));
    }

    Pool& pool_;
    Expr level_, y_;
};

}  // namespace

Explanation explain_implicit(Pool& pool, Expr f, Expr y, std::span<const Expr> sequence, Form form) {
    // Refuses what has no answer.
    const Expr wanted = implicit_derivative(pool, f, y, sequence);
    const Expr level = level_function(pool, f);
    ImplicitSolution steps(pool, level, y);
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        const Form shown = i + 1 == sequence.size() ? form : Form::raw;
        if (i == 0)
            steps.first(sequence[i], shown);
        else
            steps.next(sequence[i], shown);
    }
    Explanation e = std::move(steps.solution);
    std::vector<Change>& start = e.stages.front().preparation;
    if (level != f) start.insert(start.begin(), {level, "all on one side", LawText{}});
    end_with(e, in_form(pool, wanted, form));
    return e;
}

void end_with(Explanation& e, Expr shown) {
    Stage& last = e.stages.back();
    explain::add_change(last.changes, last.result, shown, "in another form");
    last.result = shown;
}

}  // namespace pdiff
