#include "parse/meanings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "parse/greek.hpp"

namespace pdiff {
namespace {

struct NamedConstant {
    std::string_view name;
    Meaning::Kind kind;
    Expr value;
};
constexpr std::array constants{
    NamedConstant{"e", Meaning::Kind::constant, euler},
    NamedConstant{"pi", Meaning::Kind::constant, pi},
    NamedConstant{"inf", Meaning::Kind::infinite, infinity},
    NamedConstant{"infinity", Meaning::Kind::infinite, infinity},
    NamedConstant{"true", Meaning::Kind::truth, truth_true},
    NamedConstant{"false", Meaning::Kind::truth, truth_false},
};

struct NamedForm {
    std::string_view name;
    Form form;
    bool function;  // also one of the table, for other numbers of arguments
};
constexpr std::array forms{
    NamedForm{"piecewise", Form::piecewise, false},
    NamedForm{"if", Form::piecewise, false},
    NamedForm{"diff", Form::diff, false},
    NamedForm{"integer", Form::integer, false},
    NamedForm{"log", Form::logarithm, true},
    NamedForm{"ln", Form::logarithm, true},
    NamedForm{"root", Form::root, true},
};

// Operators over an index or an interval: a call of one must not pass for an unknown function.
constexpr std::array<std::string_view, 9> unsupported{"sum", "product", "prod", "integral", "integrate",
                                                      "int", "limit",   "lim",  "norm"};

// Functions whose names are as likely variables when nothing follows them; Greek letters are so too.
constexpr std::array<std::string_view, 12> likely_variables{"max",   "min", "mod", "frac", "root", "sign",
                                                            "round", "si",  "ci",  "li",   "ei",   "shi"};

template <class Table>
constexpr bool contains(const Table& table, std::string_view name) {
    return std::ranges::find(table, name) != table.end();
}

// Edit distance with swaps of neighbours, or more than `most`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > most) return most + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

struct Nearest {
    std::size_t most;  // edits allowed
    std::string_view name = {};
    std::size_t best = SIZE_MAX;

    void offer(std::string_view wanted, std::string_view candidate) {
        const std::size_t d = pdiff::distance(wanted, candidate, most);
        const bool prefix = wanted.starts_with(candidate) || candidate.starts_with(wanted);
        const std::size_t rank = 2 * d + (prefix ? 0 : 1);
        if (d <= most && rank < best) name = candidate, best = rank;
    }
    void offer_all(std::string_view wanted, std::string_view names) {
        while (!names.empty()) {
            const std::size_t blank = std::min(names.find(' '), names.size());
            offer(wanted, names.substr(0, blank));
            names.remove_prefix(std::min(blank + 1, names.size()));
        }
    }
};

bool is_base(std::string_view name) { return name.size() > 4 && name.starts_with("log_"); }

}  // namespace

std::optional<Function> Meaning::function(std::size_t arguments) const {
    for (const Function f : functions) {
        const Arity takes = arity(row(f).parameters);
        if (takes.count == arguments || (takes.variadic && arguments >= 1)) return f;
    }
    return std::nullopt;
}

Meaning meaning_of(std::string_view name) {
    Meaning meaning;
    if (name.size() == 1 && name[0] != 'e') return meaning;
    for (const NamedConstant& row : constants)
        if (row.name == name) return {.kind = row.kind, .constant = row.value};
    for (const NamedForm& row : forms) {
        if (row.name != name) continue;
        meaning.form = row.form;
        if (!row.function) meaning.kind = Meaning::Kind::form;
    }
    if (meaning.kind == Meaning::Kind::form) return meaning;
    meaning.functions = functions_named(name);
    meaning.definition = meaning.functions.empty() ? find_definition(name) : nullptr;
    if (!meaning.functions.empty()) {
        meaning.kind = Meaning::Kind::function;
        meaning.may_be_variable = is_greek_name(name) || contains(likely_variables, name);
    } else if (meaning.definition) {
        meaning.kind = Meaning::Kind::definition;
    } else if (is_base(name)) {
        meaning.kind = Meaning::Kind::base;
    } else if (contains(unsupported, name)) {
        meaning.kind = Meaning::Kind::unsupported;
    }
    return meaning;
}

std::string_view joined_function(std::string_view name) {
    if (name.size() < 3) return {};
    const std::string_view head = name.substr(0, name.size() - 1);
    const Meaning meaning = meaning_of(head);
    const bool function = meaning.kind == Meaning::Kind::function || meaning.kind == Meaning::Kind::definition;
    return function && !meaning.may_be_variable ? head : std::string_view();
}

std::string_view near_miss(std::string_view name) {
    const std::string wanted = lower(name);
    if (wanted != name && name.size() > 1) {
        const Meaning meaning = meaning_of(wanted);
        if (meaning.kind == Meaning::Kind::function) return pdiff::name(meaning.functions[0]);
        if (meaning.kind == Meaning::Kind::definition) return meaning.definition->name;
    }
    if (name.size() < 3 || is_greek_name(name)) return {};
    Nearest nearest{.most = name.size() < 5 ? 1u : 2u};
    for (const FunctionRow& row : function_rows()) {
        nearest.offer(wanted, row.name.empty() ? row.identifier : row.name);
        nearest.offer_all(wanted, row.aliases);
    }
    for (const DefinitionRow& row : definition_rows()) {
        nearest.offer(wanted, row.name);
        nearest.offer_all(wanted, row.aliases);
    }
    for (const NamedForm& row : forms) nearest.offer(wanted, row.name);
    return nearest.name.size() < 3 ? std::string_view() : nearest.name;
}

}  // namespace pdiff
