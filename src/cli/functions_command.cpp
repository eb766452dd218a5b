#include "cli/functions_command.hpp"

#include <fmt/format.h>

#include "pdiff/error.hpp"
#include "pdiff/functions.hpp"

namespace pdiff::cli {

namespace {

std::string_view name_of(const FunctionRow& row) { return row.name.empty() ? row.identifier : row.name; }

std::string usage_of(std::string_view name, std::string_view parameters) {
    return fmt::format("{}({})", name, parameters);
}

std::string plain_list() {
    std::string text;
    for (const DefinitionRow& row : definition_rows())
        text += fmt::format("{:<36} {}: {}\n", usage_of(row.name, row.parameters), row.summary, row.expression);
    for (const FunctionRow& row : function_rows())
        text += fmt::format("{:<36} {}\n", usage_of(name_of(row), row.parameters), row.summary);
    return text;
}

// A bar would end the cell.
std::string cell(std::string_view text) {
    if (text.empty()) return "";
    std::string to;
    for (const char c : text) to += c == '|' ? "\\|" : std::string(1, c);
    return fmt::format("`{}`", to);
}

std::string also(std::string_view aliases) {
    std::string text;
    while (!aliases.empty()) {
        const std::size_t end = std::min(aliases.find(' '), aliases.size());
        text += fmt::format("{}`{}`", text.empty() ? "" : ", ", aliases.substr(0, end));
        aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
    return text;
}

std::string markdown_page() {
    std::string text =
        "# Functions\n\n"
        "Every function that pdiff knows. This page is printed by `pdiff functions --format markdown`.\n\n"
        "In a differential, `du` stands for the differential of `u`: with `u = x^2` it is `2*x*dx`. A parameter whose\n"
        "differential does not occur has no closed form; the derivative by it stays symbolic, such as "
        "`D[1](besselj)(n, u)`.\n"
        "Where the columns \"real where\" and \"derivative holds where\" are empty there is no condition.\n\n"
        "| function | what it is | differential | real where | derivative holds where | also written |\n"
        "|---|---|---|---|---|---|\n";
    for (const FunctionRow& row : function_rows())
        text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", cell(usage_of(name_of(row), row.parameters)),
                            row.summary, cell(row.differential), cell(row.domain), cell(row.smooth), also(row.aliases));
    text +=
        "\n## Shorthands\n\nThese are replaced by what they stand for as soon as they are read.\n\n"
        "| function | what it is | stands for | also written |\n|---|---|---|---|\n";
    for (const DefinitionRow& row : definition_rows())
        text += fmt::format("| {} | {} | {} | {} |\n", cell(usage_of(row.name, row.parameters)), row.summary,
                            cell(row.expression), also(row.aliases));
    return text;
}

}  // namespace

int functions_command(const Options& options, Output& output, std::string&) {
    if (!options.expressions.empty()) throw Error(ErrorKind::usage, "`pdiff functions` takes no expression");
    if (options.format != "plain" && options.format != "markdown")
        throw Error(ErrorKind::usage, fmt::format("`pdiff functions` has no --format {}", options.format), {},
                    "available: plain, markdown");
    output.write(options.format == "plain" ? plain_list() : markdown_page());
    output.flush();
    return 0;
}

}  // namespace pdiff::cli
