#include "parse/expect.hpp"

namespace pdiff::test {
namespace {

struct Noted {
    const char* input;
    const char* message;  // "" where there is none
};

TEST_CASE("ambiguous readings are said") {
    constexpr Noted rows[] = {
        {"1/2x", "read as (1/2)*x"},
        {"a*1/2x*b", "read as (a*1/2)*x*b"},
        {"1/2(x+1)", "read as (1/2)*(x+1)"},
        {"e^2x", "read as (e^2)*x"},
        {"2^3x", "read as (2^3)*x"},
        {"x^-1/2", "read as (x^-1)/2"},
        {"x^1/2", "read as (x^1)/2"},
        {"e^-x^2/2", "read as (e^-x^2)/2"},
        {"sin x y", "read as sin(x*y)"},
        {"sin x/2", "read as sin(x/2)"},
        {"√2x", "read as (√2)*x"},
        {"√x²", "read as (√x)²"},
        {"sin^-1(x)", "read as asin(x)"},
        {"sin^-1 x", "read as asin(x)"},
        {"y(x + 1)", "`y` is read as an unknown function; a product is written y*(...)"},
        {"conjugate(x)", "`conjugate` is read as an unknown function"},
        {"beta*x", "beta is read as a variable, since no argument in brackets follows"},
        {"|a|b|c|", "read as (|a|)*b|c|"},
        {"f^2(x)", "read as (f^2)*(x)"},
        {"sinx", "`sinx` is read as one variable; the function is written sin(x)"},
        {"|a||b|", ""},
        {"x^2(y)", ""},
        {"maxx + rate", ""},
        {"1/2*x", ""},
        {"(1/2)x", ""},
        {"3x^2y", ""},
        {"x^2/2", ""},
        {"x^(-1)/2", ""},
        {"e^x y", ""},
        {"e^{2}x", ""},
        {"sin 2x", ""},
        {"sin 2 pi x", ""},
        {"sin x * y", ""},
        {"\\frac{1}{2}x", ""},
        {"f(x)", ""},
        {"x + x(y + 1)", ""},
        {"\\sqrt{2}x", ""},
        {"2/3", ""},
    };
    for (const Noted& row : rows) {
        const std::string input = row.input;
        CAPTURE(input);
        Pool pool;
        const Parsed parsed = parse(pool, row.input);
        const bool expected = *row.message != '\0';
        REQUIRE(parsed.notes.size() == (expected ? 1 : 0));
        if (expected) CHECK(parsed.notes[0].message == row.message);
        ParseOptions strict;
        strict.strict = true;
        if (expected)
            CHECK_THROWS_AS(parse(pool, row.input, strict), Error);
        else
            CHECK(parse(pool, row.input, strict).value == parsed.value);
    }
}

TEST_CASE("notes are bounded") {
    std::string text = "1/2x";
    for (int i = 0; i < 1000; ++i) text += " + 1/2x";
    for (int i = 0; i < 1000; ++i) text += "*y";
    Pool pool;
    const Parsed parsed = parse(pool, text);
    CHECK(parsed.notes.size() <= 20);
    for (const Note& note : parsed.notes) check_text(note.message);
}

}  // namespace
}  // namespace pdiff::test
