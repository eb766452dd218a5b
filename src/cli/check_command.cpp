#include "cli/check_command.hpp"

#include "cli/check_key.hpp"
#include "cli/check_pairs.hpp"
#include "cli/failure.hpp"
#include "cli/label.hpp"
#include "cli/visible.hpp"

namespace pdiff::cli {

namespace {

constexpr Sides sides{"the derivative", "the answer", "function", "derivative", "answer"};
constexpr std::size_t name_bytes = 40;  // of a step
constexpr RowNames names{"function f expr expression question", "answer response"};

// The form that --form demands of the answer.
DemandedForm demanded_form(Pool& pool, const Task& task) {
    constexpr std::string_view match = "match:";
    const std::string& name = task.options.form;
    if (!name.starts_with(match)) return {find_form(name).value_or(Form::automatic), {}};
    const std::string_view model = std::string_view(name).substr(match.size());
    return {Form::automatic, about(model, [&] { return parse(pool, model, task.reading).value; })};
}

std::string form_name(const Task& task) {
    const std::string& name = task.options.form;
    if (const std::size_t colon = name.find(':'); colon != std::string::npos)
        return "in the form " + name.substr(colon + 1);
    return name == "together" ? "over one denominator" : name;
}

AnswerOptions answer_options(Pool& pool, const Task& task) {
    AnswerOptions options;
    options.reading = task.reading;
    options.form = demanded_form(pool, task);
    options.other_case = !task.options.strict;
    options.judging.same_domain = task.options.same_domain;
    options.judging.want_certificate = task.json;
    return options;
}

// What is wrong with the answer's text is told of that text.
CheckedAnswer checked_answer(Workspace& workspace, Parser& parser, const Task& task, const AnswerKey& key,
                             std::string_view text) {
    try {
        return check_answer(workspace.pool, parser, key, text, answer_options(workspace.pool, task));
    } catch (const Failure&) {
        throw;
    } catch (const Error& error) {
        if (!error.span) throw;
        Failure failure(error);
        failure.message = "in the answer: " + error.message;
        failure.text = text;
        throw failure;
    }
}

// Entries by their place; the steps of a chain a = b = c by what stands there.
void name_parts(const Pool& pool, const Answer& a, std::string_view text, Report& report) {
    const auto& parts = report.checked.parts;
    if (parts.size() < 2) return;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool step = (i > 0 && parts[i - 1].place == parts[i].place) ||
                          (i + 1 < parts.size() && parts[i + 1].place == parts[i].place);
        report.chain = report.chain || step;
        const Span span = parts[i].span;
        report.names.push_back(step ? visible(text.substr(span.begin, span.end - span.begin), name_bytes)
                                    : entry_name(pool, a, parts[i].place));
    }
}

// Plain partial derivatives of one function: the other systems can differentiate too.
void add_originals(const Pool& pool, const Answer& a, Report& report) {
    if (pool.op(a.parsed.value) == Op::vector) return;
    for (const AnswerPart& part : report.checked.parts) {
        std::vector<Expr> by = entry_sequence(a, part.place);
        if (by.empty()) return report.originals.clear();
        report.originals.push_back({a.parsed.typed, std::move(by)});
    }
}

Report judge_row(Workspace& workspace, Parser& parser, const Task& task, const Row& row) {
    Pool& pool = workspace.pool;
    const Answer a = answer(workspace, task, row.first);
    const AnswerKey key = answer_key(pool, task, a);
    Report report;
    report.id = row.id, report.first = row.first, report.second = row.second;
    report.checked = checked_answer(workspace, parser, task, key, row.second);
    const CheckedAnswer& checked = report.checked;
    report.form = form_name(task);
    report.decimals = a.parsed.decimals || checked.decimals;
    name_parts(pool, a, row.second, report);
    if (checked.verdict == Verdict::wrong) {
        report.diagnosis = diagnose(pool, a, checked);
        report.diagnosed = true;
    }
    if (!task.options.cross_check.empty()) add_originals(pool, a, report);
    if (task.options.show)
        for (const Result& result : a.results) {
            report.result_names.push_back(label(pool, a, result, Format::plain));
            report.results.push_back(in_form(pool, result.value));
        }
    return report;
}

}  // namespace

int check_command(const Options& options, Output& output, std::string& text) {
    Parser parser;  // of answers: their names are not those of the questions
    const PairCommand command{sides, names, "pdiff check \"x^2*y\" \"2*x*y\" --wrt x",
                              [&](Workspace& workspace, const Task& task, const Row& row) {
                                  return judge_row(workspace, parser, task, row);
                              }};
    return run_pairs(command, options, output, text);
}

}  // namespace pdiff::cli
