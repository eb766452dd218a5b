#include "cli/point.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/failure.hpp"
#include "expr/scalars.hpp"

namespace pdiff::cli {

std::vector<Expr> scalar_sides(const Pool& pool, Expr f) {
    std::vector<Expr> found;
    for (const Expr e : scalars(pool, f)) {
        if (pool.op(e) == Op::equal)
            found.insert(found.end(), pool.args(e).begin(), pool.args(e).end());
        else
            found.push_back(e);
    }
    return found;
}

bool has_unknown_function(const Pool& pool, Expr f) {
    const std::vector<Expr> parts = reachable(pool, f);
    return std::ranges::any_of(parts, [&](Expr e) { return pool.op(e) == Op::apply || pool.op(e) == Op::diff; });
}

namespace {

// What was assumed of a variable holds for its value too.
void require_assumed(const Pool& pool, const Point& point) {
    for (const Binding& binding : point.bindings) {
        const Range* known = pool.assumptions().find(pool.name(binding.symbol));
        if (known == nullptr) continue;
        const Range& value = pool.range(binding.value);
        Range bounds = *known;
        bounds.integer = bounds.nonzero = false;  // of a value that is no exact number these are not seen
        const bool whole = pool.is_number(binding.value) && !value.integer;
        const bool is_zero = binding.value == zero;
        if (!intersection(bounds, value).is_empty() && !(known->integer && whole) && !(known->nonzero && is_zero))
            continue;
        std::string facts;
        for (const auto& [symbol, text] : pool.assumptions().facts())
            if (symbol == pool.name(binding.symbol)) facts += (facts.empty() ? "" : ", ") + text;
        throw Error(ErrorKind::usage, fmt::format("{} is not as assumed: {}", point.text, facts));
    }
}

void require_values(Pool& pool, const Answer& a, const Point& point) {
    std::vector<Expr> given;
    for (const Binding& binding : point.bindings) given.push_back(binding.symbol);
    std::ranges::sort(given);
    for (const Expr x : variables(pool, a.parsed.typed)) {
        if (std::ranges::binary_search(given, x)) continue;
        throw Error(ErrorKind::usage, fmt::format("--at gives no value for {}", pool.name(x)), {},
                    fmt::format("add {}=...", pool.name(x)));
    }
}

// The expression as typed decides: x/x has no value at 0, whatever it simplifies to.
void require_defined(Pool& pool, const Answer& a, const Point& point) {
    for (const Expr f : scalar_sides(pool, a.parsed.typed)) {
        const Evaluation e = evaluate(pool, f, point.bindings);
        if (e.definedness == Definedness::defined || has_unknown_function(pool, f)) continue;
        const bool undecided = e.definedness == Definedness::unknown;
        throw no_value(
            fmt::format("the function {} at {}", undecided ? "may have no value" : "has no value", point.text),
            e.reason.empty() ? "" : fmt::format("{} {}", e.reason, undecided ? "is not decided" : "is undefined"));
    }
}

// dy/dx of a curve means nothing beside the curve.
void require_on_curve(Pool& pool, const Answer& a, const Point& point) {
    const bool equation = pool.op(a.parsed.value) == Op::equal;
    const Expr left = equation ? pool.args(a.parsed.value)[0] : a.parsed.value;
    const Expr right = equation ? pool.args(a.parsed.value)[1] : zero;
    if (compare(pool, left, right, point.bindings).relation == Relation::different)
        throw no_value(fmt::format("the equation does not hold at {}", point.text));
}

}  // namespace

Point read_point(Pool& pool, const Task& task, const Answer& a) {
    Point point;
    about(task.at, [&] {
        for (const auto& [symbol, value] : parse_bindings(pool, task.at, task.reading)) {
            point.bindings.push_back({symbol, value});
            point.text +=
                fmt::format("{}{} = {}", point.text.empty() ? "" : ", ", pool.name(symbol), print(pool, value));
        }
    });
    point.decimals = task.at.find('.') != std::string::npos;
    about(task.at, [&] { require_assumed(pool, point); });
    require_values(pool, a, point);
    require_defined(pool, a, point);
    if (task.options.implicit) require_on_curve(pool, a, point);
    return point;
}

}  // namespace pdiff::cli
