#include "cli/ranges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/failure.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"

namespace pdiff::cli {

namespace {

constexpr std::size_t most_points = 1'000'000;

// At a separator outside of brackets.
std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    int open = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (std::string_view("([{").find(text[i]) != std::string_view::npos) ++open;
        if (std::string_view(")]}").find(text[i]) != std::string_view::npos) --open;
        if (text[i] != separator || open > 0) continue;
        parts.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

struct Reader {
    Pool& pool;
    std::string_view option;

    [[noreturn]] void refuse(std::string_view text, std::string_view why) const {
        throw Error(ErrorKind::usage, fmt::format("--{} {}: {}", option, text, why), {},
                    fmt::format("write --{} x=0:1{}", option, option == "grid" ? ":5" : ""));
    }

    Expr constant(std::string_view text) const {
        const Expr e = about(text, [&] { return parse(pool, text).value; });
        if (!pool.is_constant(e)) refuse(text, "a bound is a constant such as 2 or pi/2");
        return e;
    }

    std::size_t whole_number(std::string_view text) const {
        std::size_t n = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), n);
        if (failure != std::errc() || end != text.data() + text.size() || n == 0 || n > most_points)
            refuse(text, fmt::format("a number of points is a whole number from 1 to {}", most_points));
        return n;
    }

    Range range(std::string_view text) const {
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos) refuse(text, "a range names its variable");
        const std::vector<std::string> names = about(text, [&] { return parse_variables(text.substr(0, equals)); });
        const std::vector<std::string_view> parts = split(text.substr(equals + 1), ':');
        if (names.size() != 1 || parts.size() < 2 || parts.size() > 3) refuse(text, "no range of one variable");
        Range result{pool.symbol(names[0]), constant(parts[0]), constant(parts[1]),
                     parts.size() == 3 ? whole_number(parts[2]) : 0};
        if (sign_at(pool, subtract(pool, result.to, result.from), {}) != 1)
            refuse(text, "the first bound is the lower one");
        return result;
    }
};

}  // namespace

std::vector<Range> parse_ranges(Pool& pool, std::string_view text, std::string_view option) {
    const Reader reader{pool, option};
    std::vector<Range> ranges;
    for (const std::string_view part : split(text, ',')) {
        ranges.push_back(reader.range(part));
        const auto same = [&](const Range& r) { return r.symbol == ranges.back().symbol; };
        if (std::ranges::count_if(ranges, same) > 1) reader.refuse(part, "the variable has a range already");
    }
    return ranges;
}

}  // namespace pdiff::cli
