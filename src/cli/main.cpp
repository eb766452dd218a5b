// The program: from arguments to an exit status.
#include <fmt/format.h>

#include <span>
#include <string>

#include "cli/commands.hpp"
#include "cli/derive.hpp"
#include "cli/diagnostics.hpp"
#include "cli/failure.hpp"
#include "cli/help.hpp"
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

Run find_run(const Options& options) {
    if (options.command.empty()) return derive;
    const CommandRow* row = find_command(options.command);
    if (!row->run)
        throw Error(ErrorKind::usage, fmt::format("`pdiff {}` is not available yet", row->name), {},
                    fmt::format("for a variable of that name write: pdiff -- {}", row->name));
    return row->run;
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
        if (about.empty()) return find_run(options)(options, output, text);
        output.write(about);
        output.flush();
        return 0;
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
