#include "pdiff/explain.hpp"

#include <algorithm>

#include "algebra/trace.hpp"
#include "explain/changes.hpp"
#include "explain/derivation.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/operators.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {

namespace {

using explain::LawReader;

std::vector<Expr> others(const Pool& pool, Expr f, Expr x) {
    std::vector<Expr> list = variables(pool, f);
    std::erase(list, x);
    return list;
}

// f as the engine differentiates it.
Expr prepare(Pool& pool, LawReader& laws, std::vector<Change>& list, Expr f) {
    const Expr resolved = resolve_derivatives(pool, f);
    explain::add_change(list, f, resolved, "derivatives carried out");
    Trace trace;
    const Expr ready = rewrite(pool, resolved, trace);
    explain::add_changes(pool, laws, list, resolved, trace, ready);
    return ready;
}

// What the engine's product rule does that the quotient rule does not.
std::string_view to_engine(const Stage& stage) {
    const auto divides = [](const Step& s) {
        return s.rule == row(Law::quotient).name || s.rule == row(Law::reciprocal).name;
    };
    return std::ranges::any_of(stage.steps, divides) ? "each fraction by itself" : "multiplied out";
}

// One derivative by one variable; `f` is the function that it all began with.
struct Task {
    Expr f{};
    Form form = Form::automatic;
    bool closes = false;  // a first partial, completed at its seams
    bool last = true;
};

// What the laws give, and what they give in the engine, which has products and powers alone, lead to one form: if not
// by themselves, then by way of the engine's.
Expr finish(Pool& pool, LawReader& laws, Stage& stage, const Task& task, Expr engine) {
    const Expr raw = stage.steps.back().result;
    std::vector<Change> direct, from_engine;
    const auto of = task.closes ? std::optional(explain::Closing{task.f, stage.variable}) : std::nullopt;
    const Expr shown = explain::finish(pool, laws, direct, raw, of, task.form);
    stage.changes = std::move(direct);
    if (engine == raw) return shown;
    const Expr wanted = explain::finish(pool, laws, from_engine, engine, of, task.form);
    if (wanted == shown) return shown;
    stage.changes.clear();
    explain::add_change(stage.changes, raw, engine, std::string(to_engine(stage)));
    stage.changes.insert(stage.changes.end(), from_engine.begin(), from_engine.end());
    return wanted;
}

// An order that is not the last: only rewritten, for it is differentiated again.
Expr go_on(Pool& pool, LawReader& laws, Stage& stage, Expr engine) {
    explain::add_change(stage.changes, stage.steps.back().result, engine, std::string(to_engine(stage)));
    Trace trace;
    const Expr next = rewrite(pool, engine, trace);
    explain::add_changes(pool, laws, stage.changes, engine, trace, next);
    return next;
}

Stage derivative_stage(Pool& pool, const Task& task, Expr now, Expr x) {
    LawReader laws(pool, variables(pool, task.f));
    Stage stage;
    stage.variable = x;
    stage.of = prepare(pool, laws, stage.preparation, now);
    stage.fixed = others(pool, task.f, x);
    stage.steps = explain::derive(pool, laws, stage.of, x);
    const Expr engine = derivative_by_rules(pool, stage.of, {&x, 1});
    stage.result = task.last ? finish(pool, laws, stage, task, engine) : go_on(pool, laws, stage, engine);
    return stage;
}

// Puts together what the stages before found; `law` with its letters u, v, w.
Stage conclusion(Pool& pool, std::string_view law, std::initializer_list<Expr> values, std::string reason, Form form) {
    LawReader laws(pool, {});
    Stage stage;
    stage.kind = StageKind::conclusion;
    stage.of = laws.filled(law, std::span(values.begin(), values.size()), explain::Merge::none);
    stage.note = std::move(reason);
    const Expr raw = laws.filled(law, std::span(values.begin(), values.size()), explain::Merge::all);
    explain::add_change(stage.changes, stage.of, raw, "like terms and factors collected");
    stage.result = explain::finish(pool, laws, stage.changes, raw, std::nullopt, form);
    return stage;
}

// Where the mixed partials agree, as they do wherever they are continuous.
void add_other_order(Pool& pool, Explanation& e, Expr f, std::span<const Expr> sequence, Form form) {
    Stage stage;
    stage.kind = StageKind::other_order;
    stage.fixed.assign(sequence.begin(), sequence.end());
    stage.of = f;
    for (std::size_t n = 1; n <= sequence.size(); ++n) {
        const Expr partial = in_form(pool, differentiate(pool, f, sequence.first(n)), form);
        stage.changes.push_back({partial, {}, {}});
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
        const Task task{f, form, sequence.size() == 1, i + 1 == sequence.size()};
        e.stages.push_back(derivative_stage(pool, task, now, sequence[i]));
        now = e.stages.back().result;
    }
    const std::vector<Expr> opposite(sequence.rbegin(), sequence.rend());
    if (!std::ranges::equal(opposite, sequence)) add_other_order(pool, e, f, opposite, form);
    return e;
}

Explanation explain_total(Pool& pool, Expr f, Expr t, Form form) {
    std::vector<Expr> from, to;
    for (const Expr x : others(pool, f, t)) {
        from.push_back(x);
        to.push_back(pool.make(Op::apply, {pool.function_name(std::string(pool.name(x))), t}));
    }
    const Expr moving = substitute(pool, f, from, to);
    Explanation e;
    e.stages.push_back(derivative_stage(pool, {.f = moving, .form = form}, moving, t));
    std::vector<Change>& start = e.stages.front().preparation;
    if (moving != f)
        start.insert(start.begin(),
                     {moving, "every other variable is a function of " + std::string(pool.name(t)), LawText{}});
    return e;
}

Explanation explain_implicit(Pool& pool, Expr f, Expr y, std::span<const Expr> sequence, Form form) {
    // Refuses what has no answer.
    const Expr wanted = implicit_derivative(pool, f, y, sequence);
    Expr level = f;
    if (pool.op(f) == Op::equal) {
        const Expr left = pool.args(f)[0], right = pool.args(f)[1];
        level = subtract(pool, left, right);
    }
    Explanation e;
    const auto partial = [&](Expr g, Expr x) {
        Stage stage = derivative_stage(pool, {.f = g, .form = Form::raw}, g, x);
        const Expr result = stage.result;
        e.stages.push_back(std::move(stage));
        return result;
    };
    const auto found = [&](Expr x) {  // an earlier stage has it
        for (const Stage& s : e.stages)
            if (s.kind == StageKind::derivative && s.variable == x) return s.result;
        return partial(level, x);
    };
    Expr g{};
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        const Expr x = sequence[i];
        const Form shown = i + 1 == sequence.size() ? form : Form::raw;
        const Expr by_x = found(x), by_y = found(y);
        const std::string name(pool.name(y)), by(pool.name(x));
        if (i == 0) {
            e.stages.push_back(
                conclusion(pool, "-u/v", {by_x, by_y}, "d" + name + "/d" + by + " = -F_" + by + "/F_" + name, shown));
        } else {
            const Expr g_x = partial(g, x), g_y = partial(g, y);
            const Expr slope = simplify(pool, negate(pool, divide(pool, by_x, by_y)));
            const std::string reason =
                "g_" + by + " + g_" + name + "*d" + name + "/d" + by + ", with g for what is differentiated";
            e.stages.push_back(conclusion(pool, "u + v*w", {g_x, g_y, slope}, reason, shown));
        }
        g = e.stages.back().result;
    }
    if (level != f)
        e.stages.front().preparation.insert(e.stages.front().preparation.begin(),
                                            {level, "all on one side", LawText{}});
    end_with(e, in_form(pool, wanted, form));
    return e;
}

void end_with(Explanation& e, Expr shown) {
    Stage& last = e.stages.back();
    explain::add_change(last.changes, last.result, shown, "in another form");
    last.result = shown;
}

}  // namespace pdiff
