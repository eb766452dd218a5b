#include <iterator>
#include <random>

#include "parse/expect.hpp"

namespace pdiff::test {
namespace {

constexpr const char* pieces[] = {
    "x",        "y",        "f",  "(",        ")",    "[",     "]",       "{",   "}",       "|",    "+",
    "-",        "*",        "/",  "^",        "!",    "²",     "⁻¹",      "√",   "sin",     "log_", "e",
    "pi",       "θ",        "w₁", "∞",        "=",    "<",     "!=",      "and", "not",     ",",    ";",
    "'",        "D[1](f)(", "1",  ".5",       "1e3",  " ",     "\\frac{", "}{",  "\\sqrt[", "]{",   "\\left(",
    "\\right)", "\\sin",    "_",  "_{1}",     "if(",  "diff(", "f(x)=",   "u=",  "true",    "max(", "exp",
    "gamma",    "#",        "\n", "\\",       "\xff", "\xe2",  "xy",      "‴",   "(x+1)",   "f(x)", "root(",
    "sin(x)",   "x^2",      "2",  "integer(", "\"",   ".."};

// Whatever comes in, what comes out is an expression or an Error whose span lies in the input.
TEST_CASE("no input does harm") {
    const std::uint32_t seed = std::random_device()();
    CAPTURE(seed);
    std::mt19937 random(seed);
    Limits limits;
    limits.number_bits = 1000;
    Pool pool(limits);
    Parser parser;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto length = 1 + random() % 12; length > 0; --length) text += pieces[random() % std::size(pieces)];
        CAPTURE(text);
        ParseOptions options;
        options.split = random() % 2 == 0;
        options.typed = random() % 4 == 0;
        if (random() % 2 == 0) options.wrt = {"x"};
        pool.reset();
        try {
            parser.parse(pool, text, options);
        } catch (const Error& error) {
            CHECK(error.kind != ErrorKind::internal);
            REQUIRE(error.span.has_value());
            CHECK(error.span->begin <= error.span->end);
            CHECK(error.span->end <= text.size());
            check_text(error.message);
            check_text(error.hint);
        }
    }
}

TEST_CASE("a parser is as good as new after every input") {
    constexpr const char* inputs[] = {"x + y", "(x", "f(t) = t^2; f(x)", "sin + 1", "e = 2; e",
                                      "e",     "x",  "u = u + 1",        "u"};
    Parser parser;
    for (const char* input : inputs) {
        Pool pool;
        const auto read = [&](auto parse_with) -> std::string {
            try {
                return std::to_string(index(parse_with()));
            } catch (const Error& error) {
                return error.message;
            }
        };
        Pool other;
        const std::string expected = read([&] { return parse(other, input).value; });
        CHECK(read([&] { return parser.parse(pool, input).value; }) == expected);
    }
}

}  // namespace
}  // namespace pdiff::test
