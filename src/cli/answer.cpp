#include "cli/answer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/where.hpp"
#include "pdiff/operators.hpp"

namespace pdiff::cli {

namespace {

std::vector<Expr> symbols(Pool& pool, const std::vector<std::string>& names) {
    std::vector<Expr> result;
    result.reserve(names.size());
    for (const std::string& name : names) result.push_back(pool.symbol(name));
    return result;
}

// What an operator differentiates by: as told, else as declared, else all in order.
std::vector<Expr> operator_variables(Pool& pool, const Task& task, const Answer& a) {
    if (!task.variables.empty()) return symbols(pool, task.variables);
    if (a.variables.empty()) throw Error(ErrorKind::usage, "the expression has no variables", {}, "name one: --wrt x");
    return a.variables;
}

Expr direction(Pool& pool, const Task& task) {
    const std::string& text = *task.options.directional;
    return about(text, [&] {
        const Expr vector = parse_expr(pool, text);
        if (pool.op(vector) != Op::vector)
            throw Error(ErrorKind::usage, fmt::format("the direction {} is not a vector", text), {},
                        "write --directional \"[1, 2]\"");
        return vector;
    });
}

void implicit_result(Pool& pool, const Task& task, Answer& a) {
    const Expr y = symbols(pool, parse_variables(*task.options.implicit)).front();
    auto sequences = task.sequences;
    if (sequences.empty()) {
        std::vector<Expr> others;
        std::ranges::copy_if(a.variables, std::back_inserter(others), [y](Expr v) { return v != y; });
        if (others.size() != 1)
            throw Error(ErrorKind::usage, "--implicit needs to know what to differentiate by", {}, "add --wrt x");
        sequences.push_back({std::string(pool.name(others.front()))});
    }
    for (const auto& names : sequences) {
        Result result{Result::Kind::implicit, symbols(pool, names), {}, y};
        result.value = implicit_derivative(pool, a.parsed.value, y, result.sequence);
        a.results.push_back(std::move(result));
    }
}

void partial_results(Pool& pool, const Task& task, Answer& a) {
    for (const auto& names : task.sequences) {
        Result result{Result::Kind::partial, symbols(pool, names), {}, {}};
        result.value = result.sequence.size() == 1 ? differentiate(pool, a.parsed.value, result.sequence.front())
                                                   : differentiate(pool, a.parsed.value, result.sequence);
        a.results.push_back(std::move(result));
    }
}

void first_partials(Pool& pool, const Task& task, Answer& a) {
    const std::vector<Expr> variables = operator_variables(pool, task, a);
    if (variables.size() > 1 && pool.op(a.parsed.value) != Op::vector) {
        const std::vector<Expr> values = gradient(pool, a.parsed.value, variables);
        for (std::size_t i = 0; i < variables.size(); ++i)
            a.results.push_back({Result::Kind::partial, {variables[i]}, values[i], {}});
        return;
    }
    for (const Expr x : variables)
        a.results.push_back({Result::Kind::partial, {x}, differentiate(pool, a.parsed.value, x), {}});
}

void results(Pool& pool, const Task& task, Answer& a) {
    const Options& options = task.options;
    const Expr f = a.parsed.value;
    if (task.row) {
        const std::vector<Expr> by = operator_variables(pool, task, a);
        a.results.push_back({Result::Kind::other, by, task.row->apply(pool, f, by), {}, {}, task.row});
    } else if (options.directional) {
        const std::vector<Expr> by = operator_variables(pool, task, a);
        const Expr along = direction(pool, task);
        a.results.push_back({Result::Kind::directional, by, directional(pool, f, by, along, options.unit), along});
    } else if (options.order) {
        for (Partial& partial : partials(pool, f, operator_variables(pool, task, a), *options.order))
            a.results.push_back({Result::Kind::partial, std::move(partial.sequence), partial.value, {}});
    } else if (options.total) {
        const Expr t = symbols(pool, parse_variables(*options.total)).front();
        a.results.push_back({Result::Kind::total, {t}, total_derivative(pool, f, t), {}});
    } else if (options.implicit) {
        implicit_result(pool, task, a);
    } else if (!task.sequences.empty()) {
        partial_results(pool, task, a);
    } else {
        first_partials(pool, task, a);
    }
}

// A single answer to a question that names its variable needs no label.
bool needs_labels(const Task& task, const Answer& a) {
    if (task.options.bare) return false;
    if (a.results.size() > 1) return true;
    if (task.options.value) return false;
    const bool asked =
        !task.sequences.empty() || task.options.total || task.options.implicit || task.options.directional;
    return !asked;
}

// What has no derivative at all, or not the one that was asked for.
void check_subject(const Pool& pool, const Task& task, Expr f) {
    const Op op = pool.op(f);
    if (op == Op::truth || op == Op::less || op == Op::less_equal || op == Op::not_equal || op >= Op::is_integer)
        throw Error(ErrorKind::usage, "a condition has no derivative", {}, "write a function such as x^2*sin(y)");
    if (op == Op::equal && !task.options.implicit)
        throw Error(ErrorKind::usage, "an equation has no partial derivatives of its own", {},
                    "for dy/dx write --implicit y --wrt x, or give one side alone");
}

Expr formed(Workspace& workspace, const Task& task, Expr f, bool& complete) {
    Pool& pool = workspace.pool;
    if (task.model.empty()) return workspace.former(pool, f, task.form, &complete);
    const Expr model = about(task.model, [&] { return parse(pool, task.model, task.reading).value; });
    if (const auto matched = match_form(pool, f, model)) return *matched;
    throw Error(ErrorKind::usage, fmt::format("the result is not proved equal to {}", print(pool, model)), {},
                fmt::format("it is {}", print(pool, in_form(pool, f))));
}

}  // namespace

Answer answer(Workspace& workspace, const Task& task, std::string_view text) {
    Pool& pool = workspace.pool;
    Answer a;
    a.parsed = workspace.parser.parse(pool, text, task.reading);
    check_subject(pool, task, a.parsed.value);
    // A single named variable is the common question of a stream: then nobody asks which there are.
    const bool named = !task.sequences.empty() && !task.options.implicit && !task.json;
    if (!a.parsed.parameters.empty())
        a.variables = a.parsed.parameters;
    else if (!named)
        a.variables = variables(pool, a.parsed.value);
    results(pool, task, a);
    find_conditions(pool, task, a);
    for (Result& result : a.results) result.value = formed(workspace, task, result.value, result.complete);
    a.labelled = needs_labels(task, a);
    return a;
}

}  // namespace pdiff::cli
