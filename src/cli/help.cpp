#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/option_table.hpp"

namespace pdiff::cli {

namespace {

constexpr std::string_view usage =
    "usage: pdiff EXPR [--wrt VARS]... [OPTION]...\n"
    "       pdiff - [OPTION]...            (one expression a line)\n";

constexpr std::string_view statuses =
    "Exit status\n"
    "  0 done, right · 1 check, equal: wrong · 2 bad usage or input · 3 check, equal: undecided\n"
    "  4 a limit was reached · 5 no value at --at · 6 reading or writing failed\n"
    "  70 a fault of pdiff itself\n";

constexpr std::size_t text_column = 24;
constexpr std::size_t page_columns = 80;

std::string spelling(const OptionRow& row) {
    std::string text = row.traits.letter ? fmt::format("-{}, ", row.traits.letter) : std::string();
    text += fmt::format("--{}", row.name);
    if (!row.argument.empty()) text += fmt::format(" {}", row.argument);
    return text;
}

std::string meaning(const OptionRow& row) {
    const bool of_limits = row.argument == "NAME=N";
    const std::string choices = of_limits ? limit_names() : std::string(row.traits.choices);
    return choices.empty() ? std::string(row.help) : fmt::format("{}: {}", row.help, choices);
}

// The words of `text` in lines that start at `column`, the first of which has `used` columns already.
std::string wrapped(std::string_view text, std::size_t column, std::size_t used) {
    std::string lines;
    if (used > 0 && used >= column) lines += '\n', used = 0;
    lines.append(column - used, ' ');
    std::size_t at = column;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(' '), text.size());
        if (at > column && at + 1 + length > page_columns) lines += '\n' + std::string(column, ' '), at = column;
        if (at > column) lines += ' ', ++at;
        lines += text.substr(0, length);
        at += length;
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return lines + '\n';
}

// The options for which `chosen` holds, section by section.
template <class Chosen>
std::string option_lines(Chosen chosen) {
    std::string text;
    for (std::size_t section = 0; section < std::size(section_titles); ++section) {
        std::string lines;
        for (const OptionRow& row : option_rows()) {
            if (row.section != static_cast<Section>(section) || !chosen(row)) continue;
            const std::string left = "  " + spelling(row);
            lines += left + wrapped(meaning(row), text_column, left.size());
        }
        if (!lines.empty()) text += fmt::format("\n{}\n{}", section_titles[section], lines);
    }
    return text;
}

bool is_general(const OptionRow& row) { return belongs(row, ""); }

std::string example_lines(std::span<const Example> examples) {
    std::string text;
    for (const Example& example : examples) {
        text += fmt::format("  {}\n", example.command);
        for (std::string_view rest = example.output; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            text += fmt::format("      {}\n", rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return text;
}

std::string first_sentence(std::string_view text) { return std::string(text.substr(0, text.find_first_of(";:."))); }

}  // namespace

std::string short_help() {
    std::string text(usage);
    for (const OptionRow& row : option_rows()) {
        if (!is_general(row)) continue;
        const std::string left = "  " + spelling(row);
        text += fmt::format("{:<{}}{}\n", left, std::max<std::size_t>(text_column, left.size() + 1),
                            first_sentence(row.help));
    }
    return text + "pdiff --help has examples.\n";
}

std::string long_help() {
    std::string text = "pdiff: exact partial derivatives\n\nExamples\n" + example_lines(examples());
    text += fmt::format("\n{}\n", usage);
    text += wrapped(
        "Without --wrt or an operator: every first partial, one line each. An expression may start with a minus; "
        "after `--` everything is an expression. VARS behind an operator are read as such if another argument is "
        "left to be the expression.",
        0, 0);
    text += option_lines(is_general);
    text += "\nCommands (* not available yet; pdiff NAME --help says more)\n";
    for (const CommandRow& row : command_rows()) {
        const std::string left = fmt::format("{} pdiff {}", row.run ? ' ' : '*', row.usage);
        text += left + wrapped(row.help, 2 * text_column - 4, left.size());
    }
    text += wrapped("For a variable of such a name write pdiff -- check.", 2, 0);
    return text + "\n" + std::string(statuses);
}

std::string command_help(std::string_view command) {
    const CommandRow* row = find_command(command);
    std::string text =
        row->examples.empty() ? std::string() : fmt::format("Examples\n{}\n", example_lines(row->examples));
    text += fmt::format("usage: pdiff {}\n  {}{}\n", row->usage, row->help, row->run ? "" : " (not available yet)");
    text += option_lines([&](const OptionRow& option) { return !is_general(option) && belongs(option, command); });
    return text + "\nThe options on reading, printing and limits are those of pdiff --help.\n";
}

std::string manual_page() {
    const auto escaped = [](std::string_view text) {
        std::string to;
        for (const char c : text) {
            if (c == '\\')
                to += "\\e";
            else if (c == '-')
                to += "\\-";
            else
                to += c;
        }
        return to;
    };
    std::string page =
        ".TH PDIFF 1\n.SH NAME\npdiff \\- exact partial derivatives\n.SH SYNOPSIS\n.B pdiff\nEXPR "
        "[\\-\\-wrt VARS]... [OPTION]...\n.SH EXAMPLES\n";
    for (const Example& example : examples()) {
        page += fmt::format(".PP\n.nf\n\\fB{}\\fR\n", escaped(example.command));
        for (const std::string_view rest = example.output; const char c : rest)
            page += c == '-' ? "\\-" : std::string(1, c);
        page += "\n.fi\n";
    }
    page += ".SH OPTIONS\n";
    for (const OptionRow& row : option_rows()) {
        const std::string only = is_general(row) ? "" : fmt::format(" (of pdiff: {})", row.traits.commands);
        page += fmt::format(".TP\n.B {}\n{}{}\n", escaped(spelling(row)), escaped(meaning(row)), escaped(only));
    }
    page += ".SH COMMANDS\n";
    for (const CommandRow& row : command_rows())
        page += fmt::format(".TP\n.B pdiff {}\n{}{}\n", escaped(row.usage), escaped(row.help),
                            row.run ? "" : " (not available yet)");
    return page +
           ".SH EXIT STATUS\n0 done, right; 1 check and equal: wrong; 2 bad usage or input; 3 check and equal: "
           "undecided; 4 a limit was reached; 5 no value at \\-\\-at; "
           "6 reading or writing failed; 70 a fault of pdiff itself\n";
}

}  // namespace pdiff::cli
