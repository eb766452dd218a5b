// The traps: value and domain of each derivative, at points inside and outside of where it is defined.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "corpora/points.hpp"
#include "corpora/traps.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "pdiff/seams.hpp"
#include "support/process.hpp"

using namespace pdiff;
using namespace pdiff::test;

namespace {

// Functions and forms of the traps that pdiff does not have: refused by name, or read as unknown functions.
const std::vector<std::string> not_here = {"conjugate(", "im(", "re(", "sum(", "product(", "integral("};

bool is_here(const Trap& trap) {
    return std::ranges::none_of(not_here, [&](const std::string& f) { return trap.expression.starts_with(f); });
}

struct Claim {
    Expr function{};
    Expr typed{};
    std::vector<Expr> sequence;
    Expr derivative{};
    Conditions conditions;
    bool undefined = false;  // everywhere, by an error
};

Claim claim(Pool& pool, const Trap& trap) {
    Claim result;
    try {
        ParseOptions options;
        options.wrt = trap.sequence;
        options.typed = true;
        const Parsed parsed = parse(pool, trap.expression, options);
        result.function = parsed.value;
        result.typed = parsed.typed;
        for (const std::string& name : trap.sequence) result.sequence.push_back(pool.symbol(name));
        result.derivative = differentiate(pool, parsed.value, result.sequence);
        result.conditions = conditions(pool, parsed.value, result.sequence);
        for (const auto& [from, to] : trap.replacement) {
            const Expr symbol = pool.symbol(from);
            const Expr value = parse_expr(pool, to);
            result.derivative = substitute(pool, result.derivative, std::span(&symbol, 1), std::span(&value, 1));
        }
    } catch (const Error& e) {
        if (e.kind != ErrorKind::undefined) throw;
        result.undefined = true;
    }
    return result;
}

enum class Truth : std::uint8_t { no, unknown, yes };

Truth truth(std::optional<bool> holds) { return !holds ? Truth::unknown : *holds ? Truth::yes : Truth::no; }

Truth truth(Definedness value) {
    if (value == Definedness::unknown) return Truth::unknown;
    return value == Definedness::defined ? Truth::yes : Truth::no;
}

Truth all_hold(Pool& pool, const std::vector<Expr>& conditions, std::span<const Binding> point) {
    Truth all = Truth::yes;
    for (const Expr condition : conditions) all = std::min(all, truth(holds_at(pool, condition, point)));
    return all;
}

// What pdiff says that the derivative is at the point; `exists` is no where it says that there is none.
struct Value {
    Truth exists = Truth::unknown;
    Expr expression{};
};

Value value_at(Pool& pool, const Claim& c, std::span<const Binding> point) {
    if (c.undefined || all_hold(pool, c.conditions.domain, point) == Truth::no) return {Truth::no, {}};
    const Truth smooth = all_hold(pool, c.conditions.smooth, point);
    // Simplification may cancel a singularity of the rules, so both must be defined.
    const Expr by_rules = derivative_by_rules(pool, c.function, c.sequence);
    const Truth defined = std::min(truth(evaluate(pool, c.derivative, point).definedness),
                                   truth(evaluate(pool, by_rules, point).definedness));
    if (smooth == Truth::yes && defined == Truth::yes) return {Truth::yes, c.derivative};
    std::vector<Expr> symbols, values;
    for (const Binding& b : point) symbols.push_back(b.symbol), values.push_back(b.value);
    const auto sign = [](Pool& p, Expr constant) { return sign_at(p, constant, {}); };
    const SeamDerivative seam =
        derivative_at_seam(pool, c.function, c.sequence.front(), c.sequence.size(), symbols, values, sign);
    if (seam.existence == Existence::exists) return {Truth::yes, seam.value};
    return {seam.existence == Existence::none ? Truth::no : Truth::unknown, {}};
}

std::optional<Number> number_at(Pool& pool, Expr f, std::span<const Binding> point) {
    const Evaluation value = evaluate(pool, f, point, 60);
    if (value.definedness != Definedness::defined) return {};
    return pool.number(parse_expr(pool, value.digits));
}

// Whether the function has a kink or a jump at the point, by values to both sides. Nothing where it is not defined in
// the neighbourhood: there an identity has made the domain larger, as x/x = 1 does.
std::optional<bool> has_kink(Pool& pool, const Claim& c, std::span<const Binding> point) {
    const Number h = pow(Number(2), -60);
    const auto shifted = [&](const Number& by) {
        std::vector<Binding> near(point.begin(), point.end());
        for (Binding& b : near) {
            if (b.symbol == c.sequence.front()) b.value = pool.number(pool.number(b.value) + by);
        }
        return number_at(pool, c.typed, near);
    };
    const auto left = shifted(-h), middle = shifted(Number(0)), right = shifted(h);
    if (!left || !middle || !right) return {};
    return std::abs(((*left - *middle + *right - *middle) / h).to_double()) > 1e-6;
}

// The clause that speaks about the point; nothing where none does, or it cannot be decided which.
const Clause* clause_at(Pool& pool, const Trap& trap, std::span<const Binding> point) {
    for (const Clause& clause : trap.clauses) {
        if (clause.condition.empty()) return &clause;
        const std::optional<bool> holds = holds_at(pool, parse_expr(pool, clause.condition), point);
        if (!holds) return nullptr;
        if (*holds) return &clause;
    }
    static const Clause outside{"undefined", ""};
    return &outside;
}

std::string check_point(Pool& pool, const Trap& trap, const Claim& c, std::span<const Binding> point) {
    const Clause* clause = clause_at(pool, trap, point);
    if (clause == nullptr) return {};
    const Value ours = value_at(pool, c, point);
    if (clause->value == "undefined") {
        const bool wrong = ours.exists == Truth::yes && has_kink(pool, c, point).value_or(false);
        return wrong ? "a value where the derivative is undefined" : "";
    }
    const Expr right = parse_expr(pool, clause->value);
    if (ours.exists == Truth::no) {
        const bool exists = evaluate(pool, right, point).definedness == Definedness::defined;
        return exists ? "undefined where it is " + clause->value : "";
    }
    if (ours.exists == Truth::unknown) return {};
    const Comparison comparison = compare(pool, ours.expression, right, point);
    if (comparison.relation != Relation::different) return {};
    return fmt::format("{} where it is {}", comparison.left, comparison.right);
}

std::vector<Expr> symbols_of(Pool& pool, const Trap& trap) {
    std::vector<Expr> all;
    std::vector<std::string> texts = {trap.expression};
    for (const Clause& clause : trap.clauses) {
        if (clause.value != "undefined") texts.push_back(clause.value);
    }
    for (const std::string& text : texts) {
        try {
            for (const Expr v : variables(pool, parse_expr(pool, text))) all.push_back(v);
        } catch (const Error&) {  // 1/(x - x) has no variables
        }
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

void check_function(const Trap& trap) {
    Pool pool;
    const std::vector<Expr> all = symbols_of(pool, trap);
    const Claim c = claim(pool, trap);
    std::vector<std::vector<Binding>> points;
    for (const int value : {0, 1, -1, 2, -2}) {
        points.emplace_back();
        for (const Expr v : all) points.back().push_back({v, pool.number(value)});
    }
    Points random(trap.id);
    for (int i = 0; i < 30; ++i) points.push_back(random.next(pool, all, all));
    for (const std::vector<Binding>& point : points) {
        std::string where;
        for (const Binding& b : point) where += fmt::format("{}={} ", print(pool, b.symbol), print(pool, b.value));
        INFO("at ", where);
        CHECK(check_point(pool, trap, c, point) == "");
    }
}

Outcome run_on(const Trap& trap, std::vector<std::string> more) {
    const std::string file = "trap.txt";
    std::ofstream(file, std::ios::binary) << trap.expression << '\n';
    const std::string variable = trap.sequence.empty() ? "x" : trap.sequence.front();
    std::vector<std::string> arguments = {PDIFF_BINARY, "-", "--wrt", variable};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments, file);
}

void check_at_point(const Trap& trap) {
    const Outcome outcome = run_on(trap, {"--at", trap.point, "--value"});
    INFO(outcome.status, ": ", outcome.out, outcome.err);
    if (trap.clauses.front().value == "undefined") {
        CHECK(outcome.status == 5);
    } else {
        CHECK(outcome.status == 0);
        CHECK(outcome.out == trap.clauses.front().value + "\n");
    }
}

void check_trap(const Trap& trap) {
    switch (trap.asked) {
        case Asked::function:
            return check_function(trap);
        case Asked::at_point:
            return check_at_point(trap);
        case Asked::refusal: {
            const Outcome outcome = run_on(trap, {});
            INFO(outcome.out, outcome.err);
            CHECK(outcome.status == 2);
            return;
        }
        case Asked::undecided: {
            const Outcome outcome = run_on(trap, {});
            CHECK(outcome.signal == 0);
            CHECK(outcome.out != "0\n");
            return;
        }
    }
}

}  // namespace

TEST_CASE("traps have the right value and the right domain") {
    const std::vector<Trap> traps = read_traps();
    if (traps.empty()) MESSAGE("no traps beside the project");
    for (const Trap& trap : traps) {
        INFO(trap.id, ": ", trap.expression);
        if (!is_here(trap)) {
            CHECK(run_on(trap, {}).signal == 0);
            continue;
        }
        try {
            check_trap(trap);
        } catch (const Error& e) {
            FAIL_CHECK(e.message, " ", e.hint);
        }
    }
}
