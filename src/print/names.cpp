#include "names.hpp"

#include <algorithm>
#include <array>

namespace pdiff::printing {
namespace {

struct Letter {
    std::string_view name, unicode;
    bool in_latex = true;  // false: LaTeX has no command, the letter looks Latin
};

constexpr Letter letters[] = {
    {"alpha", "α"},   {"beta", "β"},   {"gamma", "γ"}, {"delta", "δ"},   {"epsilon", "ε"},
    {"zeta", "ζ"},    {"eta", "η"},    {"theta", "θ"}, {"iota", "ι"},    {"kappa", "κ"},
    {"lambda", "λ"},  {"mu", "μ"},     {"nu", "ν"},    {"xi", "ξ"},      {"pi", "π"},
    {"rho", "ρ"},     {"sigma", "σ"},  {"tau", "τ"},   {"upsilon", "υ"}, {"phi", "φ"},
    {"chi", "χ"},     {"psi", "ψ"},    {"omega", "ω"}, {"Gamma", "Γ"},   {"Delta", "Δ"},
    {"Theta", "Θ"},   {"Lambda", "Λ"}, {"Xi", "Ξ"},    {"Pi", "Π"},      {"Sigma", "Σ"},
    {"Upsilon", "Υ"}, {"Phi", "Φ"},    {"Psi", "Ψ"},   {"Omega", "Ω"},   {"omicron", "ο", false},
};

constexpr std::array<std::string_view, 10> superscripts = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::array<std::string_view, 10> subscripts = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};

const Letter* find_letter(std::string_view name) {
    const auto found = std::ranges::find(letters, name, &Letter::name);
    return found == std::end(letters) ? nullptr : found;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view s) { return !s.empty() && std::ranges::all_of(s, is_digit); }

// w_1 is w and 1; without a subscript all is the stem.
struct Parts {
    std::string_view stem, subscript;
};
Parts parts(std::string_view name) {
    const std::size_t bar = name.find('_');
    if (bar == std::string_view::npos || bar == 0 || bar + 1 == name.size()) return {name, {}};
    return {name.substr(0, bar), name.substr(bar + 1)};
}

// x1 is shown as x with the subscript 1, as x_1 is.
Parts display_parts(std::string_view name) {
    if (const Parts p = parts(name); !p.subscript.empty()) return p;
    std::size_t digits = name.size();
    while (digits > 0 && is_digit(name[digits - 1])) --digits;
    return digits == 0 ? Parts{name, {}} : Parts{name.substr(0, digits), name.substr(digits)};
}

std::size_t code_points(std::string_view s) {
    return static_cast<std::size_t>(std::ranges::count_if(s, [](char c) { return (c & 0xC0) != 0x80; }));
}

void escape_latex(std::string_view s, std::string& out) {
    for (const char c : s) {
        if (c == '_') out += '\\';
        out += c;
    }
}

void latex_stem(std::string_view stem, std::string& out) {
    const Letter* letter = find_letter(stem);
    if (letter != nullptr && letter->in_latex)
        out.append("\\").append(stem);
    else if (code_points(stem) == 1)
        escape_latex(stem, out);
    else
        out += "\\mathrm{", escape_latex(stem, out), out += '}';
}

void mathml_stem(std::string_view stem, std::string& out) {
    const Letter* letter = find_letter(stem);
    out.append("<mi>").append(letter == nullptr ? stem : letter->unicode).append("</mi>");
}

}  // namespace

void unicode_name(std::string_view name, std::string& out) {
    const Parts p = parts(name);
    const bool lowered = all_digits(p.subscript);
    const std::string_view stem = lowered ? p.stem : name;
    const Letter* letter = find_letter(stem);
    out.append(letter == nullptr ? stem : letter->unicode);
    if (lowered)
        for (const char c : p.subscript) out += subscripts[static_cast<std::size_t>(c - '0')];
}

void latex_name(std::string_view name, std::string& out) {
    const Parts p = display_parts(name);
    latex_stem(p.stem, out);
    if (p.subscript.empty()) return;
    out += "_{";
    if (all_digits(p.subscript))
        out += p.subscript;
    else
        latex_stem(p.subscript, out);
    out += '}';
}

void mathml_name(std::string_view name, std::string& out) {
    const Parts p = display_parts(name);
    if (p.subscript.empty()) return mathml_stem(p.stem, out);
    out += "<msub>";
    mathml_stem(p.stem, out);
    if (all_digits(p.subscript))
        out.append("<mn>").append(p.subscript).append("</mn>");
    else
        mathml_stem(p.subscript, out);
    out += "</msub>";
}

void mathematica_name(std::string_view name, std::string& out) {
    for (const char c : name) out += c == '_' ? '$' : c;
}

void write_superscript(std::string_view integer, std::string& out) {
    for (const char c : integer)
        out += c == '-' ? std::string_view("⁻") : superscripts[static_cast<std::size_t>(c - '0')];
}

}  // namespace pdiff::printing
