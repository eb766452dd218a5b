#include "cli/label.hpp"

#include <fmt/format.h>

#include "pdiff/print.hpp"

namespace pdiff::cli {

namespace {

// How a format writes derivatives; `round` is the sign of partial ones.
struct Style {
    std::string_view round, straight;
    std::string_view before, between, after;  // around numerator and denominator
};

constexpr Style plain_style{"d", "d", "", "/", ""};
constexpr Style unicode_style{"∂", "d", "", "/", ""};
constexpr Style latex_style{"\\partial ", "\\mathrm{d}", "\\frac{", "}{", "}"};

bool is_unicode(Format format) { return format == Format::unicode || format == Format::pretty; }

const Style& style_of(Format format) {
    return format == Format::latex ? latex_style : is_unicode(format) ? unicode_style : plain_style;
}

std::string superscript(std::size_t n) {
    constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char digit : std::to_string(n)) text += digits[digit - '0'];
    return text;
}

std::string power_of(std::size_t n, Format format) {
    if (n == 1) return {};
    return is_unicode(format)        ? superscript(n)
           : format == Format::latex ? fmt::format("^{{{}}}", n)
                                     : fmt::format("^{}", n);
}

std::string name_of(const Pool& pool, Expr e, Format format) {
    const bool written = is_unicode(format) || format == Format::latex;
    return pool.op(e) == Op::symbol && !written ? std::string(pool.name(e))
                                                : print(pool, e, {written ? format : Format::plain, false, false});
}

// df/dx, ∂³f/∂x²∂y: equal variables that follow each other are counted.
std::string quotient(const Pool& pool, std::string_view d, const std::string& of, const Result& result, Format format) {
    const Style& style = style_of(format);
    const auto& by = result.sequence;
    const bool ascii = !is_unicode(format) && format != Format::latex;
    const std::string order = by.size() > 1 && ascii ? std::to_string(by.size()) : power_of(by.size(), format);
    std::string text = fmt::format("{}{}{}{}{}", style.before, d, order, of, style.between);
    for (std::size_t i = 0; i < by.size();) {
        std::size_t end = i;
        while (end < by.size() && by[end] == by[i]) ++end;
        text += fmt::format("{}{}{}", d, name_of(pool, by[i], format), power_of(end - i, format));
        i = end;
    }
    return text += style.after;
}

std::string fill(std::string_view label, std::string_view f) {
    const std::size_t at = label.find("$f");
    return fmt::format("{}{}{}", label.substr(0, at), f, label.substr(at + 2));
}

}  // namespace

std::string label(const Pool& pool, const Answer& a, const Result& result, Format format) {
    const Style& style = style_of(format);
    const std::string f = a.parsed.function_name.empty() ? "f" : a.parsed.function_name;
    switch (result.kind) {
        case Result::Kind::partial:
            return quotient(pool, style.round, f, result, format);
        case Result::Kind::total:
            return quotient(pool, style.straight, f, result, format);
        case Result::Kind::implicit:
            return quotient(pool, style.straight, name_of(pool, result.subject, format), result, format);
        case Result::Kind::directional: {
            Result along = result;
            along.sequence = {result.subject};
            return quotient(pool, style.round, f, along, format);
        }
        case Result::Kind::other:
            break;
    }
    return fill(format == Format::latex ? result.row->latex
                : is_unicode(format)    ? result.row->unicode
                                        : result.row->plain,
                f);
}

}  // namespace pdiff::cli
