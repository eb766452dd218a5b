#include "parse/expect.hpp"

namespace pdiff::test {
namespace {

TEST_CASE("what is not in the language") {
    using enum ErrorKind;
    const Refusal rows[] = {
        {"", syntax, {0, 0}, "empty expression"},
        {"  # nothing", syntax, {11, 11}, "empty expression"},
        {"x + * y", syntax, {4, 5}, "expected an operand, found `*`"},
        {"x * * y", syntax, {4, 5}, "expected an operand, found `*`"},
        {"x^^2", syntax, {2, 3}, "expected an operand, found `^`"},
        {"x +", syntax, {3, 3}, "found the end of the input"},
        {"θ² + + ) y", syntax, {9, 10}, "expected an operand, found `)`"},
        {"(x + 1", syntax, {0, 1}, "`(` is never closed"},
        {"sin(x", syntax, {3, 4}, "`(` is never closed"},
        {"2*(x + [y)", syntax, {9, 10}, "`)` cannot close `[`"},
        {"x + 1)", syntax, {5, 6}, "`)` closes nothing"},
        {"(x + 1]", syntax, {6, 7}, "expected `)`"},
        {"|x", syntax, {0, 1}, "`|` is never closed"},
        {"()", syntax, {1, 2}, "expected an operand, found `)`"},
        {"sin(x,)", syntax, {6, 7}, "expected an operand, found `)`"},
        {"max(,x)", syntax, {4, 5}, "expected an operand, found `,`"},
        {"x := x + 1", syntax, {2, 4}, "with `=`"},
        {"1..2*x", syntax, {0, 4}, "`1..2` is not a number"},
        {"1.2.3*x", syntax, {0, 5}, "is not a number"},
        {"0x10*x", syntax, {0, 4}, "decimal digits"},
        {"1_000*x", syntax, {0, 5}, "without separators"},
        {"1,5*x", syntax, {1, 2}, "use a point"},
        {"x, y", syntax, {1, 2}, "a comma separates"},
        {"{x, y}", syntax, {2, 3}, "[f, g]"},
        {"x 2", syntax, {2, 3}, "x^2"},
        {"2 3", syntax, {2, 3}, "found a number"},
        {"(x + 1)2", syntax, {7, 8}, "found a number"},
        {"x.__class__", syntax, {1, 2}, "expected an operator, found `.`"},
        {"__class__*x", syntax, {0, 1}, "a name begins with a letter"},
        {"open('/etc/hostname').read()", syntax, {5, 6}, "text in quotes"},
        {"import({a:1},{override:true})", syntax, {9, 10}, "found `:`"},
        {"system(\"echo x\")", syntax, {7, 8}, "text in quotes"},
        {"`echo x`", syntax, {0, 1}, "text in quotes"},
        {"x); quit(); (x", syntax, {1, 2}, "closes nothing"},
        {"<script>alert(1)</script>", syntax, {0, 1}, "expected an operand, found `<`"},
        {"\\input{/etc/passwd}", syntax, {0, 6}, "the command `\\input`"},
        {"\\write18{id}", syntax, {0, 6}, "the command `\\write`"},
        {"x + \\foo", syntax, {4, 8}, "the command `\\foo`"},
        {"x\"];evil[label=\"", syntax, {1, 2}, "text in quotes"},
        {"@/etc/passwd", syntax, {0, 1}, "found `@`"},
        {"x²×é", syntax, {5, 7}, "(U+00E9)"},
        {"ά", syntax, {0, 2}, "is not part of the language"},
        {"\\frac{a}", syntax, {7, 8}, "\\frac{a}{b}"},
        {"d/dx(x^2)", syntax, {0, 9}, "--wrt x"},
        {"ln x/x", syntax, {5, 6}, "in brackets"},
        {"x'", syntax, {0, 2}, "needs an argument"},
        {"x^2;", syntax, {4, 4}, "expected an operand"},
        {"and x", syntax, {0, 3}, "expected an operand, found `and`"},
        {"x not y", syntax, {2, 5}, "expected an operator, found `not`"},
        {"x ± y", syntax, {2, 4}, "both cases"},
    };
    check_refusals(rows);
}

TEST_CASE("bytes that are no text") {
    using enum ErrorKind;
    const Refusal rows[] = {
        {"x + \xff\xfe*y", encoding, {4, 5}, "\\xff at byte offset 4"},
        {"x + \xc0\xaf y", encoding, {4, 5}, "byte offset 4"},
        {"x + \xe2\x88", encoding, {4, 5}, "invalid UTF-8"},
        {"x + \xed\xa0\x80", encoding, {4, 5}, "invalid UTF-8"},
        {std::string("\xff\xfex\0^\0", 6), encoding, {0, 1}, "UTF-16"},
        {std::string("x^2\0+y", 6), encoding, {3, 4}, "NUL byte at byte offset 3"},
        {"x\u200d^2", syntax, {1, 4}, "U+200D"},
        {"x\u202e^2", syntax, {1, 4}, "U+202E"},
        {"x\ufeff", syntax, {1, 4}, "U+FEFF"},
        {"x + \x1b[2J", syntax, {4, 5}, "\\x1b"},
        {"x\u0085", syntax, {1, 3}, "U+0085"},
    };
    check_refusals(rows);
}

TEST_CASE("names arguments and values") {
    using enum ErrorKind;
    const Refusal rows[] = {
        {"sin()", syntax, {0, 5}, "sin takes 1 argument, got 0"},
        {"1 + sin(x, y)", syntax, {4, 13}, "sin takes 1 argument, got 2"},
        {"sin(y)*hypot(x)", syntax, {7, 15}, "hypot takes 2 arguments, got 1"},
        {"ellipe(x, y, z)", syntax, {0, 15}, "ellipe takes 1 or 2 arguments, got 3"},
        {"max()", syntax, {0, 5}, "max takes one or more arguments, got 0"},
        {"log(x, y, z)", syntax, {0, 12}, "log takes 1 or 2 arguments, got 3"},
        {"integer(x, y)", syntax, {0, 13}, "integer takes 1 argument"},
        {"f()", syntax, {0, 3}, "at least 1 argument"},
        {"sin", syntax, {0, 3}, "the function sin needs an argument"},
        {"sin + cos", syntax, {0, 3}, "the function sin needs an argument"},
        {"x*sin^2", syntax, {2, 5}, "needs an argument"},
        {"sin -x", syntax, {0, 3}, "write sin(x)"},
        {"sine(x)", name, {0, 7}, "did you mean sin?"},
        {"sqr(x)", name, {0, 6}, "did you mean sqrt?"},
        {"Sin(x)", name, {0, 6}, "did you mean sin?"},
        {"Γ(x)", name, {0, 5}, "did you mean gamma?"},
        {"LN(x)", name, {0, 5}, "did you mean log?"},
        {"x + x(y, z)", name, {4, 11}, "x is a variable here"},
        {"sum(x, k, 1, n)", unsupported, {0, 15}, "sum is not supported"},
        {"inf - inf", undefined, {0, 3}, "no number"},
        {"1/0", undefined, {0, 3}, "division by zero is undefined"},
        {"x + 0^(-1)", undefined, {4, 10}, "division by zero is undefined"},
        {"x/(x - x)", undefined, {0, 9}, "division by zero is undefined"},
        {"1e-999999999*x", limit, {0, 12}, "exponent of a literal"},
        {"1 + (x < 2)", usage, {4, 11}, "expected an expression, found a condition"},
        {"2*[x, y]", usage, {2, 8}, "found a vector"},
        {"(x, y)", usage, {0, 6}, "found a list"},
        {"if(x, 1, 2)", usage, {3, 4}, "expected a condition"},
        {"if(x > 0)", syntax, {0, 9}, "2 or more arguments"},
        {"diff(x)", syntax, {0, 7}, "2 or more arguments"},
        {"diff(x, 2*x)", syntax, {8, 11}, "expected a variable"},
        {"D[3](f)(x, y)", syntax, {2, 3}, "one of 2 arguments"},
        {"f'(x, y)", syntax, {0, 2}, "D[1](f)"},
        {"sin'(x)", usage, {0, 4}, "diff(sin(x), x)"},
    };
    check_refusals(rows);
}

TEST_CASE("a variable inside a longer name") {
    using enum ErrorKind;
    ParseOptions options;
    options.wrt = {"x"};
    const Refusal rows[] = {
        {"2xy", name, {1, 3}, "x occurs only inside the name `xy`"},
        {"2xy", name, {1, 3}, "write x*y, or use --split"},
    };
    check_refusals(rows, options);
    Pool pool;
    const Refusal joined[] = {{"2*sinx", name, {2, 6}, "write sin(x)"}};
    check_refusals(joined, options);
    CHECK(parse(pool, "x + xy", options).notes.size() == 1);
    CHECK(parse(pool, "exp(y) + x1 + x_max", options).notes.empty());
    options.wrt = {"t"};
    CHECK(parse(pool, "2*theta + 1", options).notes.empty());
}

TEST_CASE("limits are named") {
    using enum ErrorKind;
    const auto refused = [](const Limits& limits, const std::string& text) {
        Pool pool(limits);
        try {
            parse(pool, text);
        } catch (const Error& error) {
            CHECK(error.kind == limit);
            return error.message + " | " + error.hint;
        }
        return std::string("accepted");
    };
    Limits limits;
    limits.nesting = 3;
    limits.name_bytes = 5;
    limits.line_bytes = 40;
    CHECK(refused(limits, "(((x)))") == "accepted");
    CHECK(refused(limits, "((((x))))").find("nesting") != std::string::npos);
    CHECK(refused(limits, "abcdef").find("name_bytes") != std::string::npos);
    CHECK(refused(limits, std::string(41, '1')).find("line_bytes") != std::string::npos);
}

}  // namespace
}  // namespace pdiff::test
