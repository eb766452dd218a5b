#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/option_table.hpp"

namespace pdiff::cli {

namespace {

std::string quoted(std::string_view text) {
    std::string to = "'";
    for (const char c : text) to += c == '\'' ? "'\\''" : std::string(1, c);
    return to + "'";
}

std::string bash() {
    std::string names, choices;
    for (const CommandRow& row : command_rows())
        if (row.run) names += fmt::format("{} ", row.name);
    for (const OptionRow& row : option_rows()) {
        names += fmt::format("--{} ", row.name);
        if (!row.traits.choices.empty())
            choices += fmt::format("    --{}) COMPREPLY=($(compgen -W {} -- \"$word\")); return ;;\n", row.name,
                                   quoted(row.traits.choices));
    }
    names.pop_back();
    return fmt::format(
        "_pdiff() {{\n  local word=${{COMP_WORDS[COMP_CWORD]}}\n  case ${{COMP_WORDS[COMP_CWORD-1]}} in\n{}  esac\n"
        "  COMPREPLY=($(compgen -W {} -- \"$word\"))\n}}\ncomplete -F _pdiff pdiff\n",
        choices, quoted(names));
}

std::string zsh() {
    std::string text = "#compdef pdiff\n_arguments \\\n";
    for (const OptionRow& row : option_rows()) {
        std::string help;
        for (const char c : row.help)
            help += c == '[' || c == ']' || c == ':' ? fmt::format("\\{}", c) : std::string(1, c);
        std::string action;
        const bool optional = row.argument.starts_with('[');
        if (!row.argument.empty()) {
            action = fmt::format("{}{}:", optional ? "::" : ":",
                                 row.argument.substr(optional, row.argument.size() - 2 * optional));
            if (!row.traits.choices.empty()) action += fmt::format("({})", row.traits.choices);
        }
        const bool repeated = std::holds_alternative<std::vector<std::string> Options::*>(row.target);
        text +=
            fmt::format("  {} \\\n", quoted(fmt::format("{}--{}[{}]{}", repeated ? "*" : "", row.name, help, action)));
    }
    return text + "  '*:expression:'\n";
}

std::string fish() {
    std::string text = "complete -c pdiff -f\n";
    for (const OptionRow& row : option_rows()) {
        const std::string letter = row.traits.letter ? fmt::format(" -s {}", row.traits.letter) : std::string();
        const bool needs_value = !row.argument.empty() && row.argument[0] != '[';
        const std::string choices =
            row.traits.choices.empty() ? std::string() : fmt::format(" -a {}", quoted(row.traits.choices));
        text += fmt::format("complete -c pdiff{} -l {}{}{} -d {}\n", letter, row.name, needs_value ? " -x" : "",
                            choices, quoted(row.help));
    }
    for (const CommandRow& row : command_rows())
        if (row.run)
            text += fmt::format("complete -c pdiff -n __fish_use_subcommand -a {} -d {}\n", row.name, quoted(row.help));
    return text;
}

}  // namespace

std::string completions(std::string_view shell) { return shell == "bash" ? bash() : shell == "zsh" ? zsh() : fish(); }

}  // namespace pdiff::cli
