#include "cli/options.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/arguments.hpp"
#include "cli/option_table.hpp"
#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

// Adds an option that writes to the member that the row names; CLI11 converts and counts.
struct Adder {
    CLI::App& app;
    Options& options;
    std::string name;

    CLI::Option* operator()(bool Options::*member) const { return app.add_flag(name, options.*member); }
    CLI::Option* operator()(std::vector<std::string> Options::*member) const {
        // One value each time, and never split: max(x,y) and [x, y] are values.
        return app.add_option(name, options.*member)
            ->expected(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    CLI::Option* operator()(std::optional<std::string> Options::*member) const {
        auto keep = [&target = options.*member](const CLI::results_t& results) {
            target = results.empty() ? std::string() : results.front();
            return true;
        };
        return app.add_option(name, CLI::callback_t(keep))->expected(0, 1)->allow_extra_args(false);
    }
    template <class T>
    CLI::Option* operator()(T Options::*member) const {
        return app.add_option(name, options.*member)->expected(1)->allow_extra_args(false);
    }
    CLI::Option* operator()(std::size_t Options::*member) const { return whole(app.add_option(name, options.*member)); }
    CLI::Option* operator()(std::optional<std::size_t> Options::*member) const {
        return whole(app.add_option(name, options.*member));
    }
    // CLI11 takes -3 for 18446744073709551613.
    static CLI::Option* whole(CLI::Option* option) {
        const auto digits = [](std::string& text) {
            if (text.size() <= 18 && text.find_first_not_of("0123456789") == std::string::npos) return std::string();
            return fmt::format("\"{}\" is no whole number from 0 on", text);
        };
        return option->expected(1)->allow_extra_args(false)->check(CLI::Validator(digits, ""));
    }
};

std::set<std::string> words(std::string_view text) {
    std::set<std::string> result;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        result.emplace(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return result;
}

CLI::Option* add(CLI::App& app, Options& options, const OptionRow& row) {
    CLI::Option* option = std::visit(Adder{app, options, fmt::format("--{}", row.name)}, row.target);
    if (!row.traits.choices.empty()) {
        const auto allowed = [choices = row.traits.choices](std::string& text) {
            if (has_word(choices, text)) return std::string();
            return fmt::format("\"{}\" is not one of: {}", text, choices);
        };
        option->check(CLI::Validator(allowed, ""));
    }
    return option;
}

void relate(CLI::App& app) {
    for (const OptionRow& row : option_rows()) {
        CLI::Option* option = app.get_option(fmt::format("--{}", row.name));
        if (!row.traits.needs.empty()) option->needs(app.get_option(fmt::format("--{}", row.traits.needs)));
        if (!row.traits.is_operator) continue;
        for (const OptionRow& other : option_rows())
            if (other.traits.is_operator && other.name < row.name)
                option->excludes(app.get_option(fmt::format("--{}", other.name)));
    }
}

// CLI11's own words for the errors that are left after sorting, made ours.
[[noreturn]] void refuse(const CLI::ParseError& error) {
    const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
    const std::string_view text = error.what();
    const std::string_view first = text.substr(0, text.find_first_of(" :"));
    if (code == CLI::ExitCodes::ArgumentMismatch)
        throw Error(ErrorKind::usage, fmt::format("{} can be given only once", first));
    if (code == CLI::ExitCodes::ConversionError)
        throw Error(ErrorKind::usage, fmt::format("not a number: {}", text.substr(text.find(": ") + 2)));
    throw Error(ErrorKind::usage, std::string(text));
}

// An option of one command means nothing to another.
void check_command(const Arguments& arguments) {
    for (const std::string& text : arguments.options) {
        const std::string_view name = std::string_view(text).substr(2, text.find('=') - 2);
        const OptionRow* row = find_option(name);
        if (belongs(*row, arguments.command)) continue;
        std::string owners;
        for (const std::string& owner : words(row->traits.commands))
            owners += fmt::format("{}`pdiff {}`", owners.empty() ? "" : " and ", owner);
        throw Error(ErrorKind::usage, fmt::format("--{} is for {}", name, owners));
    }
}

}  // namespace

Options read_options(std::span<char* const> arguments) {
    Arguments sorted = sort_arguments(arguments);
    Options options;
    if (!sorted.options.empty()) {
        CLI::App app;
        app.set_help_flag();
        for (const OptionRow& row : option_rows()) add(app, options, row);
        relate(app);
        std::vector<std::string> reversed(sorted.options.rbegin(), sorted.options.rend());
        try {
            app.parse(reversed);
        } catch (const CLI::ParseError& error) {
            refuse(error);
        }
    }
    check_command(sorted);
    if (options.json) options.format = "json";
    options.command = std::move(sorted.command);
    options.expressions = std::move(sorted.expressions);
    return options;
}

}  // namespace pdiff::cli
