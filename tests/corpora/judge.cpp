#include "corpora/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>
#include <vector>

#include "corpora/points.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "pdiff/simplify.hpp"
#include "support/difference.hpp"

namespace pdiff::test {
namespace {

constexpr std::size_t wanted_points = 3;
constexpr std::size_t most_attempts = 400;
constexpr std::size_t most_undecided = 40;  // attempts without any value on both sides known
constexpr std::size_t decisive_bits = 40;

struct Question {
    Pool pool;
    ParseOptions options;
    Expr function{};
    std::vector<Expr> sequence;
    Expr derivative{};
    std::vector<Expr> main;  // the variables of the derivative, each once
};

std::vector<Expr> all_variables(const Pool& pool, Expr a, Expr b) {
    std::vector<Expr> all = variables(pool, a);
    for (const Expr v : variables(pool, b)) {
        if (std::ranges::find(all, v) == all.end()) all.push_back(v);
    }
    return all;
}

std::string shown(Pool& pool, std::span<const Binding> point) {
    std::string text;
    for (const Binding& b : point) {
        text += fmt::format("{}{}={}", text.empty() ? "" : ",", print(pool, b.symbol), print(pool, b.value));
    }
    return text;
}

struct Agreement {
    std::size_t points = 0;
    bool wrong = false;
    bool disputed = false;
    std::string detail;
};

// The source may have assumed that x > 0, or be mistaken: then a difference quotient of the function itself decides.
std::optional<bool> proved_by_difference(Question& q, std::span<const Binding> point) {
    Expr before = q.function;
    if (q.sequence.size() > 1) {
        before = differentiate(q.pool, q.function, std::span(q.sequence).first(q.sequence.size() - 1));
    }
    return agrees_with_difference(q.pool, before, q.derivative, q.sequence.back(), point);
}

// Compares at points until three agree or one refutes.
Agreement compare_by_value(Question& q, Expr ours, Expr theirs, std::string_view seed) {
    Agreement result;
    Points points(seed);
    const std::vector<Expr> all = all_variables(q.pool, ours, theirs);
    const bool same = ours == theirs;
    std::size_t unknown = 0;
    const std::size_t attempts = all.empty() ? wanted_points : most_attempts;
    for (std::size_t i = 0; i < attempts && result.points < wanted_points && unknown < most_undecided; ++i) {
        const std::vector<Binding> point = points.next(q.pool, all, q.main);
        Comparison c = compare(q.pool, ours, theirs, point);
        if (c.relation == Relation::overlap && !same && c.agreed_bits < decisive_bits) {
            c = compare(q.pool, ours, theirs, point, {2048});
        }
        if (c.relation == Relation::different) {
            const std::optional<bool> proved = ours == q.derivative ? proved_by_difference(q, point) : false;
            if (!proved) {  // the function itself is not real there
                ++unknown;
                continue;
            }
            result.detail = fmt::format("at {}: {} but expected {}", shown(q.pool, point), c.left, c.right);
            result.disputed = *proved;
            result.wrong = !*proved;
            return result;
        }
        if (c.relation == Relation::overlap && (same || c.agreed_bits >= decisive_bits)) ++result.points;
        if (c.relation == Relation::unknown || c.relation == Relation::overlap) ++unknown;
    }
    if (result.points < wanted_points) result.detail = fmt::format("{} of {} points", result.points, wanted_points);
    return result;
}

// The digits of the source are rounded or cut: one unit in their last place is granted.
Agreement compare_with_digits(Question& q, const Row& row) {
    std::vector<Binding> point;
    for (const auto& [symbol, value] : parse_bindings(q.pool, row.point)) point.push_back({symbol, value});
    const Evaluation ours = evaluate(q.pool, q.derivative, point, 28);
    if (ours.definedness != Definedness::defined) return {0, false, false, "no value: " + ours.reason};
    const Expr difference = subtract(q.pool, parse_expr(q.pool, ours.digits), parse_expr(q.pool, row.value));
    const double error = std::abs(q.pool.number(difference).to_double());
    const double size = std::abs(q.pool.number(parse_expr(q.pool, row.value)).to_double());
    if (error > 1e-23 * size && error > 1e-30) {
        return {0, true, false, fmt::format("at {}: {} but expected {}", row.point, ours.digits, row.value)};
    }
    return {wanted_points, false, false, ""};
}

RoundTrip read_back(Question& q, const std::string& text, const Row& row, std::string& wrong) {
    const Expr back = parse(q.pool, text, q.options).value;
    if (back == q.derivative) return RoundTrip::same;
    const Expr simplified = simplify(q.pool, back);
    if (simplified == q.derivative) return RoundTrip::same_simplified;
    const Agreement agreement = compare_by_value(q, back, q.derivative, row.id);
    if (agreement.wrong) wrong = "reads back as another: " + agreement.detail;
    return agreement.points >= wanted_points ? RoundTrip::same_value : RoundTrip::unknown;
}

// Every application of an unknown function as a variable of its own, the same one in all `roots`.
void freeze_unknown_functions(Question& q, std::vector<Expr*> roots) {
    std::vector<Expr> originals;
    for (const Expr* root : roots) originals.push_back(*root);
    std::vector<Expr> made(q.pool.size());
    for (const Expr e : reachable(q.pool, originals)) {
        std::vector<Expr> args(q.pool.args(e).begin(), q.pool.args(e).end());
        if (q.pool.op(e) == Op::apply) {
            made[index(e)] = q.pool.symbol(fmt::format("unknown_{}", index(e)));
        } else if (args.empty() || q.pool.op(e) == Op::derived_name) {
            made[index(e)] = e;
        } else {
            for (Expr& arg : args) arg = made[index(arg)];
            const Function function = q.pool.op(e) == Op::call ? q.pool.function(e) : Function{};
            made[index(e)] = rebuild(q.pool, q.pool.op(e), args, function);
        }
    }
    for (Expr* root : roots) *root = made[index(*root)];
}

// Where the source computes with the imaginary unit there is no real value to compare.
bool is_complex(const Question& q) { return std::ranges::find(q.options.variables, "I") != q.options.variables.end(); }

Agreement compare_with_expected(Question& q, const Row& row) {
    if (is_complex(q)) return {0, false, false, "I is the imaginary unit"};
    Expr expected = resolve_derivatives(q.pool, parse(q.pool, row.expected, q.options).value);
    expected = simplify(q.pool, expected);
    freeze_unknown_functions(q, {&expected, &q.derivative});
    return compare_by_value(q, q.derivative, expected, row.id);
}

Judgement judge_unguarded(const Row& row) {
    Question q;
    if (!row.standard_names) q.options.variables = bare_names(row.expression + ' ' + row.expected);
    for (const std::string& name : split(row.variables, ',')) {
        q.options.wrt.push_back(name);
        q.sequence.push_back(q.pool.symbol(name));
    }
    q.main = q.sequence;

    q.function = parse(q.pool, row.expression, q.options).value;
    q.derivative = differentiate(q.pool, q.function, q.sequence);
    std::string text = print(q.pool, q.derivative);

    Judgement result;
    result.round_trip = read_back(q, text, row, result.detail);
    result.length = text.size() - static_cast<std::size_t>(std::ranges::count(text, ' '));
    result.verdict = Verdict::unchecked;
    if (!result.detail.empty()) {
        result.verdict = Verdict::wrong;
        return result;
    }
    if (row.expected.empty() && row.value.empty()) return result;
    const Agreement agreement = row.value.empty() ? compare_with_expected(q, row) : compare_with_digits(q, row);
    result.detail = agreement.detail;
    result.verdict = agreement.wrong                     ? Verdict::wrong
                     : agreement.disputed                ? Verdict::disputed
                     : agreement.points >= wanted_points ? Verdict::agreed
                                                         : Verdict::undecided;
    return result;
}

}  // namespace

Judgement judge(const Row& row) {
    try {
        return judge_unguarded(row);
    } catch (const Error& e) {
        const Verdict verdict = e.kind == ErrorKind::internal ? Verdict::crashed : Verdict::refused;
        return {verdict, RoundTrip::unknown, 0, e.message + (e.hint.empty() ? "" : "; " + e.hint)};
    } catch (const std::exception& e) {
        return {Verdict::crashed, RoundTrip::unknown, 0, e.what()};
    }
}

}  // namespace pdiff::test
