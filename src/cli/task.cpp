#include "cli/task.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/failure.hpp"
#include "cli/option_table.hpp"
#include "pdiff/operators.hpp"

namespace pdiff::cli {

namespace {

constexpr OperatorRow operator_table[] = {
    {&Options::gradient, gradient_vector, "grad $f", "∇$f", "\\nabla $f"},
    {&Options::hessian, hessian, "hessian $f", "H($f)", "\\mathbf{H}_{$f}"},
    {&Options::jacobian, jacobian, "jacobian $f", "J($f)", "\\mathbf{J}_{$f}"},
    {&Options::divergence, divergence, "div $f", "∇·$f", "\\nabla \\cdot $f"},
    {&Options::curl, curl, "curl $f", "∇×$f", "\\nabla \\times $f"},
    {&Options::laplacian, laplacian, "laplacian $f", "Δ$f", "\\Delta $f"},
};

void set_limit(Limits& limits, std::string_view text) {
    std::string name(text.substr(0, text.find('=')));
    std::ranges::replace(name, '-', '_');
    const auto rows = limit_rows();
    const auto row = std::ranges::find(rows, name, &LimitRow::name);
    const std::string_view digits = text.substr(std::min(text.size(), name.size() + 1));
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (row != rows.end() && failure == std::errc() && end == digits.data() + digits.size()) {
        limits.*row->member = number;
        return;
    }
    if (row == rows.end())
        throw Error(ErrorKind::usage, fmt::format("--limit knows no \"{}\"", name), {}, "limits: " + limit_names());
    throw Error(ErrorKind::usage, fmt::format("--limit {}: \"{}\" is no whole number", name, digits), {},
                fmt::format("write --limit {}={}", name, Limits{}.*row->member));
}

std::vector<std::string> names_in(std::string_view text) {
    return about(text, [&] { return parse_variables(text); });
}

void add_names(std::vector<std::string>& to, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        if (std::ranges::find(to, name) == to.end()) to.push_back(name);
}

std::vector<std::string> split_names(const std::vector<std::string>& texts) {
    std::vector<std::string> names;
    for (const std::string& text : texts) add_names(names, names_in(text));
    return names;
}

// An operator's variables: its own VARS, then what --wrt names; each once.
void read_operator_variables(Task& task, std::string_view own) {
    std::vector<std::string> all;
    if (!own.empty()) all = names_in(own);
    for (const auto& sequence : task.sequences) all.insert(all.end(), sequence.begin(), sequence.end());
    add_names(task.variables, all);
    if (task.variables.size() != all.size())
        throw Error(ErrorKind::usage, "a variable is named twice", {}, "an operator takes each of its variables once");
    task.sequences.clear();
}

void read_sequences(Task& task) {
    const Options& options = task.options;
    for (const std::string& text : options.wrt) {
        task.sequences.push_back(names_in(text));
        add_names(task.reading.wrt, task.sequences.back());
        if (task.sequences.back().size() > task.limits.order)
            throw Error(ErrorKind::limit,
                        fmt::format("the derivative's order is above the limit of {}", task.limits.order), {},
                        "raise it with --limit order=N");
    }
    for (const OperatorRow& row : operator_table)
        if (options.*row.chosen) task.row = &row, read_operator_variables(task, *(options.*row.chosen));
    if (options.directional || options.order) read_operator_variables(task, {});
    if (options.total && !task.sequences.empty())
        throw Error(ErrorKind::usage, "--total and --wrt are two questions", {}, "ask one of them");
    add_names(task.reading.wrt, task.variables);
    for (const auto* single : {&options.total, &options.implicit})
        if (*single) {
            const std::vector<std::string> names = names_in(**single);
            if (names.size() != 1) throw Error(ErrorKind::usage, fmt::format("\"{}\" is not one variable", **single));
            add_names(task.reading.wrt, names);
        }
}

void check_order(const Task& task) {
    if (!task.options.order) return;
    if (*task.options.order == 0) throw Error(ErrorKind::usage, "--order needs a whole number from 1 on");
    if (*task.options.order > task.limits.order)
        throw Error(ErrorKind::limit,
                    fmt::format("--order {} is above the limit of {}", *task.options.order, task.limits.order), {},
                    fmt::format("raise it with --limit order={}", *task.options.order));
}

void read_form(Task& task) {
    constexpr std::string_view match = "match:";
    const std::string& name = task.options.form;
    if (name.starts_with(match)) {
        task.model = name.substr(match.size());
        return;
    }
    const auto form = find_form(name);
    if (!form)
        throw Error(ErrorKind::usage, fmt::format("unknown form {}", name), {},
                    "--form auto, raw, expanded, factored, together or match:EXPR");
    task.form = *form;
}

void read_format(Task& task) {
    const std::string& name = task.options.format;
    task.json = name == "json";
    if (!task.json) {
        const auto format = find_format(name);
        if (!format)
            throw Error(ErrorKind::usage, fmt::format("derivatives have no --format {}", name), {},
                        "available: plain, unicode, pretty, latex, mathml, json, sympy, maxima, mathematica, giac");
        task.format = *format;
    }
    read_form(task);
    if (task.options.share && task.format != Format::plain)
        throw Error(ErrorKind::usage, "--share is for --format plain and json");
}

void read_point(Task& task) {
    for (const std::string& text : task.options.at) task.at += (task.at.empty() ? "" : ",") + text;
    if (task.at.empty() && (task.options.exact || task.options.value))
        throw Error(ErrorKind::usage, "--exact and --value need --at");
    constexpr std::size_t most_digits = 1'000'000;
    if (task.at.empty() && task.options.digits)
        throw Error(ErrorKind::usage, "--digits requires --at", {}, "add --at x=1");
    if (task.options.digits) task.digits = *task.options.digits;
    if (task.digits == 0 || task.digits > most_digits)
        throw Error(ErrorKind::usage, fmt::format("--digits needs a whole number from 1 to {}", most_digits));
    task.reading.typed = !task.at.empty();
    if (task.at.empty()) return;
    about(task.at, [&] {
        Pool pool(task.limits);
        return parse_bindings(pool, task.at, task.reading);
    });
}

}  // namespace

Task make_task(const Options& options) {
    Task task;
    task.options = options;
    task.stream = options.expressions == std::vector<std::string>{"-"};
    for (const std::string& text : options.limits) set_limit(task.limits, text);
    task.reading.split = options.split;
    task.reading.strict = options.strict;
    task.reading.variables = split_names(options.variables);
    task.reading.functions = split_names(options.functions);
    read_sequences(task);
    for (const std::string& text : options.assumptions)
        about(text, [&] { parse_assumptions(task.assumptions, text, task.reading); });
    check_order(task);
    read_format(task);
    read_point(task);
    return task;
}

Task with_wrt(const Task& task, std::vector<std::string> wrt) {
    Options options = task.options;
    options.wrt = std::move(wrt);
    return make_task(options);
}

void refuse_operators(const Options& options, std::string_view hint) {
    const bool asked =
        std::ranges::any_of(operator_table, [&](const OperatorRow& row) { return (options.*row.chosen).has_value(); });
    if (asked || options.directional || options.total || options.implicit || options.order || options.unit)
        throw Error(ErrorKind::usage,
                    fmt::format("`pdiff {}` has no use for an operator or another derivative", options.command), {},
                    std::string(hint));
}

const std::string& the_expression(const Options& options, std::string_view example) {
    if (options.expressions.empty())
        throw Error(ErrorKind::usage, "no expression", {}, fmt::format("write: {}", example));
    if (options.expressions.size() > 1)
        throw Error(ErrorKind::usage,
                    fmt::format("one expression at a time, found \"{}\" and \"{}\"", options.expressions[0],
                                options.expressions[1]),
                    {}, fmt::format("put an expression in quotes: {}", example));
    return options.expressions.front();
}

}  // namespace pdiff::cli
