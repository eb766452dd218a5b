#include "cli/check_pairs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <memory>

#include "cli/check_summary.hpp"
#include "cli/cross_check.hpp"
#include "cli/diagnostics.hpp"
#include "cli/failure.hpp"
#include "cli/stream.hpp"
#include "cli/visible.hpp"

namespace pdiff::cli {

namespace {

void append(std::string& to, Workspace& workspace, const Task& task, const PairCommand& command, const Report& report,
            std::string_view separator) {
    if (task.json)
        append_report_json(to, workspace, command.sides, report);
    else
        append_report(to, workspace, command.sides, report, separator);
}

int judge_one(const PairCommand& command, const Task& task, Output& output) {
    Workspace workspace(task.limits, task.assumptions);
    Row row;
    row.first = task.options.expressions[0], row.second = task.options.expressions[1];
    const Report report = command.judge(workspace, task, row);
    std::string lines;
    if (task.options.cross_check.empty())
        append(lines, workspace, task, command, report, "\n");
    else
        append_script(lines, workspace, task, report);
    output.write(lines += '\n');
    output.flush();
    if (task.json || task.options.quiet) return exit_status(task, report.checked);
    for (const Note& note : report.checked.notes) write_error(note_text(note.message) + excerpt(row.second, note.span));
    return exit_status(task, report.checked);
}

constexpr std::size_t id_bytes = 200, note_bytes = 200;

// The rows of standard input and what was said of them.
class Rows {
public:
    Rows(const PairCommand& command, const Task& task, Output& output)
        : command_(command),
          task_(task),
          output_(output),
          input_(STDIN_FILENO, task.limits.line_bytes),
          reader_(task, command.names, fixed(task), input_),
          workspace_(task.limits, task.assumptions) {}

    int run() {
        LineWork work;
        work.next = [this](Input::Line& line) {
            row_ = {};
            return reader_.next(line);
        };
        work.answer = [this](std::string& to, std::string_view& text, std::size_t number) {
            return answer(to, text, number);
        };
        work.refuse = [this](std::string& to, const Error& error, std::string_view text) { refuse(to, error, text); };
        const Lines lines = answer_lines(work, input_, output_, workspace_.pool);
        if (!task_.options.quiet && !output_.closed()) write_error(summary_.text());
        return lines.status;
    }

private:
    static std::optional<std::string> fixed(const Task& task) {
        const auto& given = task.options.expressions;
        return given.size() == 2 ? std::optional(given.front()) : std::nullopt;
    }

    const Task& task_of_row() {
        if (row_.wrt.empty() || row_.wrt == task_.options.wrt) return task_;
        if (!own_ || own_->options.wrt != row_.wrt) {
            Options options = task_.options;
            options.wrt = row_.wrt;
            own_ = std::make_unique<const Task>(pair_task(options));
        }
        return *own_;
    }

    int answer(std::string& to, std::string_view& text, std::size_t number) {
        reader_.read(text, row_);
        text = row_.first;
        const Task& task = task_of_row();
        check_length(task.limits, row_.first.size() + row_.second.size());
        const Report report = command_.judge(workspace_, task, row_);
        if (!task.json) write_id(to);
        append(to, workspace_, task, command_, report, "\t");
        if (!task.json && !task.options.quiet) write_notes(to, report.checked, number);
        summary_.count(report);
        return exit_status(task, report.checked);
    }

    // How a wrong answer was read may be what is wrong: that belongs to the verdict.
    void write_notes(std::string& to, const CheckedAnswer& checked, std::size_t number) const {
        for (const Note& note : checked.notes)
            if (checked.verdict == Verdict::right)
                write_error(note_text(fmt::format("line {}: {}", number, note.message)));
            else
                to += "\t" + visible(note.message, note_bytes);
    }

    void refuse(std::string& to, const Error& error, std::string_view text) {
        summary_.count_error();
        if (task_.json) return append_report_error(to, error, command_.sides, row_);
        write_id(to);
        to += "error: " + error_line(error, text);
    }

    void write_id(std::string& to) const {
        if (!row_.id.empty()) to += visible_id() + '\t';
    }
    std::string visible_id() const;

    const PairCommand& command_;
    const Task& task_;
    Output& output_;
    Input input_;
    RowReader reader_;
    Workspace workspace_;
    Row row_;
    std::unique_ptr<const Task> own_;
    Summary summary_;
};

// An id may hold anything; a line is to stay one.
std::string Rows::visible_id() const { return visible(row_.id, id_bytes); }

void require(bool holds, std::string message, std::string hint = {}) {
    if (!holds) throw Error(ErrorKind::usage, std::move(message), {}, std::move(hint));
}

}  // namespace

Task pair_task(const Options& options) {
    Options raw = options;
    raw.form = "raw";
    Task task = make_task(raw);
    task.options.form = options.form;
    task.reading.typed = true;
    return task;
}

int run_pairs(const PairCommand& command, const Options& given, Output& output, std::string& text) {
    Options options = given;
    if (options.csv) options.input = "csv";
    const auto& texts = options.expressions;
    const bool stream = !texts.empty() && texts.back() == "-";
    const std::string hint = fmt::format("write: {}", command.example);
    require(texts.size() <= 2, fmt::format("two expressions are compared, found {}", texts.size()), hint);
    require(stream || texts.size() == 2, texts.empty() ? "no expression" : "the second expression is missing", hint);
    require(options.at.empty(), fmt::format("--at is not for `pdiff {}`", options.command));
    require(options.format == "plain" || options.format == "json",
            fmt::format("`pdiff {}` has no --format {}", options.command, options.format), "available: plain, json");
    require(stream || options.input == "text", "--input is for standard input: write - as the expression");
    require(!stream || options.cross_check.empty(), "--cross-check is for a single answer");
    const Task task = pair_task(options);
    if (options.timeout != 0) start_timeout(options.timeout);
    if (stream) return Rows(command, task, output).run();
    text = texts.front();
    return judge_one(command, task, output);
}

}  // namespace pdiff::cli
