#include "cli/option_table.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace pdiff::cli {

namespace {

using enum Section;

constexpr std::string_view verdict_commands = "check equal";

constexpr OptionRow option_table[] = {
    {"wrt", "VARS", derivative, &Options::wrt,
     "differentiate with respect to VARS: x, or x,y and x^2,y for a mixed partial; may be repeated. "
     "With an operator below, the variables it uses"},
    {"gradient", "[VARS]", derivative, &Options::gradient, "the vector of all first partials", {.is_operator = true}},
    {"hessian",
     "[VARS]",
     derivative,
     &Options::hessian,
     "the symmetric matrix of all second partials",
     {.is_operator = true}},
    {"jacobian",
     "[VARS]",
     derivative,
     &Options::jacobian,
     "the first partials of a vector [f, g], one row an entry",
     {.is_operator = true}},
    {"divergence",
     "[VARS]",
     derivative,
     &Options::divergence,
     "of a vector [f, g] in as many variables",
     {.is_operator = true}},
    {"curl", "[VARS]", derivative, &Options::curl, "of a vector of two or three entries", {.is_operator = true}},
    {"laplacian", "[VARS]", derivative, &Options::laplacian, "the sum of the second partials", {.is_operator = true}},
    {"directional",
     "VECTOR",
     derivative,
     &Options::directional,
     "along a vector such as \"[1, 2]\"",
     {.is_operator = true}},
    {"unit", "", derivative, &Options::unit, "scale the direction to length 1", {.needs = "directional"}},
    {"total",
     "VAR",
     derivative,
     &Options::total,
     "the total derivative: every other variable depends on VAR",
     {.is_operator = true}},
    {"implicit",
     "VAR",
     derivative,
     &Options::implicit,
     "of VAR as a function given by an equation x^2 + y^2 = 1",
     {.is_operator = true}},
    {"order", "N", derivative, &Options::order, "every partial of order N, each once", {.is_operator = true}},

    {"at", "POINT", value, &Options::at, "the value there too: x=1,y=2/3"},
    {"digits", "N", value, &Options::digits, "N correct digits of a value that is not rational (15; graph 6, table 8)"},
    {"exact", "", value, &Options::exact, "print the closed form of the value: 2*sin(1/2)", {.needs = "at"}},
    {"value", "", value, &Options::value, "print the value alone", {.needs = "at"}},

    {"accept",
     "WHAT",
     checking,
     &Options::accept,
     "what makes status 0: proof (the default), or evidence where neither proof nor counterexample is found",
     {.choices = "proof evidence", .commands = verdict_commands}},
    {"same-domain",
     "",
     checking,
     &Options::same_domain,
     "equal values that are defined at different points are wrong",
     {.commands = verdict_commands}},
    {"show", "", checking, &Options::show, "print the right derivative too", {.commands = "check"}},
    {"cross-check",
     "SYSTEM",
     checking,
     &Options::cross_check,
     "print a script that redoes the verdict with another system",
     {.choices = "sympy maxima", .commands = verdict_commands}},
    {"csv",
     "",
     checking,
     &Options::csv,
     "standard input is a CSV file whose first row names its columns: the same as --input csv",
     {.commands = verdict_commands}},

    {"detail",
     "LEVEL",
     explaining,
     &Options::detail,
     "how much of the solution is written out",
     {.choices = "low normal full", .commands = "steps"}},
    {"hint",
     "N",
     explaining,
     &Options::hint,
     "the first N steps only, and which rule comes next",
     {.commands = "steps"}},
    {"quiz", "", explaining, &Options::quiz, "the rules, with the results left blank", {.commands = "steps"}},

    {"grid",
     "RANGES",
     drawing,
     &Options::grid,
     "points of a table: x=0:1:5,y=1:2:3, from, to and how many",
     {.commands = "table"}},
    {"h", "STEP", drawing, &Options::step, "step of the central differences (1/1000)", {.commands = "table"}},
    {"range", "RANGES", drawing, &Options::range, "what a plot shows: x=-2:2,y=-pi:pi", {.commands = "plot"}},
    {"kind",
     "KIND",
     drawing,
     &Options::kind,
     "one picture of two variables instead of all",
     {.choices = "surface map slices", .commands = "plot"}},
    {"descent",
     "POINT",
     drawing,
     &Options::descent,
     "the path of gradient descent from x=2,y=3, and its table",
     {.commands = "plot"}},
    {"rate",
     "RATE",
     drawing,
     &Options::rate,
     "of the gradient, in each step of the descent (0.1)",
     {.needs = "descent", .commands = "plot"}},
    {"steps", "N", drawing, &Options::descent_steps, "of the descent (50)", {.needs = "descent", .commands = "plot"}},
    {"script",
     "",
     drawing,
     &Options::script,
     "print the script for gnuplot, with the data in it",
     {.commands = "plot"}},
    {"output",
     "FILE",
     drawing,
     &Options::output,
     "write the picture to FILE, in the format that its name ends with: svg, png, pdf",
     {.commands = "graph plot"}},
    {"nodes", "N", drawing, &Options::nodes, "collapse a graph of more nodes (300)", {.commands = "graph"}},

    {"var", "NAMES", reading, &Options::variables, "these names are variables whatever else they mean: e,gamma"},
    {"function", "NAMES", reading, &Options::functions, "these names are unknown functions"},
    {"assume", "FACTS", reading, &Options::assumptions,
     "what holds of variables: \"x > 0, 0 < y < 1, z != 0, n integer\"; may be repeated"},
    {"split", "", reading, &Options::split, "read an unknown run of letters as a product: xy is x*y"},
    {"strict", "", reading, &Options::strict, "refuse what could be read in two ways"},
    {"quiet", "", reading, &Options::quiet, "no notes"},
    {"input", "KIND", reading, &Options::input, "what the lines of standard input are", {.choices = "text ndjson csv"}},

    {"format",
     "FORMAT",
     printing,
     &Options::format,
     "how results are written; a command refuses those that are not its own",
     {.choices = "plain unicode pretty latex mathml json sympy maxima mathematica giac markdown text dot mermaid svg "
                 "png pdf csv html"}},
    {"json", "", printing, &Options::json, "short for --format json"},
    {"form", "FORM", printing, &Options::form,
     "auto (the shortest readable one), raw, expanded, factored, together, or match:EXPR: as EXPR if it is equal"},
    {"bare", "", printing, &Options::bare, "no labels"},
    {"share", "", printing, &Options::share, "write what occurs more than once as a definition: t1 = ...; ..."},
    {"no-color", "", printing, &Options::no_color, "no colour in messages"},

    {"limit", "NAME=N", limits, &Options::limits, "set a limit on work"},
    {"timeout", "SECONDS", limits, &Options::timeout, "give up after this time (off)"},

    {"help", "", about, &Options::help, "examples and every option"},
    {"short-help", "", about, &Options::short_help, "the usage and one line an option", {.letter = 'h'}},
    {"version", "", about, &Options::version, "the version", {.letter = 'V'}},
    {"man", "", about, &Options::man, "the manual page, in roff"},
    {"completions", "SHELL", about, &Options::completions, "a completion script", {.choices = "bash zsh fish"}},
};

constexpr LimitRow limit_table[] = {
    {"line_bytes", &Limits::line_bytes},
    {"name_bytes", &Limits::name_bytes},
    {"nesting", &Limits::nesting},
    {"operations", &Limits::operations},
    {"memory", &Limits::memory},
    {"work", &Limits::work},
    {"number_bits", &Limits::number_bits},
    {"output_bytes", &Limits::output_bytes},
    {"order", &Limits::order},
};

}  // namespace

std::span<const OptionRow> option_rows() { return option_table; }
std::span<const LimitRow> limit_rows() { return limit_table; }

std::string limit_names() {
    std::string names;
    for (const LimitRow& row : limit_table) names += (names.empty() ? "" : ", ") + std::string(row.name);
    return names;
}

const OptionRow* find_option(std::string_view name) {
    const auto found = std::ranges::find(option_table, name, &OptionRow::name);
    return found == std::end(option_table) ? nullptr : found;
}

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        if (words.substr(begin, end - begin) == word) return true;
        begin = end + 1;
    }
    return false;
}

bool belongs(const OptionRow& row, std::string_view command) {
    return row.traits.commands.empty() || has_word(row.traits.commands, command);
}

namespace {

// The least number of letters inserted, left out, changed or swapped with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

}  // namespace

const OptionRow* nearest_option(std::string_view name) {
    if (name.empty() || name.size() > 20) return nullptr;
    const OptionRow* nearest = nullptr;
    std::size_t least = name.size() > 3 ? 3 : 2;  // a distance below this is near
    if (name.size() == 3) least = 2;
    for (const OptionRow& row : option_table) {
        if (row.name.size() == 1) continue;  // as near to any other letter
        const bool begins = name.size() >= 3 && row.name.starts_with(name);
        const std::size_t distance = begins ? 0 : edit_distance(name, row.name);
        if (distance < least) least = distance, nearest = &row;
    }
    return nearest;
}

}  // namespace pdiff::cli
