#include "pdiff/functions.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pdiff {
namespace {

constexpr FunctionRow functions[] = {
#define FUNCTION(id, ball, real, ...) FunctionRow{.identifier = #id, __VA_ARGS__},
#define DEFINITION(...)
#include "pdiff/functions.def"
#undef FUNCTION
#undef DEFINITION
};

static_assert(std::size(functions) <= 128, "Pool has a bit for each");

constexpr DefinitionRow definitions[] = {
#define FUNCTION(...)
#define DEFINITION(id, parameters, expression, summary, aliases) {#id, parameters, expression, summary, aliases},
#include "pdiff/functions.def"
#undef FUNCTION
#undef DEFINITION
};

constexpr std::string_view spelled(const FunctionRow& r) { return r.name.empty() ? r.identifier : r.name; }

// Calls `use` with the name and every alias.
template <class Use>
constexpr void for_each_spelling(std::string_view name, std::string_view aliases, Use use) {
    use(name);
    while (!aliases.empty()) {
        const std::size_t blank = std::min(aliases.find(' '), aliases.size());
        use(aliases.substr(0, blank));
        aliases.remove_prefix(std::min(blank + 1, aliases.size()));
    }
}

constexpr std::size_t count_spellings() {
    std::size_t n = 0;
    for (const FunctionRow& r : functions) for_each_spelling(spelled(r), r.aliases, [&](std::string_view) { ++n; });
    return n;
}

struct Spelling {
    std::string_view text;
    Function function;
};

// All names and aliases, sorted at compile time: nothing is built at start-up.
constexpr auto sorted_spellings() {
    std::array<Spelling, count_spellings()> all{};
    std::size_t n = 0, id = 0;
    for (const FunctionRow& r : functions) {
        for_each_spelling(spelled(r), r.aliases, [&](std::string_view s) {
            all[n++] = {s, static_cast<Function>(id)};
        });
        ++id;
    }
    std::ranges::sort(all, [](const Spelling& a, const Spelling& b) {
        return a.text != b.text ? a.text < b.text : a.function < b.function;
    });
    return all;
}
constexpr auto spellings = sorted_spellings();

constexpr auto functions_of_spellings = [] {
    std::array<Function, spellings.size()> all{};
    std::ranges::transform(spellings, all.begin(), &Spelling::function);
    return all;
}();

}  // namespace

std::span<const FunctionRow> function_rows() { return functions; }
std::span<const DefinitionRow> definition_rows() { return definitions; }
const FunctionRow& row(Function f) { return functions[static_cast<std::size_t>(f)]; }
std::string_view name(Function f) { return spelled(row(f)); }

std::span<const Function> functions_named(std::string_view name) {
    const auto found = std::ranges::equal_range(spellings, name, {}, &Spelling::text);
    return {functions_of_spellings.data() + (found.begin() - spellings.begin()), found.size()};
}

std::optional<Function> find_function(std::string_view name, std::size_t arguments) {
    for (const Function f : functions_named(name)) {
        const Arity a = arity(row(f).parameters);
        if (a.count == arguments || (a.variadic && arguments >= 1)) return f;
    }
    return std::nullopt;
}

const DefinitionRow* find_definition(std::string_view name) {
    for (const DefinitionRow& r : definitions) {
        bool found = false;
        for_each_spelling(r.name, r.aliases, [&](std::string_view s) { found |= s == name; });
        if (found) return &r;
    }
    return nullptr;
}

Arity arity(std::string_view parameters) {
    const auto commas = std::ranges::count(parameters, ',');
    return {static_cast<std::uint32_t>(commas + 1), parameters.ends_with("...")};
}

}  // namespace pdiff
