#include "cli/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "cli/failure.hpp"
#include "cli/label.hpp"
#include "cli/visible.hpp"
#include "pdiff/seams.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::cli {

namespace {

Precision precision_for(std::size_t digits) { return {std::max<std::size_t>(4096, 4 * digits + 1024)}; }

std::optional<int> sign_of(Pool& pool, Expr constant) { return sign_at(pool, constant, {}); }

// Stands for a number in a vector while it is printed: one letter of the private use area, the same in every format.
std::string placeholder(std::size_t i) {
    const std::size_t c = 0xf0000 + i;
    return {static_cast<char>(0xf0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3f)),
            static_cast<char>(0x80 | (c >> 6 & 0x3f)), static_cast<char>(0x80 | (c & 0x3f))};
}
constexpr std::size_t most_placeholders = 0xfffe;

std::string replace_placeholders(std::string_view text, const std::vector<std::string>& numbers) {
    std::string to;
    while (!text.empty()) {
        const std::size_t bytes = first_glyph(text).bytes;
        std::size_t c = 0;
        if (bytes == 4)
            for (std::size_t i = 0; i < 4; ++i)
                c = c << 6 | (static_cast<unsigned char>(text[i]) & (i == 0 ? 7 : 0x3f));
        if (c >= 0xf0000 && c - 0xf0000 < numbers.size())
            to += numbers[c - 0xf0000];
        else
            to += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return to;
}

struct At {
    Pool& pool;
    const Task& task;
    const Answer& answer;
    const Point& point;
    PrintOptions printing;

    std::string name(const Result& result) const { return label(pool, answer, result, Format::plain); }

    Value scalar(const Result& result, Expr e) const {
        if (pool.is_number(e) || task.options.exact) {
            require_value(result, e);
            return {print(pool, e, printing), true};
        }
        const Evaluation found = evaluate(pool, e, {}, task.digits, precision_for(task.digits));
        if (found.definedness == Definedness::defined) return {found.digits, false};
        if (found.definedness == Definedness::unknown && has_unknown_function(pool, e))
            return {print(pool, e, printing), true};
        refuse(result, found);
    }

    void require_value(const Result& result, Expr e) const {
        if (pool.is_number(e) || has_unknown_function(pool, e)) return;
        const Evaluation found = evaluate(pool, e, {});
        if (found.definedness != Definedness::defined) refuse(result, found);
    }

    [[noreturn]] void refuse(const Result& result, const Evaluation& found) const {
        const bool undecided = found.definedness == Definedness::unknown;
        throw no_value(
            fmt::format("{} {} at {}", name(result), undecided ? "is not decided" : "has no value", point.text),
            found.reason.empty() ? "" : fmt::format("{} has no value", found.reason));
    }

    // What is exact and what is digits, side by side in the format's own brackets.
    Value vector(const Result& result, Expr v) const {
        std::unordered_map<std::uint32_t, Expr> image;
        std::vector<std::string> numbers;
        for (const Expr entry : scalar_sides(pool, v)) {
            if (image.contains(index(entry))) continue;
            const Value one = scalar(result, entry);
            if (numbers.size() == most_placeholders) throw Error(ErrorKind::limit, "too many values in one vector");
            image[index(entry)] = one.exact ? entry : pool.symbol(placeholder(numbers.size()));
            if (!one.exact) numbers.push_back(one.text);
        }
        for (const Expr e : reachable(pool, v)) {
            if (pool.op(e) != Op::vector) continue;
            std::vector<Expr> entries;
            for (const Expr entry : pool.args(e)) entries.push_back(image.at(index(entry)));
            image[index(e)] = pool.make(Op::vector, entries);
        }
        const std::string text = print(pool, image.at(index(v)), printing);
        return {numbers.empty() ? text : replace_placeholders(text, numbers), numbers.empty()};
    }

    Expr substituted(Expr e) const {
        const auto [from, to] = substitution();
        return simplify(pool, substitute(pool, e, from, to));
    }

    // A number, or a vector or an equation of them.
    Expr closed(const Result& result) const {
        const std::optional<Expr> known = at_seam(result);
        Expr e = known.value_or(result.value);
        try {
            e = substituted(e);
        } catch (const Error& error) {
            if (error.kind != ErrorKind::undefined) throw;
            throw no_value(fmt::format("{} has no value at {}", name(result), point.text), error.message);
        }
        if (!known && is_singular(result))
            e = decided_from_both_sides(result, "a rule that was applied is singular there");
        return e;
    }

    Value value(const Result& result) const {
        const Expr e = closed(result);
        if (pool.op(e) == Op::equal) return sides(result, e);
        return pool.op(e) == Op::vector ? vector(result, e) : scalar(result, e);
    }

    Value sides(const Result& result, Expr e) const {
        const Expr left = pool.args(e)[0], right = pool.args(e)[1];
        const Value a = scalar(result, left), b = scalar(result, right);
        return {fmt::format("{} = {}", a.text, b.text), a.exact && b.exact};
    }

    // Where a condition of the rules fails, the derivative from both sides decides, if it can be had.
    std::optional<Expr> at_seam(const Result& result) const {
        if (!result.where) return std::nullopt;
        for (const Expr condition : result.where->smooth) {
            if (holds_at(pool, condition, point.bindings) == true) continue;
            return decided_from_both_sides(result,
                                           fmt::format("the derivative holds where {}", print(pool, condition)));
        }
        return std::nullopt;
    }

    Expr decided_from_both_sides(const Result& result, const std::string& hint) const {
        const SeamDerivative found = from_both_sides(result);
        if (found.existence == Existence::exists) return found.value;
        if (found.existence == Existence::undecided)
            throw no_value(fmt::format("whether {} exists at {} is not decided", name(result), point.text), hint);
        throw no_value(
            fmt::format("{} does not exist at {}: the function is not differentiable there", name(result), point.text),
            hint);
    }

    // Simplification may cancel what was divided by: acos(cos(x)) has no derivative at 0, sign(sin(x)) has a value.
    bool is_singular(const Result& result) const {
        const Expr f = answer.parsed.value;
        if (pool.op(f) == Op::vector || has_unknown_function(pool, f)) return false;
        const auto by_rules_undefined = [&](std::span<const Expr> sequence) {
            const Expr raw = derivative_by_rules(pool, f, sequence);
            return evaluate(pool, raw, point.bindings).definedness != Definedness::defined;
        };
        const auto& by = result.sequence;
        if (result.kind == Result::Kind::partial) return by_rules_undefined(by);
        if (result.row == nullptr || result.row->chosen != &Options::gradient) return false;
        return std::ranges::any_of(by, [&](const Expr& x) { return by_rules_undefined({&x, 1}); });
    }

    SeamDerivative from_both_sides(const Result& result) const {
        const Expr f = answer.parsed.value;
        const auto& by = result.sequence;
        const auto [from, to] = substitution();
        if (result.row && result.row->chosen == &Options::gradient && pool.op(f) != Op::vector) {
            std::vector<Expr> entries;
            for (const Expr x : by) {
                const SeamDerivative one = derivative_at_seam(pool, f, x, 1, from, to, sign_of);
                if (one.existence != Existence::exists) return one;
                entries.push_back(one.value);
            }
            return {Existence::exists, pool.make(Op::vector, entries)};
        }
        const bool of_one_variable = std::ranges::all_of(by, [&](Expr x) { return x == by.front(); });
        if (result.kind != Result::Kind::partial || !of_one_variable || pool.op(f) == Op::vector) return {};
        return derivative_at_seam(pool, f, by.front(), by.size(), from, to, sign_of);
    }

    std::pair<std::vector<Expr>, std::vector<Expr>> substitution() const {
        std::vector<Expr> from, to;
        for (const Binding& b : point.bindings) from.push_back(b.symbol), to.push_back(b.value);
        return {from, to};
    }
};

}  // namespace

Expr closed_value_at(Pool& pool, const Task& task, const Answer& a, const Point& point, const Result& result) {
    return At{pool, task, a, point, {}}.closed(result);
}

std::vector<Value> values_at(Pool& pool, const Task& task, const Answer& a, const Point& point) {
    // A value is one line in a picture too.
    const Format format = task.json ? Format::plain : task.format == Format::pretty ? Format::unicode : task.format;
    const At at{pool, task, a, point, {format, a.parsed.decimals || point.decimals, false}};
    std::vector<Value> values;
    values.reserve(a.results.size());
    for (const Result& result : a.results) values.push_back(at.value(result));
    return values;
}

}  // namespace pdiff::cli
