#include "cli/stream.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/progress.hpp"

namespace pdiff::cli {

namespace {

int answer_line(const LineWork& work, const Input::Line& input, const Limits& limits, Lines& lines, std::string& to) {
    std::string_view text = input.text;
    const auto refuse = [&](const Error& error) {
        if (error.kind == ErrorKind::io) throw error;
        to.clear();
        work.refuse(to, error, text);
        if (lines.failed++ == 0) lines.first_failed = lines.count;
        return exit_status(error);
    };
    try {
        if (input.too_long) check_length(limits, limits.line_bytes + 1);
        return work.answer(to, text, lines.count);
    } catch (const Error& error) {
        return refuse(error);
    } catch (const std::exception& exception) {
        return refuse(as_error(exception));
    }
}

}  // namespace

Lines answer_lines(const LineWork& work, Input& input, Output& output, Pool& pool) {
    Lines lines;
    Progress progress;
    std::string to;
    for (;;) {
        if (input.waits()) output.flush();
        Input::Line line;
        if (output.closed() || !work.next(line)) break;
        ++lines.count;
        to.clear();
        lines.status = std::max(lines.status, answer_line(work, line, pool.limits(), lines, to));
        to += '\n';
        output.write(to);
        progress.count(lines.count);
        pool.reset();
    }
    output.flush();
    return lines;
}

void check_length(const Limits& limits, std::size_t bytes) {
    if (bytes > limits.line_bytes)
        throw Error(ErrorKind::limit,
                    fmt::format("the expression is longer than the limit of {} bytes", limits.line_bytes), {},
                    "raise it with --limit line_bytes=N");
}

}  // namespace pdiff::cli
