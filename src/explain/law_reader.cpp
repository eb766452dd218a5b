#include "explain/law_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calculus/laws.hpp"
#include "pdiff/parse.hpp"

namespace pdiff::explain {

namespace {

// Instead of a letter that is taken.
constexpr std::string_view spare_letters[] = {"u", "v", "w", "g", "h", "p", "q", "r", "s", "k"};

}  // namespace

Expr LawReader::typed(std::string_view text, const std::vector<std::string>& names) {
    ParseOptions options;
    options.variables = names;
    options.typed = true;
    return parse(pool_, text, options).typed;
}

Expr LawReader::free_letter(const std::string& name, const std::vector<Expr>& used) {
    const auto is_free = [&](Expr letter, Expr differential) {
        return std::ranges::find(taken_, letter) == taken_.end() && std::ranges::find(used, letter) == used.end() &&
               std::ranges::find(taken_, differential) == taken_.end();
    };
    const auto free = [&](const std::string& text) { return is_free(pool_.symbol(text), pool_.symbol("d" + text)); };
    if (free(name)) return pool_.symbol(name);
    for (const std::string_view spare : spare_letters)
        if (free(std::string(spare))) return pool_.symbol(spare);
    return pool_.symbol(name);
}

const ReadLaw& LawReader::read(const void* row, std::string_view left, std::string_view right,
                               const std::vector<std::string>& letters) {
    if (const auto found = laws_.find(row); found != laws_.end()) return found->second;
    std::vector<std::string> names = letters;
    for (const std::string& l : letters) names.push_back("d" + l);
    std::vector<Expr> from, shown;
    for (const std::string& name : names) from.push_back(pool_.symbol(name));
    for (const std::string& l : letters) shown.push_back(free_letter(l, shown));
    for (std::size_t i = 0; i < letters.size(); ++i)
        shown.push_back(pool_.symbol(fmt::format("d{}", pool_.name(shown[i]))));
    const auto renamed = [&](std::string_view text) {
        return put_in(pool_, typed(text, names), from, shown, Merge::none);
    };
    ReadLaw law{{renamed(left), renamed(right), true}, shown};
    return laws_.emplace(row, std::move(law)).first->second;
}

const ReadLaw& LawReader::read(Law law) {
    const DerivativeRow& r = row(law);
    std::vector<std::string> letters;
    for (const char c : r.of)
        if (c == 'u' || c == 'v' || c == 'c') letters.emplace_back(1, c);
    return read(&r, r.of, r.differential, letters);
}

const ReadLaw& LawReader::read(Function function) {
    const FunctionRow& r = row(function);
    const std::vector<std::string> letters = parameter_names(r.parameters);
    std::string left = fmt::format("{}(", name(function));
    for (const std::string& l : letters) left += (left.back() == '(' ? "" : ", ") + l;
    return read(&r, left + ")", r.differential.empty() ? "0" : r.differential, letters);
}

// The factor w that both terms may have is left out: the law reads better without.
LawText LawReader::read(const IdentityRow& r) {
    const std::vector<std::string> letters = {"u", "v", "w", "c", "n", "m"};
    const Expr w = pool_.symbol("w");
    const auto shown = [&](std::string_view text) {
        return put_in(pool_, typed(text, letters), {&w, 1}, std::span(&one, 1), Merge::none);
    };
    return {shown(r.from), shown(r.to), false};
}

Expr LawReader::filled(std::string_view formula, std::span<const Expr> values, Merge merge) {
    const Expr letters[] = {pool_.symbol("u"), pool_.symbol("v"), pool_.symbol("w")};
    return put_in(pool_, typed(formula, {"u", "v", "w"}), std::span(letters).first(values.size()), values, merge);
}

}  // namespace pdiff::explain
