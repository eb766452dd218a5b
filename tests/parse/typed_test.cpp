#include <fmt/format.h>

#include "parse/expect.hpp"

namespace pdiff::test {
namespace {

// The graph as nested lists, for these tests alone.
std::string dump(const Pool& pool, Expr root) {
    std::vector<std::string> texts(index(root) + 1);
    for (const Expr e : reachable(pool, root)) {
        std::string& text = texts[index(e)];
        const Op op = pool.op(e);
        if (op == Op::number)
            text = pool.number(e).to_string();
        else if (op == Op::symbol || op == Op::function_name)
            text = pool.name(e);
        else if (op == Op::euler)
            text = "e";
        else {
            text = op == Op::sum       ? "(+"
                   : op == Op::product ? "(*"
                   : op == Op::power   ? "(^"
                   : op == Op::call    ? fmt::format("({}", name(pool.function(e)))
                                       : "(?";
            for (const Expr a : pool.args(e)) text += " " + texts[index(a)];
            text += ")";
        }
    }
    return texts[index(root)];
}

TEST_CASE("the expression as typed") {
    constexpr Reading rows[] = {
        {"x + x", "(+ 0 x 1 x 1)"},
        {"a - b + 1", "(+ 0 a 1 b -1 1 1)"},
        {"(a + b) + c", "(+ 0 (+ 0 a 1 b 1) 1 c 1)"},
        {"2*3*x", "(* 1 2 1 3 1 x 1)"},
        {"x/y", "(* 1 x 1 y -1)"},
        {"\\frac{x}{y}", "(* 1 x 1 y -1)"},
        {"-x", "(* -1 x 1)"},
        {"-3", "-3"},
        {"x*x^2", "(* 1 x 1 (^ x 2) 1)"},
        {"x^1", "(^ x 1)"},
        {"sqrt(x)", "(^ x 1/2)"},
        {"√x", "(^ x 1/2)"},
        {"exp(x)", "(^ e x)"},
        {"sin(0)", "(sin 0)"},
        {"sin 2x", "(sin (* 1 2 1 x 1))"},
        {"0.5x", "(* 1 1/2 1 x 1)"},
        {"u = x + x; u*u", "(* 1 (+ 0 x 1 x 1) 1 (+ 0 x 1 x 1) 1)"},
    };
    ParseOptions options;
    options.typed = true;
    for (const Reading& row : rows) {
        const std::string input = row.input;
        CAPTURE(input);
        Pool pool;
        const Parsed parsed = parse(pool, row.input, options);
        CHECK(dump(pool, parsed.typed) == row.explicit_spelling);
        CHECK(parsed.value == parse_expr(pool, row.input));
    }
}

TEST_CASE("definitions as typed") {
    struct Row {
        std::string_view input, definitions;
    };
    constexpr Row rows[] = {
        {"x^2", ""},
        {"u = x^2; v = x + u; sin(v)", "u: (^ x 2); v: (+ 0 x 1 (^ x 2) 1)"},
        {"v = 2*u; u = x + x; v", "u: (+ 0 x 1 x 1); v: (* 1 2 1 (+ 0 x 1 x 1) 1)"},
        {"g(t) = t^2; u = g(x); u", "u: (^ x 2)"},
        {"θ = 2; θ*x", "theta: 2"},
    };
    ParseOptions options;
    options.typed = true;
    for (const Row& row : rows) {
        const std::string input(row.input);
        CAPTURE(input);
        Pool pool;
        std::string found;
        for (const Definition& d : parse(pool, row.input, options).definitions)
            found += fmt::format("{}{}: {}", found.empty() ? "" : "; ", d.name, dump(pool, d.typed));
        CHECK(found == row.definitions);
        CHECK(parse(pool, row.input).definitions.empty());
    }
}

}  // namespace
}  // namespace pdiff::test
