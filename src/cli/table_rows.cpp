#include "cli/table_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/label.hpp"
#include "cli/value.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::cli {

namespace {

constexpr std::string_view none = "none", undefined = "undefined", no_error = "-";
constexpr std::size_t error_digits = 3;

// Correct digits of a constant: as many behind the point.
std::string decimals(Pool& pool, Expr e, std::size_t digits) {
    const Evaluation first = evaluate(pool, e, {}, digits);
    if (first.definedness != Definedness::defined)
        return std::string(first.definedness == Definedness::unknown && is_zero(pool, e) ? "0" : undefined);
    std::string_view text = first.digits;
    if (text.starts_with('-')) text.remove_prefix(1);
    constexpr std::size_t most_whole = 40;  // of larger ones the exponent is written
    std::size_t whole = std::min(text.find('.'), text.size());
    if (const std::size_t mark = text.find('e'); mark != std::string_view::npos) {
        const std::string exponent(text.substr(mark + 1));
        whole = exponent.starts_with('-') || exponent.size() > 2 ? most_whole : std::stoul(exponent) + 1;
    }
    if (text.starts_with('0') || whole >= most_whole) return first.digits;
    return evaluate(pool, e, {}, digits + whole).digits;
}

// One scalar function at one point.
struct At {
    Pool& pool;
    const Task& task;
    const Answer& answer;
    const Point& point;
    std::size_t digits;

    Expr at(Expr f, Expr shifted, Expr by) const {
        std::vector<Expr> from, to;
        for (const Binding& b : point.bindings) {
            from.push_back(b.symbol);
            to.push_back(b.symbol == shifted ? sum(pool, {b.value, by}) : b.value);
        }
        return substitute(pool, f, from, to);
    }

    bool has_value(Expr shifted, Expr by) const {
        std::vector<Binding> moved = point.bindings;
        for (Binding& b : moved)
            if (b.symbol == shifted) b.value = sum(pool, {b.value, by});
        return evaluate(pool, answer.parsed.typed, moved).definedness == Definedness::defined;
    }

    // Nothing where f has no value at one of the two.
    std::optional<Expr> central_difference(Expr x, Expr h) const {
        const Expr back = negate(pool, h);
        if (!has_value(x, h) || !has_value(x, back)) return std::nullopt;
        const Expr f = answer.parsed.value;
        const Expr rise = subtract(pool, at(f, x, h), at(f, x, back));
        return simplify(pool, divide(pool, rise, product(pool, {two, h})));
    }

    std::optional<Expr> derivative(const Result& result) const {
        try {
            const Expr e = closed_value_at(pool, task, answer, point, result);
            if (evaluate(pool, e, {}).definedness == Definedness::undefined) return std::nullopt;
            return e;
        } catch (const Failure& failure) {
            if (exit_status(failure) != no_value_status) throw;
            return std::nullopt;
        }
    }

    DifferenceRow row(const Result& result, Expr h) const {
        DifferenceRow row;
        row.by = result.sequence.front();
        row.label = label(pool, answer, result, Format::plain);
        row.latex = label(pool, answer, result, Format::latex);
        const std::optional<Expr> exact = derivative(result), difference = central_difference(row.by, h);
        row.exact = exact ? decimals(pool, *exact, digits) : none;
        row.difference = difference ? decimals(pool, *difference, digits) : undefined;
        row.error = exact && difference
                        ? decimals(pool, simplify(pool, subtract(pool, *difference, *exact)), error_digits)
                        : no_error;
        return row;
    }
};

// Of a vector one answer an entry.
std::vector<Answer> scalar_answers(const Pool& pool, const Answer& a) {
    if (pool.op(a.parsed.value) != Op::vector) return {a};
    const std::vector<Expr> values = scalar_sides(pool, a.parsed.value), typed = scalar_sides(pool, a.parsed.typed);
    std::vector<Answer> answers(values.size(), a);
    for (std::size_t i = 0; i < values.size(); ++i) {
        Parsed& parsed = answers[i].parsed;
        parsed.value = values[i], parsed.typed = typed[i];
        parsed.function_name =
            fmt::format("{}{}", a.parsed.function_name.empty() ? "f" : a.parsed.function_name, i + 1);
        for (Result& result : answers[i].results) result.value = scalar_sides(pool, result.value)[i];
    }
    return answers;
}

DifferenceRow row_without_values(Pool& pool, const Answer& a, const Result& result) {
    return {{},
            label(pool, a, result, Format::plain),
            label(pool, a, result, Format::latex),
            result.sequence.front(),
            std::string(undefined),
            std::string(undefined),
            std::string(no_error)};
}

}  // namespace

DifferenceTable difference_table(Pool& pool, const Task& task, const Answer& answer,
                                 const std::vector<std::string>& points, Expr h, std::size_t digits) {
    DifferenceTable table;
    table.variables =
        answer.parsed.parameters.empty() ? variables(pool, answer.parsed.typed) : answer.parsed.parameters;
    for (const std::string& text : points) {
        std::vector<Expr> values;
        for (const auto& [symbol, value] : about(text, [&] { return parse_bindings(pool, text, task.reading); }))
            if (const auto x = std::ranges::find(table.variables, symbol); x != table.variables.end()) {
                values.resize(table.variables.size());
                values[static_cast<std::size_t>(x - table.variables.begin())] = value;
            }
        Task here = task;
        here.at = text;
        for (const Answer& a : scalar_answers(pool, answer)) {
            std::optional<Point> point;
            try {
                point = read_point(pool, here, a);
            } catch (const Failure& failure) {
                if (exit_status(failure) != no_value_status) throw;
            }
            for (const Result& result : a.results) {
                table.rows.push_back(point ? At{pool, here, a, *point, digits}.row(result, h)
                                           : row_without_values(pool, a, result));
                table.rows.back().point = values;
                table.complete =
                    table.complete && table.rows.back().exact != none && table.rows.back().exact != undefined;
            }
        }
    }
    return table;
}

}  // namespace pdiff::cli
