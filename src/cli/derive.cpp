#include "cli/derive.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "cli/diagnostics.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/progress.hpp"
#include "cli/record.hpp"
#include "cli/report.hpp"
#include "cli/task.hpp"

namespace pdiff::cli {

namespace {

void check_length(const Task& task, std::size_t bytes) {
    if (bytes > task.limits.line_bytes)
        throw Error(ErrorKind::limit,
                    fmt::format("the expression is longer than the limit of {} bytes", task.limits.line_bytes), {},
                    "raise it with --limit line_bytes=N");
}

// Appends the answer to `to`; returns what to note beside it.
std::vector<Remark> append_answer(std::string& to, Workspace& workspace, const Task& task, std::string_view text,
                                  std::string_view separator) {
    check_length(task, text.size());
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

// The stream's state between lines.
struct Stream {
    const Task& task;
    Output& output;
    Workspace workspace;
    std::string line;
    std::size_t number = 0, failed = 0, first_failed = 0;
    int status = 0;
    Progress progress = {};

    void refuse(const Error& error, std::string_view text) {
        if (error.kind == ErrorKind::io) throw error;
        if (task.json)
            append_json_error(line, error, text);
        else
            line += "error: " + error_line(error, text);
        if (failed++ == 0) first_failed = number;
        status = std::max(status, exit_status(error));
    }

    void note(const std::vector<Remark>& notes) const {
        if (task.json) return;  // they are in the object
        for (const Remark& remark : notes) write_error(note_text(fmt::format("line {}: {}", number, remark.message)));
    }

    void answer_line(const Input::Line& input) {
        ++number;
        line.clear();
        Record record;
        std::string_view text = input.text;
        try {
            if (input.too_long) check_length(task, task.limits.line_bytes + 1);
            record = read_record(task, input.text);
            text = record.expression(input.text);
            note(append_answer(line, workspace, record.task(task), text, "\t"));
        } catch (const Error& error) {
            line.clear();
            refuse(error, text);
        } catch (const std::exception& exception) {
            line.clear();
            refuse(as_error(exception), text);
        }
        line += '\n';
        output.write(line);
        progress.count(number);
        workspace.pool.reset();
    }
};

int derive_one(const Task& task, std::string_view text, Output& output) {
    Workspace workspace(task.limits);
    std::string lines;
    const std::vector<Remark> notes = append_answer(lines, workspace, task, text, "\n");
    lines += '\n';
    output.write(lines);
    output.flush();
    if (task.json) return 0;  // they are in the object
    write_remarks(notes, text);
    return 0;
}

int derive_stream(const Task& task, int descriptor, Output& output) {
    if (task.format == Format::pretty)
        throw Error(ErrorKind::usage, "--format pretty takes several lines, and a stream has one for each expression");
    Input input(descriptor, task.limits.line_bytes);
    Stream stream{task, output, Workspace(task.limits), {}};
    for (;;) {
        if (input.waits()) output.flush();
        Input::Line line;
        if (output.closed() || !input.next(line)) break;
        stream.answer_line(line);
    }
    output.flush();
    if (stream.failed > 0 && !task.options.quiet && !output.closed())
        write_error(note_text(fmt::format("{} of {} lines failed, the first is line {}", stream.failed, stream.number,
                                          stream.first_failed)));
    return stream.status;
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
