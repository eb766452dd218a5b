#include "calculus/laws.hpp"

#include <array>
#include <memory>
#include <mutex>
#include <string>

#include "pdiff/parse.hpp"

namespace pdiff {

std::vector<std::string> parameter_names(std::string_view parameters) {
    std::vector<std::string> names;
    for (const char c : parameters) {
        if (c == ',' || names.empty()) names.emplace_back();
        if (c != ',' && c != ' ' && c != '.') names.back() += c;
    }
    return names;
}

namespace {

std::vector<Expr> symbols(Pool& pool, const std::vector<std::string>& names) {
    std::vector<Expr> result;
    for (const std::string& n : names) result.push_back(pool.symbol(n));
    return result;
}

// A rule text names its own letters, so `beta` or `e` in it keeps its meaning and a letter is a variable.
Expr parse_rule(Pool& pool, std::string_view text, const std::vector<std::string>& letters) {
    ParseOptions options;
    options.variables = letters;
    return parse(pool, text, options).value;
}

// The differential with every d<parameter> but that of `operand` set to zero.
PartialLaw partial_law(std::string_view differential, const std::vector<std::string>& parameters, std::size_t operand) {
    PartialLaw law;
    const std::string wanted = "d" + parameters[operand];
    if (differential.find(wanted) == std::string_view::npos) return law;
    Pool pool;
    std::vector<std::string> names = parameters;
    std::vector<Expr> differentials, none;
    for (const std::string& p : parameters) {
        names.push_back("d" + p);
        if (p == parameters[operand]) continue;
        differentials.push_back(pool.symbol("d" + p));
        none.push_back(zero);
    }
    const Expr part = substitute(pool, parse_rule(pool, differential, names), differentials, none);
    std::vector<Expr> letters = symbols(pool, parameters);
    letters.push_back(pool.symbol(wanted));
    law.formula = Template(pool, part, letters);
    law.kind = part == zero ? PartialLaw::Kind::zero : PartialLaw::Kind::formula;
    return law;
}

struct FunctionLaws {
    std::once_flag once;
    std::vector<PartialLaw> partials;
    Template smooth, domain;
};

Template condition_template(std::string_view text, const std::vector<std::string>& parameters) {
    Pool pool;
    const Expr condition = text.empty() ? truth_true : parse_rule(pool, text, parameters);
    return Template(pool, condition, symbols(pool, parameters));
}

const FunctionLaws& laws(Function f) {
    // Filled row by row as functions occur; a row once filled never changes.
    static const auto table = std::make_unique<FunctionLaws[]>(function_rows().size());
    FunctionLaws& entry = table[static_cast<std::size_t>(f)];
    std::call_once(entry.once, [&] {
        const FunctionRow& r = row(f);
        const std::vector<std::string> parameters = parameter_names(r.parameters);
        for (std::size_t i = 0; i < parameters.size(); ++i)
            entry.partials.push_back(partial_law(r.differential, parameters, i));
        entry.smooth = condition_template(r.smooth, parameters);
        entry.domain = condition_template(r.domain, parameters);
    });
    return entry;
}

}  // namespace

const PartialLaw& power_law(Law law, std::size_t operand) {
    constexpr std::size_t count = std::size(derivative_rows);
    static const auto table = [] {
        std::array<std::array<PartialLaw, 2>, count> all;
        for (std::size_t i = 0; i < count; ++i) {
            const DerivativeRow& r = derivative_rows[i];
            // The constant of a power rule is an operand like any other, whose differential is not in the row.
            const bool base_is_constant = r.of.starts_with("c^"), exponent_is_constant = r.of.ends_with("^c");
            const std::vector<std::string> parameters = {base_is_constant ? "c" : "u",
                                                         exponent_is_constant ? "c" : "v"};
            for (std::size_t k = 0; k < 2; ++k) all[i][k] = partial_law(r.differential, parameters, k);
        }
        return all;
    }();
    return table[static_cast<std::size_t>(law)][operand];
}

const Template& curve_law(CurveLaw law) {
    static const auto table = [] {
        const std::vector<std::string> letters = {"u", "v", "w"};
        std::array<Template, std::size(curve_rows)> all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            Pool pool;
            const Expr formula = parse_rule(pool, curve_rows[i].formula, letters);
            all[i] = Template(pool, formula, symbols(pool, letters));
        }
        return all;
    }();
    return table[static_cast<std::size_t>(law)];
}

const PartialLaw& function_law(Function f, std::size_t operand) { return laws(f).partials[operand]; }
const Template& smooth_condition(Function f) { return laws(f).smooth; }
const Template& domain_condition(Function f) { return laws(f).domain; }

}  // namespace pdiff
