// The domains of the table, read once and decided on values.
#include <algorithm>
#include <string>

#include "numeric/steps.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {
namespace {

struct Domain {
    Tape tape;
    std::vector<std::uint32_t> parameters;  // positions of the parameters that occur, and which they are
    std::vector<std::size_t> which;
};

struct Domains {
    Domains();
    Domains(const Domains&) = delete;

    Pool pool;
    std::vector<Domain> rows;  // with tapes over `pool`
};

// Domains of functions that are real but at single points, or not at all for some kinds of parameters.
struct Addition {
    Function function;
    std::string_view domain;
};
constexpr Addition additions[] = {
    {Function::atan2, "u != 0 or v != 0"},
    {Function::root, "integer(n) and n != 0 and (u > 0 or u = 0 and n > 0 or u < 0 and integer((n + 1)/2))"},
    {Function::lambertw_branch, "(n = 0 and u >= -exp(-1)) or (n = -1 and u >= -exp(-1) and u < 0)"},
    {Function::polylog, "u < 1 or u = 1 and s > 1"},
    {Function::zeta_hurwitz, "s != 1 and (u > 0 or not integer(u))"},
};

std::vector<std::string> parameter_names(std::string_view list) {
    std::vector<std::string> names(1);
    for (const char c : list) {
        if (c == ',') {
            names.emplace_back();
        } else if (c != ' ' && c != '.') {
            names.back() += c;
        }
    }
    return names;
}

std::string_view domain_text(Function f, std::string_view of_table) {
    for (const Addition& a : additions) {
        if (a.function == f) return a.domain;
    }
    return of_table;
}

Domain read(Pool& pool, const FunctionRow& row, std::string_view text) {
    const Expr condition = parse_expr(pool, text);
    Domain domain;
    domain.tape = make_tape(pool, std::span(&condition, 1), {});
    const std::vector<std::string> names = parameter_names(row.parameters);
    for (std::uint32_t i = 0; i < domain.tape.steps.size(); ++i) {
        if (domain.tape.op(i) != Op::symbol) continue;
        const auto name = std::ranges::find(names, pool.name(domain.tape.steps[i].expr));
        if (name == names.end()) continue;
        domain.parameters.push_back(i);
        domain.which.push_back(std::size_t(name - names.begin()));
    }
    return domain;
}

Domains::Domains() {
    const auto table = function_rows();
    rows.resize(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::string_view text = domain_text(static_cast<Function>(i), table[i].domain);
        if (!text.empty()) rows[i] = read(pool, table[i], text);
    }
}

}  // namespace

std::optional<bool> in_domain(Function f, std::span<const Value* const> args, slong precision) {
    static const Domains domains;
    const Domain& domain = domains.rows[std::size_t(f)];
    if (domain.tape.steps.empty()) return {};
    std::vector<Value> values(domain.tape.steps.size());
    for (std::size_t i = 0; i < domain.parameters.size(); ++i) values[domain.parameters[i]] = *args[domain.which[i]];
    run(domain.tape, values, precision);
    const Value& holds = values[domain.tape.roots[0]];
    if (holds.status != Status::defined) return {};
    return holds.truth;
}

}  // namespace pdiff
