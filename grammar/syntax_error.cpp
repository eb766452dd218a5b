#include "grammar/syntax_error.hpp"

#include <fmt/format.h>

#include <array>

#include "grammar/utf8.hpp"

namespace pdiff::ast {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view digits = "0123456789";

struct Hint {
    std::string_view found;  // the text begins with it
    std::string_view hint;
};
constexpr std::array hints{
    Hint{":=", "a definition is written with `=`: u = x^2; u + 1"},
    Hint{"\"", "text in quotes is not part of the language"},
    Hint{"'", "text in quotes is not part of the language; a prime stands behind a name: f'(x)"},
    Hint{"`", "text in quotes is not part of the language"},
    Hint{"$", "leave out the dollar signs"},
    Hint{"%", "write 5/100 for five per cent"},
    Hint{"→", "a function is defined by f(x) = ..."},
    Hint{"&", "`and` joins conditions"},
    Hint{"**", "a power is written x^2 or x**2"},
    Hint{"_", "a name begins with a letter"},
    Hint{"±", "write both cases: x + y and x - y"},
    Hint{"^", "a power needs a base: x^2"},
    Hint{"∂", "the variable is given by --wrt"},
    Hint{"\\partial", "the variable is given by --wrt"},
    Hint{"\\int", "integrals are not part of the language"},
    Hint{"\\sum", "sums over an index are not part of the language"},
    Hint{"\\log_", "write \\log_{2}(x)"},
    Hint{"\\left.", "write both brackets"},
};

std::string_view hint_for(std::string_view rest) {
    for (const Hint& row : hints)
        if (rest.starts_with(row.found)) return row.hint;
    return "";
}

// How much of `rest` is shown as "what was found": a command, a word, a number or a character.
std::size_t found_length(std::string_view rest) {
    const auto run = [&](std::string_view set, std::size_t from) {
        const std::size_t end = rest.find_first_not_of(set, from);
        return end == std::string_view::npos ? rest.size() : end;
    };
    if (rest.starts_with(":=") || rest.starts_with("**")) return 2;
    if (rest[0] == '\\') return std::max<std::size_t>(run(letters, 1), std::min<std::size_t>(2, rest.size()));
    if (letters.find(rest[0]) != std::string_view::npos) return run(letters, 0);
    return std::max<std::size_t>(utf8::decode(rest, 0).length, 1);
}

Span span_of(std::size_t begin, std::size_t length) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
}

void refuse_number(std::string_view rest, std::size_t at) {
    const bool starts = digits.find(rest[0]) != std::string_view::npos ||
                        (rest.size() > 1 && rest[0] == '.' && (digits.find(rest[1]) != std::string_view::npos));
    if (!starts) return;
    const bool hexadecimal = rest.size() > 2 && rest[0] == '0' && (rest[1] == 'x' || rest[1] == 'X');
    const std::string_view set = hexadecimal ? "0123456789abcdefABCDEFxX" : "0123456789._";
    const std::size_t length = std::min(rest.find_first_not_of(set), rest.size());
    const std::string_view found = rest.substr(0, length);
    const bool separated = found.find('_') != std::string_view::npos;
    throw Error(ErrorKind::syntax, fmt::format("{} is not a number", utf8::quote(found)), span_of(at, length),
                hexadecimal ? "numbers are written in decimal digits; for a product write 0*x"
                : separated ? "write digits without separators: 1000; for a product write 2*x"
                            : "a number has at most one point: 1.25");
}

[[noreturn]] void refuse_command(std::string_view found, std::size_t at, std::string_view hint) {
    throw Error(ErrorKind::syntax, fmt::format("the command {} is not part of the language", utf8::quote(found)),
                span_of(at, found.size()), std::string(hint));
}

bool known_command(std::string_view found) {
    constexpr std::array known{"\\right", "\\left", "\\cdot",  "\\times", "\\div",    "\\le",
                               "\\ge",    "\\ne",   "\\frac",  "\\sqrt",  "\\dfrac",  "\\leq",
                               "\\geq",   "\\neq",  "\\rvert", "\\lvert", "\\mathrm", "\\operatorname"};
    for (const std::string_view command : known)
        if (command == found) return true;
    return false;
}

}  // namespace

void refuse(const TreeBuilder& builder) {
    const std::string_view text = builder.text();
    const std::size_t at = builder.position();
    const std::string_view rest = text.substr(at);
    const std::string_view expected = builder.expected();
    if (rest.empty()) {
        if (builder.empty())
            throw Error(ErrorKind::syntax, "empty expression", span_of(at, 0), "write a function such as x^2*sin(y)");
        throw Error(ErrorKind::syntax, fmt::format("expected {}, found the end of the input", expected),
                    span_of(at, 0));
    }
    refuse_number(rest, at);
    const std::string_view found = rest.substr(0, found_length(rest));
    const std::string_view hint = hint_for(rest);
    if (found[0] == '\\' && !known_command(found)) refuse_command(found, at, hint);
    const utf8::Decoded decoded = utf8::decode(rest, 0);
    const std::string point =
        decoded.point >= 0x80 ? fmt::format(" (U+{:04X})", static_cast<unsigned>(decoded.point)) : "";
    throw Error(ErrorKind::syntax, fmt::format("expected {}, found {}{}", expected, utf8::quote(found), point),
                span_of(at, found.size()), std::string(hint));
}

}  // namespace pdiff::ast
