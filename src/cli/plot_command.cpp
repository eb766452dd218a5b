#include "cli/plot_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/failure.hpp"
#include "cli/picture.hpp"
#include "cli/ranges.hpp"
#include "cli/report.hpp"
#include "cli/task.hpp"
#include "cli/tool.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/plot.hpp"
#include "plot/samples.hpp"
#include "print/tables.hpp"

namespace pdiff::cli {

namespace {

constexpr std::string_view formats[] = {"text", "svg", "png", "pdf", "script"};
constexpr std::size_t most_steps = 100'000;

Task plot_task(const Options& options) {
    Options own = options;
    own.format = "plain";
    own.order.reset();  // how many derivatives are drawn
    refuse_operators(own, "--order 2 draws more derivatives, --wrt x only those by x");
    Task task = make_task(own);
    if (task.stream) throw Error(ErrorKind::usage, "`pdiff plot` reads one expression, not standard input");
    task.reading.typed = true;
    return task;
}

std::vector<PlotOptions::Value> values_in(Pool& pool, const std::string& text, const ParseOptions& reading) {
    std::vector<PlotOptions::Value> values;
    if (text.empty()) return values;
    about(text, [&] {
        for (const auto& [symbol, value] : parse_bindings(pool, text, reading))
            values.push_back({symbol, rounded(pool, value)});
    });
    return values;
}

PlotOptions plot_options(Pool& pool, const Options& options, const Task& task) {
    PlotOptions result;
    if (!options.range.empty())
        for (const Range& range : parse_ranges(pool, options.range, "range"))
            result.ranges.push_back({range.symbol, {rounded(pool, range.from), rounded(pool, range.to)}});
    result.at = values_in(pool, task.at, task.reading);
    result.order = options.order.value_or(1);
    result.kind = options.kind;
    for (const std::string& name : task.reading.wrt) result.along.push_back(pool.symbol(name));
    return result;
}

// What is told of variables that do not occur would silently mean nothing.
void check_names(const Pool& pool, const Parsed& parsed, const PlotOptions& options) {
    const std::vector<Expr> known = parsed.parameters.empty() ? variables(pool, parsed.typed) : parsed.parameters;
    const auto check = [&](Expr symbol, std::string_view option) {
        if (std::ranges::find(known, symbol) == known.end())
            throw Error(ErrorKind::usage,
                        fmt::format("--{}: {} does not occur in the expression", option, pool.name(symbol)));
    };
    for (const auto& range : options.ranges) check(range.symbol, "range");
    for (const auto& value : options.at) check(value.symbol, "at");
    for (const Expr x : options.along) check(x, "wrt");
}

std::string drawn(const Figure& figure, std::string_view format) {
    if (format == "text") return text_plot(figure);
    const std::string script = gnuplot_script(figure, format == "script" ? "svg" : format);
    if (format == "script") return script;
    return run_tool({{"gnuplot", "-d", "-"}, "gnuplot-nox", "--script and --format text need nothing"}, script);
}

std::string descent_table(const Pool& pool, const Descent& descent) {
    Cells lines{{"step", std::string(pool.name(descent.x)), std::string(pool.name(descent.y)), "f", "|grad f|"}};
    const auto number = [](double value) { return fmt::format("{:.7g}", value); };
    for (std::size_t i = 0; i < descent.steps.size(); ++i) {
        const DescentStep& s = descent.steps[i];
        lines.push_back({std::to_string(i), number(s.x), number(s.y), number(s.f), number(s.slope)});
    }
    return in_columns(lines);
}

// The table goes to standard output; the picture too, as text, unless a file takes it.
void plot_descent(Pool& pool, const Parsed& parsed, const PlotOptions& plot, const Options& options, const Task& task,
                  Output& output, const std::string& format) {
    if (options.descent_steps > most_steps)
        throw Error(ErrorKind::limit,
                    fmt::format("--steps {} is above the limit of {}", options.descent_steps, most_steps));
    if (!std::isfinite(options.rate)) throw Error(ErrorKind::usage, "--rate needs a number");
    const auto start = values_in(pool, options.descent, task.reading);
    const Descent descent = descend(pool, parsed, start, options.rate, options.descent_steps);
    const std::string picture = drawn(descent_figure(pool, parsed, plot, descent), format);
    write_picture(options, output, format, picture);
    if (format == "text" || !options.output.empty()) {
        output.write((options.output.empty() ? "\n" : "") + descent_table(pool, descent));
        output.flush();
    }
    if (descent.ended_early && !options.quiet)
        write_remarks(
            {{fmt::format("the descent ends after {} steps: at the next point the function or its gradient has no "
                          "value; a smaller --rate may help",
                          descent.steps.size() - 1),
              {}}},
            "");
}

}  // namespace

int plot_command(const Options& options, Output& output, std::string& text) {
    text = the_expression(options, "pdiff plot \"x^2*sin(y)\"");
    std::string format = options.script ? "script" : picture_format(options, formats);
    const Task task = plot_task(options);
    if (options.timeout != 0) start_timeout(options.timeout);
    Pool pool(task.limits);
    const Parsed parsed = parse(pool, text, task.reading);
    const PlotOptions plot = plot_options(pool, options, task);
    check_names(pool, parsed, plot);
    if (options.descent.empty())
        write_picture(options, output, format, drawn(make_figure(pool, parsed, plot), format));
    else
        plot_descent(pool, parsed, plot, options, task, output, format);
    if (options.quiet) return 0;
    std::vector<Remark> notes;
    for (const Note& note : parsed.notes) notes.push_back({note.message, note.span});
    write_remarks(notes, text);
    return 0;
}

}  // namespace pdiff::cli
