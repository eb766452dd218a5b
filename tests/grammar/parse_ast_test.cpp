#include "grammar/parse_ast.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace pdiff::ast {
namespace {

constexpr const char* kinds[] = {"number",  "superscript", "name", "prime", "derived", "call", "neg",
                                 "^",       "!",           "sqrt", "cbrt",  "root4",   "root", "frac",
                                 "abs",     "floor",       "ceil", "tuple", "vector",  "sum",  "product",
                                 "compare", "and",         "or",   "not",   "sequence"};
constexpr const char* links[] = {"", "+", "-", "*", "/", "~", "<", "<=", ">", ">=", "=", "!="};

// Leaves as typed, all else as (kind operand ...), with the operator in front of each operand of a chain.
std::string dump(const Tree& tree, std::string_view text) {
    std::vector<std::string> texts;
    for (const Node& node : tree.nodes) {
        std::string dumped;
        if (node.count == 0) {
            dumped = text.substr(node.inner.begin, node.inner.end - node.inner.begin);
        } else {
            dumped = std::string("(") + kinds[static_cast<std::size_t>(node.kind)];
            for (const Operand& operand : tree.children(node))
                dumped += std::string(" ") + links[static_cast<std::size_t>(operand.link)] + texts[operand.node];
            dumped += ")";
        }
        texts.push_back(dumped);
    }
    return texts.back();
}

struct Row {
    const char* text;
    const char* tree;
};

TEST_CASE("syntax trees") {
    constexpr Row rows[] = {
        {"a - b*c + d", "(sum a -(product b *c) +d)"},
        {"-x*y", "(neg (product x *y))"},
        {"2*-x*y", "(product 2 *(neg x) *y)"},
        {"-x^2", "(neg (^ x 2))"},
        {"x^-y^2", "(^ x (neg (^ y 2)))"},
        {"x^y^z", "(^ x (^ y z))"},
        {"x²!", "(! (^ x ²))"},
        {"x^2!", "(^ x (! 2))"},
        {"1/2x", "(product 1 /2 ~x)"},
        {"sin^2(x)", "(product (^ sin 2) ~x)"},
        {"f(x, y)(z)", "(product (call f x y) ~z)"},
        {"f()", "(call f)"},
        {"f''(x)", "(call (prime f) x)"},
        {"D[1, 2](f)(x, y)", "(call (derived f 1 2) x y)"},
        {"|x||y|", "(product (abs x) ~(abs y))"},
        {"||x| - 1|", "(abs (sum (abs x) -1))"},
        {"√x²", "(^ (sqrt x) ²)"},
        {"\\frac{a + b}{c}d", "(product (frac (sum a +b) c) ~d)"},
        {"\\sqrt[3]{x}", "(root 3 x)"},
        {"[a, [b]]", "(vector a (vector b))"},
        {"a < b <= c", "(compare a <b <=c)"},
        {"a < b and not c = d or e > f", "(or (and (compare a <b) (not (compare c =d))) (compare e >f))"},
        {"u = 1; f(x) = x; u", "(sequence (compare u =1) (compare (call f x) =x) u)"},
        {"x!=y", "(compare x !=y)"},
        {"πr²", "(product π ~(^ r ²))"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        CHECK(dump(parse_ast(row.text, Limits{}), row.text) == row.tree);
    }
}

TEST_CASE("readings that the caller asks for") {
    Tree tree;
    const std::uint32_t at[] = {2};
    Stacks stacks;
    parse_ast(tree, stacks, "a/xy(z)^2", Limits{}, {.multiplied = at});
    CHECK(dump(tree, "a/xy(z)^2") == "(product a /xy ~(^ z 2))");
    parse_ast(tree, stacks, "a/xy(z)^2", Limits{}, {.split = at});
    CHECK(dump(tree, "a/xy(z)^2") == "(product a /x ~(^ (call y z) 2))");
    parse_ast(tree, stacks, "x = 1, y", Limits{}, {.list = true});
    CHECK(dump(tree, "x = 1, y") == "(tuple (compare x =1) y)");
}

TEST_CASE("spans include brackets and count bytes") {
    const Tree tree = parse_ast("θ + ((x))", Limits{});
    CHECK(tree.nodes[0].span == Span{0, 2});
    CHECK(tree.nodes[1].span == Span{5, 10});
    CHECK(tree.nodes[1].inner == Span{7, 8});
    CHECK(tree.nodes[2].span == Span{0, 10});
}

TEST_CASE("operands come before what holds them") {
    const Tree tree = parse_ast("f(x, -y)^2/(a + b) + [c, d]!", Limits{});
    for (NodeId id = 0; id < tree.nodes.size(); ++id)
        for (const Operand& operand : tree.children(id)) CHECK(operand.node < id);
}

}  // namespace
}  // namespace pdiff::ast
