// The options and commands, one row each: parsing, help, manual page and completions are all made from these tables.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "cli/options.hpp"
#include "pdiff/limits.hpp"

namespace pdiff::cli {

enum class Section : std::uint8_t { derivative, value, reading, printing, limits, about };
inline constexpr std::string_view section_titles[] = {
    "Which derivative", "The value at a point", "How the text is read", "How it is printed", "Limits", "About"};

using Target = std::variant<bool Options::*, std::string Options::*, std::size_t Options::*, double Options::*,
                            std::optional<std::string> Options::*, std::optional<std::size_t> Options::*,
                            std::vector<std::string> Options::*>;

struct OptionTraits {
    std::string_view choices = "";  // the values allowed, separated by blanks
    std::string_view needs = "";    // the option without which it means nothing
    char letter = 0;                // its short form
    bool is_operator = false;       // at most one of these can be asked for
};

struct OptionRow {
    std::string_view name;      // without the two minus signs
    std::string_view argument;  // "VARS"; "[VARS]" may be left out; empty for a flag
    Section section;
    Target target;
    std::string_view help;
    OptionTraits traits = {};
};

struct LimitRow {
    std::string_view name;
    std::size_t Limits::*member;
};

struct CommandRow {
    std::string_view name;
    std::string_view usage;
    std::string_view help;
    bool available = false;
    std::string_view example = "";
};

struct Example {
    std::string_view command;
    std::string_view output;
};

std::span<const OptionRow> option_rows();
std::span<const CommandRow> command_rows();
std::span<const LimitRow> limit_rows();
std::string limit_names();  // "line_bytes, name_bytes, ..."
std::span<const Example> examples();

const OptionRow* find_option(std::string_view name);
const CommandRow* find_command(std::string_view name);
// The option whose name is nearest to a mistyped one; nothing where none is near.
const OptionRow* nearest_option(std::string_view name);

}  // namespace pdiff::cli
