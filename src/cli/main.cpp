// The program: from arguments to an exit status.
#include <fmt/format.h>
#include <unistd.h>

#include <span>
#include <string>

#include "cli/derive.hpp"
#include "cli/diagnostics.hpp"
#include "cli/failure.hpp"
#include "cli/functions_command.hpp"
#include "cli/help.hpp"
#include "cli/option_table.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

#ifndef PDIFF_VERSION
#define PDIFF_VERSION "development"
#endif

namespace pdiff::cli {

namespace {

// What the program says of itself; empty if it was not asked.
std::string about_text(const Options& options) {
    if (options.help || options.short_help)
        return !options.command.empty() ? command_help(options.command) : options.help ? long_help() : short_help();
    if (options.version) return "pdiff " PDIFF_VERSION "\n";
    if (options.man) return manual_page();
    if (!options.completions.empty()) return completions(options.completions);
    return {};
}

void check_command(const Options& options) {
    const CommandRow* row = find_command(options.command);
    if (row && !row->available)
        throw Error(ErrorKind::usage, fmt::format("`pdiff {}` is not available yet", row->name), {},
                    fmt::format("for a variable of that name write: pdiff -- {}", row->name));
}

const std::string& the_expression(const Options& options) {
    if (options.expressions.empty())
        throw Error(ErrorKind::usage, "no expression", {}, "write: pdiff \"x^2*y\" --wrt x");
    if (options.expressions.size() > 1)
        throw Error(ErrorKind::usage,
                    fmt::format("one expression at a time, found \"{}\" and \"{}\"", options.expressions[0],
                                options.expressions[1]),
                    {}, "put an expression in quotes: pdiff \"2 * x\" --wrt x");
    return options.expressions.front();
}

int write_all(Output& output, std::string_view text) {
    output.write(text);
    output.flush();
    return 0;
}

int derive(const Options& options, Output& output, std::string& text) {
    text = the_expression(options);
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

int fail(const Error& error, std::string_view text, bool no_colour) {
    write_error(error_text(error, text, use_colour(no_colour)));
    return exit_status(error);
}

int run(std::span<char* const> arguments) {
    std::string text;  // what an error's span lies in
    bool no_colour = false;
    try {
        Output output(STDOUT_FILENO);
        const Options options = read_options(arguments);
        no_colour = options.no_color;
        const std::string about = about_text(options);
        if (!about.empty()) return write_all(output, about);
        check_command(options);
        if (options.command == "functions") return write_all(output, function_list(options));
        return derive(options, output, text);
    } catch (const Error& error) {
        return fail(error, text, no_colour);
    } catch (const std::exception& exception) {
        return fail(as_error(exception), text, no_colour);
    }
}

}  // namespace

}  // namespace pdiff::cli

int main(int argc, char** argv) {
    return pdiff::cli::run(std::span<char* const>(argv + 1, argc > 0 ? static_cast<std::size_t>(argc - 1) : 0));
}
