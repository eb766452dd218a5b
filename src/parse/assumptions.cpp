// The assumptions of the command line: comparisons of a variable with constants, and what is said of it in a word.
#include <fmt/format.h>

#include <algorithm>

#include "grammar/utf8.hpp"
#include "pdiff/error.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {
namespace {

struct WordRow {
    std::string_view word;
    Range range;
};

constexpr WordRow words[] = {
    {"real", {}},
    {"integer", Range::integers()},
    {"positive", Range::above(0)},
    {"negative", {.high = {0, true, false}}},
    {"nonnegative", Range::at_least(0)},
    {"nonpositive", {.high = {0, false, false}}},
    {"nonzero", Range::not_zero()},
};
// Between the variable and the word, as people write it.
constexpr std::string_view links[] = {"is", "in", "∈"};
struct SetRow {
    std::string_view set, word;
};
constexpr SetRow sets[] = {{"Z", "integer"}, {"ℤ", "integer"}, {"R", "real"}, {"ℝ", "real"}};

constexpr std::string_view example = "an assumption is given as in x > 0, 0 < y < 1, z != 0 or n integer";

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find(' ', i), text.size());
        if (end > i) parts.push_back(text.substr(i, end - i));
        i = end + 1;
    }
    return parts;
}

// What `n integer`, `n is an integer` or `n in Z` says; nothing where the text is no such sentence.
const Range* range_in_words(const std::vector<std::string_view>& parts) {
    if (parts.size() < 2 || parts.size() > 4) return nullptr;
    const bool linked = std::ranges::find(links, parts[1]) != std::end(links);
    const std::size_t skipped = !linked ? 0 : parts.size() > 2 && (parts[2] == "a" || parts[2] == "an") ? 2 : 1;
    if (parts.size() != skipped + 2) return nullptr;
    std::string_view word = parts.back();
    if (const auto set = std::ranges::find(sets, word, &SetRow::set); set != std::end(sets)) word = set->word;
    const auto row = std::ranges::find(words, word, &WordRow::word);
    return row == std::end(words) ? nullptr : &row->range;
}

// The values x that satisfy `x op constant`, or `constant op x`.
Range range_of(Op op, bool symbol_first, const Range& constant) {
    Range result;
    if (op == Op::not_equal) return Range::not_zero();
    const bool open = op == Op::less;
    Range::Bound bound = symbol_first ? constant.high : constant.low;
    bound.open |= open;
    (symbol_first ? result.high : result.low) = bound;
    return result;
}

class Reading {
public:
    Reading(Assumptions& to, std::string_view text, const ParseOptions& options)
        : to_(to), text_(text), options_(options) {}

    void read(Span span) {
        while (span.begin < span.end && text_[span.begin] == ' ') ++span.begin;
        while (span.end > span.begin && text_[span.end - 1] == ' ') --span.end;
        span_ = span;
        const std::string_view item = text_.substr(span.begin, span.end - span.begin);
        try {
            if (item.empty()) refuse("expected an assumption");
            const std::vector<std::string_view> parts = split(item);
            if (const Range* range = range_in_words(parts)) {
                const std::vector<std::string> names = parse_variables(parts[0]);
                if (names.size() != 1) refuse(fmt::format("expected a variable, found {}", utf8::quote(parts[0])));
                to_.add(names[0], *range, item);
            } else {
                read_condition(item);
            }
        } catch (Error& error) {
            error.span =
                error.span && !own_ ? Span{error.span->begin + span.begin, error.span->end + span.begin} : span;
            throw;
        }
    }

private:
    [[noreturn]] void refuse(std::string message) {
        own_ = true;
        throw Error(ErrorKind::usage, std::move(message), span_, std::string(example));
    }

    void read_condition(std::string_view item) {
        Pool pool;
        const Expr condition = parse(pool, item, options_).value;
        std::vector<Expr> all{condition};
        if (pool.op(condition) == Op::logic_and) all.assign(pool.args(condition).begin(), pool.args(condition).end());
        std::string symbol;
        Range range;
        for (const Expr c : all) {
            const std::string name = add_comparison(pool, c, range);
            if (!symbol.empty() && symbol != name) refuse("an assumption is about one variable");
            symbol = name;
        }
        to_.add(symbol, range, item);
    }

    std::string add_comparison(Pool& pool, Expr c, Range& range) {
        const Op op = pool.op(c);
        if (op != Op::less && op != Op::less_equal && op != Op::not_equal)
            refuse(op == Op::equal ? "an assumption is no value; that is what --at x=3 is for"
                                   : "expected a comparison of a variable with a number");
        const Expr a = pool.args(c)[0], b = pool.args(c)[1];
        const bool first = pool.op(a) == Op::symbol;
        const Expr symbol = first ? a : b, constant = first ? b : a;
        if (pool.op(symbol) != Op::symbol || !pool.is_constant(constant))
            refuse("expected a comparison of a variable with a number");
        if (op == Op::not_equal && constant != zero) refuse("of inequations, only x != 0 is understood");
        range = intersection(range, range_of(op, first, pool.range(constant)));
        return std::string(pool.name(symbol));
    }

    Assumptions& to_;
    std::string_view text_;
    const ParseOptions& options_;
    Span span_{};
    bool own_ = false;  // the error's place is one in `text_` already
};

}  // namespace

void parse_assumptions(Assumptions& to, std::string_view text, const ParseOptions& options) {
    Reading reading(to, text, options);
    int depth = 0;
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ',';
        if (c == '(' || c == '[') ++depth;
        if (c == ')' || c == ']') --depth;
        if (i < text.size() && (c != ',' || depth > 0)) continue;
        reading.read({begin, i});
        begin = i + 1;
    }
}

}  // namespace pdiff
