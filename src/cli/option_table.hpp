// The options, one row each: parsing, help, manual page and completions are all made from this table.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "cli/options.hpp"
#include "pdiff/limits.hpp"

namespace pdiff::cli {

enum class Section : std::uint8_t {
    derivative,
    value,
    checking,
    explaining,
    drawing,
    reading,
    printing,
    limits,
    about
};
inline constexpr std::string_view section_titles[] = {"Which derivative",
                                                      "The value at a point",
                                                      "Checking an answer",
                                                      "Explaining",
                                                      "Drawing and tables",
                                                      "How the text is read",
                                                      "How it is printed",
                                                      "Limits",
                                                      "About"};

using Target = std::variant<bool Options::*, std::string Options::*, std::size_t Options::*, double Options::*,
                            std::optional<std::string> Options::*, std::optional<std::size_t> Options::*,
                            std::vector<std::string> Options::*>;

struct OptionTraits {
    std::string_view choices = "";   // the values allowed, separated by blanks
    std::string_view needs = "";     // the option without which it means nothing
    char letter = 0;                 // its short form
    bool is_operator = false;        // at most one of these can be asked for
    std::string_view commands = "";  // those that it belongs to, separated by blanks; empty: it is for all
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

std::span<const OptionRow> option_rows();
std::span<const LimitRow> limit_rows();
std::string limit_names();  // "line_bytes, name_bytes, ..."

const OptionRow* find_option(std::string_view name);
// Whether the option means anything to the command; the empty name is that of derivatives.
bool belongs(const OptionRow& row, std::string_view command);
// Whether `words`, separated by blanks, contain `word`.
bool has_word(std::string_view words, std::string_view word);
// The option whose name is nearest to a mistyped one; nothing where none is near.
const OptionRow* nearest_option(std::string_view name);

}  // namespace pdiff::cli
