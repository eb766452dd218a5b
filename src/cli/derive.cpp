#include "cli/derive.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "cli/diagnostics.hpp"
#include "cli/record.hpp"
#include "cli/report.hpp"
#include "cli/stream.hpp"
#include "cli/task.hpp"

namespace pdiff::cli {

namespace {

// Appends the answer to `to`; returns what to note beside it.
std::vector<Remark> append_answer(std::string& to, Workspace& workspace, const Task& task, std::string_view text,
                                  std::string_view separator) {
    check_length(task.limits, text.size());
    Pool& pool = workspace.pool;
    const Answer a = answer(workspace, task, text);
    Point point;
    std::vector<Value> values;
    if (!task.at.empty()) {
        point = read_point(pool, task, a);
        values = values_at(pool, task, a, point);
    }
    std::vector<Remark> notes;
    if (!task.options.quiet) notes = remarks(pool, task, a, point);
    if (task.json)
        append_json(to, pool, task, a, point, values, notes, text);
    else
        append_text(to, workspace, task, a, values, separator);
    return notes;
}

int derive_one(const Task& task, std::string_view text, Output& output) {
    Workspace workspace(task.limits, task.assumptions);
    std::string lines;
    const std::vector<Remark> notes = append_answer(lines, workspace, task, text, "\n");
    lines += '\n';
    output.write(lines);
    output.flush();
    if (task.json) return 0;  // they are in the object
    write_remarks(notes, text);
    return 0;
}

void note_line(const Task& task, const std::vector<Remark>& notes, std::size_t number) {
    if (task.json) return;  // they are in the object
    for (const Remark& remark : notes) write_error(note_text(fmt::format("line {}: {}", number, remark.message)));
}

int derive_stream(const Task& task, int descriptor, Output& output) {
    if (task.format == Format::pretty)
        throw Error(ErrorKind::usage, "--format pretty takes several lines, and a stream has one for each expression");
    Input input(descriptor, task.limits.line_bytes);
    Workspace workspace(task.limits, task.assumptions);
    Record record;  // outlives what is thrown about it
    LineWork work;
    work.next = [&](Input::Line& line) { return input.next(line); };
    work.answer = [&](std::string& to, std::string_view& text, std::size_t number) {
        record = read_record(task, text);
        text = record.expression(text);
        note_line(task, append_answer(to, workspace, record.task(task), text, "\t"), number);
        return 0;
    };
    work.refuse = [&](std::string& to, const Error& error, std::string_view text) {
        if (task.json)
            append_json_error(to, error, text);
        else
            to += "error: " + error_line(error, text);
    };
    const Lines lines = answer_lines(work, input, output, workspace.pool);
    if (lines.failed > 0 && !task.options.quiet && !output.closed())
        write_error(note_text(
            fmt::format("{} of {} lines failed, the first is line {}", lines.failed, lines.count, lines.first_failed)));
    return lines.status;
}

}  // namespace

int derive(const Options& options, Output& output, std::string& text) {
    text = the_expression(options, "pdiff \"x^2*y\" --wrt x");
    const Task task = make_task(options);
    if (options.timeout != 0) start_timeout(options.timeout);
    if (task.stream) {
        text.clear();
        return derive_stream(task, STDIN_FILENO, output);
    }
    if (options.input != "text")
        throw Error(ErrorKind::usage, "--input is for standard input: write - as the expression");
    return derive_one(task, text, output);
}

}  // namespace pdiff::cli
