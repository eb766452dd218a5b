#include "parse/expect.hpp"

namespace pdiff::test {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

TEST_CASE("depth and length cost no stack") {
    constexpr std::size_t million = 1'000'000, hundred_thousand = 100'000;
    const std::string inputs[] = {
        repeat("(", million) + "x" + repeat(")", million),
        repeat("-", hundred_thousand + 1) + "x",
        repeat("x^", 10'000) + "x",
        repeat("x^-", 10'000) + "x",
        repeat("sin(", hundred_thousand) + "x" + repeat(")", hundred_thousand),
        repeat("sin ", hundred_thousand) + "x",
        repeat("f(", hundred_thousand) + "x" + repeat(")", hundred_thousand),
        repeat("|", hundred_thousand) + "x" + repeat("|", hundred_thousand),
        repeat("x-(", hundred_thousand) + "x" + repeat(")", hundred_thousand),
        repeat("not ", hundred_thousand) + "x > 0",
        "max(" + repeat("x,", hundred_thousand) + "x)",
        repeat("7", hundred_thousand) + "*x",
        "0." + repeat("7", hundred_thousand) + "*x",
        repeat("[", 10'000) + "x" + repeat("]", 10'000),
        repeat("7", 50'000) + "!",
    };
    for (const std::string& input : inputs) {
        CAPTURE(input.substr(0, 10));
        Pool pool;
        CHECK_NOTHROW(parse(pool, input));
    }
}

TEST_CASE("a sum of a million names") {
    std::string text = "x0";
    for (int i = 1; i < 1'000'000; ++i) text += "+x" + std::to_string(i);
    Pool pool;
    const Expr sum = parse_expr(pool, text);
    REQUIRE(pool.op(sum) == Op::sum);
    CHECK(pool.pairs(sum).size() == 1'000'000);
}

TEST_CASE("large input is refused in short words") {
    using enum ErrorKind;
    const Refusal rows[] = {
        {repeat("(", 1'000'000), syntax, {1'000'000, 1'000'000}, "expected an operand"},
        {repeat("(", 1'000'000) + "x", syntax, {999'999, 1'000'000}, "never closed"},
        {repeat("a", 1'000'000), limit, {0, 1'000'000}, "the limit of 4096"},
        {repeat(",", 200'000), syntax, {0, 1}, "expected an operand"},
        {repeat("7", 100'000) + "..", syntax, {0, 100'002}, "is not a number"},
        {repeat("sine", 500) + "(x)" + ")", syntax, {2003, 2004}, "closes nothing"},
    };
    check_refusals(rows);
}

}  // namespace
}  // namespace pdiff::test
