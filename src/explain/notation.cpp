#include "explain/notation.hpp"

#include <fmt/format.h>

namespace pdiff::explain {

namespace {

// By format; $1 the variable, $2 the function, with its brackets.
struct Style {
    Format format;
    std::string_view straight, round;
    std::string_view open, close;   // brackets
    std::string_view differential;  // d($1)
    std::string_view equals;
    std::string_view comma;
    std::string_view ellipsis;
};

constexpr Style styles[] = {
    {Format::plain, "d/d$1 $2", "d/d$1 $2", "(", ")", "d($1)", " = ", ", ", "..."},
    {Format::unicode, "d/d$1 $2", "∂/∂$1 $2", "(", ")", "d($1)", " = ", ", ", "..."},
    {Format::latex, "\\frac{\\mathrm{d}}{\\mathrm{d} $1} $2", "\\frac{\\partial}{\\partial $1} $2", "\\left(",
     "\\right)", "\\mathrm{d}\\left($1\\right)", " = ", ",\\; ", "\\ldots"},
    {Format::mathml,
     "<mfrac><mi mathvariant=\"normal\">d</mi><mrow><mi mathvariant=\"normal\">d</mi>$1</mrow></mfrac><mspace "
     "width=\"0.2em\"/>$2",
     "<mfrac><mo>&#x2202;</mo><mrow><mo>&#x2202;</mo>$1</mrow></mfrac><mspace width=\"0.2em\"/>$2", "<mrow><mo>(</mo>",
     "<mo>)</mo></mrow>", "<mi mathvariant=\"normal\">d</mi><mrow><mo>(</mo>$1<mo>)</mo></mrow>", "<mo>=</mo>",
     "<mo>,</mo>", "<mo>&#x2026;</mo>"},
};

const Style& style_of(Format format) {
    for (const Style& s : styles)
        if (s.format == format) return s;
    return styles[0];
}

std::string fill(std::string_view words, std::string_view first, std::string_view second = {}) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != '$')
            text += words[i];
        else
            text += words[++i] == '1' ? first : second;
    }
    return text;
}

}  // namespace

std::string Notation::math(Expr e, bool typed) {
    std::string text = printer_.print(pool_, e, {.format = format_, .decimals = decimals_, .typed = typed});
    if (format_ != Format::mathml) return text;
    // Without the element around it, which is for a whole formula.
    const std::size_t begin = text.find('>') + 1, end = text.rfind('<');
    return "<mrow>" + text.substr(begin, end - begin) + "</mrow>";
}

std::string Notation::given(Expr typed) {
    if (pool_.op(typed) == Op::equal) return math(typed, true);
    const std::string name = format_ == Format::mathml ? fmt::format("<mi>{}</mi>", function_) : std::string(function_);
    return equation(name, math(typed, true));
}

std::string Notation::bracketed(Expr f) {
    const Style& s = style_of(format_);
    const Op op = pool_.op(f);
    const bool bare =
        op == Op::symbol || op == Op::call || op == Op::apply || op == Op::vector || op == Op::pi ||
        op == Op::piecewise || (op == Op::number && pool_.number(f).sign() >= 0 && pool_.number(f).is_integer()) ||
        (op == Op::power && !pool_.is_number(pool_.args(f)[1])) ||
        (op == Op::power && pool_.is_number(pool_.args(f)[1]) && pool_.number(pool_.args(f)[1]).sign() > 0);
    return bare ? math(f) : fmt::format("{}{}{}", s.open, math(f), s.close);
}

std::string Notation::derivative(Expr f, Expr x, bool partial) {
    const Style& s = style_of(format_);
    return fill(partial ? s.round : s.straight, math(x), bracketed(f));
}

std::string Notation::equation(const std::string& left, const std::string& right) {
    return fmt::format("{}{}{}", left, style_of(format_).equals, right);
}

namespace {

// The name of a differential as its two parts: \,\mathrm{d}u for \mathrm{du}.
std::string with_differentials(std::string text) {
    constexpr std::string_view before = "\\mathrm{d", instead = "\\,\\mathrm{d}";
    for (std::size_t at = 0; (at = text.find(before, at)) != std::string::npos; at += instead.size()) {
        const std::size_t letter = at + before.size();
        if (letter + 1 >= text.size() || text[letter + 1] != '}') continue;
        const char name = text[letter];
        text.replace(at, before.size() + 2, instead);
        text.insert(at + instead.size(), 1, name);
    }
    return text;
}

}  // namespace

std::string Notation::law(const LawText& law) {
    const std::string left = math(law.left, true);
    std::string right = math(law.right, true);
    if (format_ == Format::latex && law.differential) right = with_differentials(std::move(right));
    return equation(law.differential ? fill(style_of(format_).differential, left) : left, right);
}

std::string Notation::letter(const Letter& l) { return equation(math(l.letter), math(l.value)); }

std::string Notation::names(const std::vector<Expr>& symbols) {
    constexpr std::size_t most = 8, shown = 3;  // of more, the first and the last
    const Style& s = style_of(format_);
    std::string text;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (i > 0) text += s.comma;
        if (symbols.size() > most && i == shown)
            text += fmt::format("{}{}", s.ellipsis, s.comma), i = symbols.size() - 1;
        text += math(symbols[i]);
    }
    return text;
}

}  // namespace pdiff::explain
