#include "cli/steps_command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/answer.hpp"
#include "cli/diagnostics.hpp"
#include "cli/failure.hpp"
#include "cli/figures.hpp"
#include "cli/label.hpp"
#include "cli/report.hpp"
#include "cli/solution.hpp"
#include "cli/steps_json.hpp"
#include "explain/write.hpp"

namespace pdiff::cli {

namespace {

// The format that is asked for, the one that expressions are written in, and who writes the solution.
struct StepsFormat {
    std::string_view name, expressions;
    std::string (*write)(const Pool&, const explain::Sheet&, const explain::WriteOptions&);
};

constexpr StepsFormat formats[] = {
    {"plain", "plain", explain::as_text},        {"unicode", "unicode", explain::as_text},
    {"markdown", "latex", explain::as_markdown}, {"latex", "latex", explain::as_latex},
    {"html", "mathml", explain::as_html},        {"json", "plain", nullptr},
};

const StepsFormat& format_of(const Options& options) {
    const auto found = std::ranges::find(formats, options.format, &StepsFormat::name);
    if (found != std::end(formats)) return *found;
    throw Error(ErrorKind::usage, fmt::format("`pdiff steps` has no --format {}", options.format), {},
                "available: plain, unicode, markdown, latex, html, json");
}

explain::SheetOptions sheet_options(const Options& options) {
    explain::SheetOptions sheet;
    sheet.detail = options.detail == "low"    ? explain::Detail::low
                   : options.detail == "full" ? explain::Detail::full
                                              : explain::Detail::normal;
    sheet.hint = options.hint;
    sheet.quiz = options.quiz;
    return sheet;
}

void refuse_what_does_not_fit(const Options& options, const Task& task) {
    if (task.stream) throw Error(ErrorKind::usage, "`pdiff steps` explains one expression at a time");
    if (options.format == "json" && (options.hint || options.quiz))
        throw Error(ErrorKind::usage, "--format json has every step and every result", {},
                    "leave out --hint and --quiz");
    if (!options.at.empty())
        throw Error(ErrorKind::usage, "`pdiff steps` explains the derivative, not its value at a point", {},
                    "leave out steps for the value, or --at for the steps");
}

std::string written(Workspace& workspace, const Task& task, const Answer& a, std::vector<Explanation> explanations,
                    const StepsFormat& format) {
    Explanation all;
    const bool titled =
        a.results.size() > 1 && std::ranges::any_of(a.results, [](const Result& r) { return r.sequence.size() > 1; });
    for (std::size_t i = 0; titled && i < explanations.size(); ++i)
        explanations[i].stages.front().title = label(workspace.pool, a, a.results[i], task.format);
    for (Explanation& one : explanations) std::ranges::move(one.stages, std::back_inserter(all.stages));
    const explain::Sheet sheet = explain::sheet(workspace.pool, a.parsed.typed, all, sheet_options(task.options));
    std::string shown;
    const bool told = sheet.complete && !task.options.quiz;
    if (told) append_text(shown, workspace, task, a, {}, "\n");
    explain::WriteOptions writing{.format = task.format, .decimals = a.parsed.decimals, .answer = shown};
    if (!a.parsed.function_name.empty()) writing.function = a.parsed.function_name;
    const std::string title = print(workspace.pool, a.parsed.typed, {.decimals = a.parsed.decimals, .typed = true});
    writing.title = title;
    const std::string drawn = told && task.format == Format::mathml ? figures(workspace.pool, task, a.parsed) : "";
    writing.figures = drawn;
    if (!task.options.quiet)
        for (Remark& remark : remarks(workspace.pool, task, a, {})) writing.notes.push_back(std::move(remark.message));
    std::string text = format.write(workspace.pool, sheet, writing);
    if (text.size() > task.limits.output_bytes)
        throw Error(ErrorKind::limit, fmt::format("the solution is longer than {} bytes", task.limits.output_bytes), {},
                    "--detail low says less, --limit output_bytes=N allows more");
    return text;
}

}  // namespace

int steps_command(const Options& options, Output& output, std::string& text) {
    text = the_expression(options, "pdiff steps \"x^2*sin(x)\" --wrt x");
    const StepsFormat& format = format_of(options);
    Options asked = options;
    asked.format = format.expressions;
    Task task = make_task(asked);
    task.reading.typed = true;
    refuse_what_does_not_fit(options, task);
    if (options.timeout != 0) start_timeout(options.timeout);
    Workspace workspace(task.limits, task.assumptions);
    Pool& pool = workspace.pool;
    const Answer a = answer(workspace, task, text);
    std::vector<Explanation> explanations;
    for (const Result& result : a.results) explanations.push_back(solution(pool, task, a, result));
    output.write(format.write ? written(workspace, task, a, std::move(explanations), format)
                              : steps_json(pool, a, explanations, text) + "\n");
    output.flush();
    if (!options.quiet) write_remarks(remarks(pool, task, a, {}), text);
    return 0;
}

}  // namespace pdiff::cli
