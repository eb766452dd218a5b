#include "cli/steps_command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/answer.hpp"
#include "cli/diagnostics.hpp"
#include "cli/failure.hpp"
#include "cli/report.hpp"
#include "cli/solution.hpp"
#include "explain/write.hpp"

namespace pdiff::cli {

namespace {

// The format that is asked for, the one that expressions are written in, and who writes the solution.
struct StepsFormat {
    std::string_view name, expressions;
    std::string (*write)(const Pool&, const explain::Sheet&, const explain::WriteOptions&);
};

constexpr StepsFormat formats[] = {
    {"plain", "plain", explain::as_text},
    {"unicode", "unicode", explain::as_text},
};

const StepsFormat& format_of(const Options& options) {
    const auto found = std::ranges::find(formats, options.format, &StepsFormat::name);
    if (found != std::end(formats)) return *found;
    throw Error(ErrorKind::usage, fmt::format("`pdiff steps` has no --format {}", options.format), {},
                "available: plain, unicode");
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
    if (!options.at.empty())
        throw Error(ErrorKind::usage, "`pdiff steps` explains the derivative, not its value at a point", {},
                    "leave out steps for the value, or --at for the steps");
}

void note_remarks(Pool& pool, const Task& task, const Answer& a, std::string_view text) {
    if (task.options.quiet) return;
    for (const Remark& note : remarks(pool, task, a, {})) {
        std::string shown = note_text(note.message);
        if (note.span) shown += excerpt(text, *note.span);
        write_error(shown);
    }
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
    Workspace workspace(task.limits);
    Pool& pool = workspace.pool;
    const Answer a = answer(workspace, task, text);
    Explanation all;
    for (const Result& result : a.results) {
        Explanation one = solution(pool, task, a, result);
        std::ranges::move(one.stages, std::back_inserter(all.stages));
    }
    const explain::Sheet sheet = explain::sheet(pool, a.parsed.typed, all, sheet_options(options));
    std::string shown;
    if (sheet.complete && !options.quiz) append_text(shown, workspace, task, a, {}, "\n");
    explain::WriteOptions writing{.format = task.format, .decimals = a.parsed.decimals, .answer = shown};
    if (!a.parsed.function_name.empty()) writing.function = a.parsed.function_name;
    output.write(format.write(pool, sheet, writing));
    output.flush();
    note_remarks(pool, task, a, text);
    return 0;
}

}  // namespace pdiff::cli
