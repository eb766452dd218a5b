#include "parse/expect.hpp"

namespace pdiff::test {
namespace {

TEST_CASE("definitions") {
    constexpr Reading rows[] = {
        {"u = x^2; v = sin(u); u*v", "x^2*sin(x^2)"},
        {"u1 = x^2; u2 = x + u1; u2", "x + x^2"},
        {"v = sin(u); u = x^2; u*v", "x^2*sin(x^2)"},
        {"f(t) = t^2; f(x + 1)", "(x + 1)^2"},
        {"f(t) = t^2; g(t) = f(t) + 1; g(f(x))", "(x^2)^2 + 1"},
        {"f(x, y) = x^2*y", "x^2*y"},
        {"a = 2; f(x) = a*x", "2*x"},
        {"f(x) = x^2; x = y + 1; f(x)", "(y + 1)^2"},
        {"e = 2; e^x", "2^x"},
        {"f(e) = e^2; f(x) + e", "x^2 + e"},
        {"beta = 3; beta*x", "3*x"},
        {"u = x + 1; u(x - 1)", "(x + 1)*(x - 1)"},
        {"θ = x; theta^2", "x^2"},
        {"u = x > 0; 1", "1"},
    };
    check_readings(std::span(rows).first(std::size(rows) - 1));
}

TEST_CASE("a named function orders its variables") {
    Pool pool;
    const Parsed parsed = parse(pool, "f(y, x) = x^2*y");
    CHECK(parsed.function_name == "f");
    REQUIRE(parsed.parameters.size() == 2);
    CHECK(pool.name(parsed.parameters[0]) == "y");
    CHECK(pool.name(parsed.parameters[1]) == "x");
    CHECK(parse(pool, "x^2*y").function_name.empty());
}

TEST_CASE("equations") {
    Pool pool;
    CHECK(pool.op(parse_expr(pool, "x^2 + y^2 = 1")) == Op::equal);
    CHECK(pool.op(parse_expr(pool, "y = x^2")) == Op::equal);
    CHECK(pool.op(parse_expr(pool, "r = 2; x^2 + y^2 = r^2")) == Op::equal);
    CHECK(pool.op(parse_expr(pool, "sin(x) = y")) == Op::equal);
}

TEST_CASE("definitions that cannot be") {
    using enum ErrorKind;
    const Refusal rows[] = {
        {"u = u + 1", cycle, {4, 5}, "defined by itself"},
        {"u = u + 1; u", cycle, {4, 5}, "u is defined by itself"},
        {"u = v; v = u; u", cycle, {11, 12}, "is defined by itself"},
        {"f(x) = f(x) + 1", cycle, {7, 8}, "f is defined by itself"},
        {"u = x; u = y; u", name, {7, 8}, "defined twice"},
        {"u = x; u(t) = t; u", syntax, {7, 15}, "expected a definition"},
        {"x^2; y", syntax, {0, 3}, "expected a definition"},
        {"u = x^2; v = ; u", syntax, {13, 14}, "expected an operand"},
        {"sin = 2; x", name, {0, 3}, "cannot be defined"},
        {"f(t) = t; f(x, y)", syntax, {10, 17}, "f takes 1 argument, got 2"},
        {"(u = 2; u", syntax, {0, 1}, "not closed before `;`"},
        {"f(t) = t^2; f'(x)", unsupported, {12, 14}, "diff(f(x), x)"},
    };
    check_refusals(rows);
}

}  // namespace
}  // namespace pdiff::test
