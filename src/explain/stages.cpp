#include "explain/stages.hpp"

#include <algorithm>

#include "algebra/trace.hpp"
#include "explain/changes.hpp"
#include "explain/derivation.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::explain {

namespace {

std::vector<Expr> others(const Pool& pool, Expr f, Expr x) {
    std::vector<Expr> list = variables(pool, f);
    std::erase(list, x);
    return list;
}

// f as the engine differentiates it.
Expr prepare(Pool& pool, LawReader& laws, std::vector<Change>& list, Expr f) {
    const Expr resolved = resolve_derivatives(pool, f);
    add_change(list, f, resolved, "derivatives carried out");
    Trace trace;
    const Expr ready = rewrite(pool, resolved, trace);
    add_changes(pool, laws, list, resolved, trace, ready);
    return ready;
}

// What the engine's product rule does that the quotient rule does not.
std::string_view to_engine(const Stage& stage) {
    const auto divides = [](const Step& s) {
        return s.rule == row(Law::quotient).name || s.rule == row(Law::reciprocal).name;
    };
    return std::ranges::any_of(stage.steps, divides) ? "each fraction by itself" : "multiplied out";
}

// What the laws give, and what they give in the engine, which has products and powers alone, lead to one form: if not
// by themselves, then by way of the engine's.
Expr finish(Pool& pool, LawReader& laws, Stage& stage, const Task& task, Expr engine) {
    const Expr raw = stage.steps.back().result;
    std::vector<Change> direct, from_engine;
    const auto of = task.closes ? std::optional(Closing{task.f, stage.variable}) : std::nullopt;
    const Expr shown = finish(pool, laws, direct, raw, of, task.form);
    stage.changes = std::move(direct);
    if (engine == raw) return shown;
    const Expr wanted = finish(pool, laws, from_engine, engine, of, task.form);
    if (wanted == shown) return shown;
    stage.changes.clear();
    add_change(stage.changes, raw, engine, std::string(to_engine(stage)));
    stage.changes.insert(stage.changes.end(), from_engine.begin(), from_engine.end());
    return wanted;
}

// An order that is not the last: only rewritten, for it is differentiated again.
Expr go_on(Pool& pool, LawReader& laws, Stage& stage, Expr engine) {
    add_change(stage.changes, stage.steps.back().result, engine, std::string(to_engine(stage)));
    Trace trace;
    const Expr next = rewrite(pool, engine, trace);
    add_changes(pool, laws, stage.changes, engine, trace, next);
    return next;
}

}  // namespace

Stage derivative_stage(Pool& pool, const Task& task, Expr now, Expr x) {
    LawReader laws(pool, variables(pool, task.f));
    Stage stage;
    stage.variable = x;
    stage.of = prepare(pool, laws, stage.preparation, now);
    stage.fixed = others(pool, task.f, x);
    stage.steps = derive(pool, laws, stage.of, x);
    const Expr engine = derivative_by_rules(pool, stage.of, {&x, 1});
    stage.result = task.last ? finish(pool, laws, stage, task, engine) : go_on(pool, laws, stage, engine);
    return stage;
}

Stage conclusion(Pool& pool, std::string_view formula, std::span<const Expr> values, std::string reason, Form form) {
    LawReader laws(pool, {});
    Stage stage;
    stage.kind = StageKind::conclusion;
    stage.of = laws.filled(formula, values, Merge::none);
    stage.note = std::move(reason);
    const Expr raw = laws.filled(formula, values, Merge::all);
    add_change(stage.changes, stage.of, raw, "like terms and factors collected");
    stage.result = finish(pool, laws, stage.changes, raw, std::nullopt, form);
    return stage;
}

}  // namespace pdiff::explain
