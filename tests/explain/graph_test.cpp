#include "pdiff/graph.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "pdiff/differentiate.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/print.hpp"
#include "support/random_expr.hpp"

namespace pdiff::test {
namespace {

Graph graph_of(Pool& pool, std::string_view text, std::size_t nodes = 300) {
    ParseOptions options;
    options.typed = true;
    return make_graph(pool, parse(pool, text, options), {nodes});
}

// "u1 = x^2 [x: 2*x]; f = ..."
std::string summary(Pool& pool, const Graph& graph) {
    std::string text;
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].input) continue;
        std::string edges;
        for (std::uint32_t k = 0; k < graph.edges.size(); ++k)
            if (graph.edges[k].to == i)
                edges += fmt::format("{}{}: {}", edges.empty() ? "" : ", ", graph.nodes[graph.edges[k].from].name,
                                     partial_label(pool, graph, k));
        text += fmt::format("{}{} [{}]", text.empty() ? "" : "; ", node_label(pool, graph, i), edges);
    }
    return text;
}

struct Row {
    std::string_view input, nodes;
};

TEST_CASE("nodes and local partials") {
    constexpr Row rows[] = {
        {"u1 = x^2; u2 = x + u1; u3 = sin(u2); u3",
         "u1 = x^2 [x: 2*x]; u2 = x + u1 [x: 1, u1: 1]; u3 = sin(u2) [u2: cos(u2)]"},
        {"sin(x + x^2)", "u1 = x^2 [x: 2*x]; u2 = x + u1 [x: 1, u1: 1]; f = sin(u2) [u2: cos(u2)]"},
        {"a*b*c - d + 1", "u1 = a*b*c [a: b*c, b: a*c, c: a*b]; f = u1 - d + 1 [u1: 1, d: -1]"},
        {"x^2 + x^2*y", "u1 = x^2 [x: 2*x]; u2 = u1*y [u1: y, y: u1]; f = u1 + u2 [u1: 1, u2: 1]"},
        {"sin(-x)", "f = sin(-x) [x: -cos(x)]"},
        {"-x", "f = -x [x: -1]"},
        {"s = -x; sin(s)", "s = -x [x: -1]; f = sin(s) [s: cos(s)]"},
        {"sqrt(2)*x + sin(3)", "u1 = sqrt(2)*x [x: sqrt(2)]; f = u1 + sin(3) [u1: 1]"},
        {"x*x", "f = x*x [x: 2*x]"},
        {"x^x", "f = x^x [x: x^x*log(x) + x^x]"},
        {"max(0, w*x + b)",
         "u1 = w*x [w: x, x: w]; u2 = u1 + b [u1: 1, b: 1]; "
         "f = max(0, u2) [u2: piecewise(u2 > 0, 1, u2 < 0, 0)]"},
        {"piecewise(x > 0, x^2, -y)",
         "u1 = x^2 [x: 2*x]; f = piecewise(x > 0, u1, -y) "
         "[u1: piecewise(x > 0, 1, x < 0, 0), y: piecewise(x > 0, 0, x < 0, -1)]"},
        {"s = x^2; piecewise(s > 1, s, 1)",
         "s = x^2 [x: 2*x]; f = piecewise(s > 1, s, 1) [s: piecewise(s > 1, 1, s < 1, 0)]"},
        {"g(x^2)", "u1 = x^2 [x: 2*x]; f = g(u1) [u1: g'(u1)]"},
        {"[x*y, sin(x*y)]", "f1 = x*y [x: y, y: x]; f2 = sin(f1) [f1: cos(f1)]"},
        {"h(x, y) = x*y + 1", "u1 = x*y [x: y, y: x]; h = u1 + 1 [u1: 1]"},
        {"u1*sin(f)", "u2 = sin(f) [f: cos(f)]; u3 = u1*u2 [u1: u2, u2: u1]"},
        {"u = x^2; h(u) = u^3 + 1", "u1 = u^3 [u: 3*u^2]; h = u1 + 1 [u1: 1]"},
        {"diff(x^3, x)*y", "f = 3*x^2*y [x: 6*x*y, y: 3*x^2]"},
        {"x", ""},
        {"3", "f = 3 []"},
    };
    for (const Row& row : rows) {
        const std::string input(row.input);
        CAPTURE(input);
        Pool pool;
        CHECK(summary(pool, graph_of(pool, row.input)) == row.nodes);
    }
}

TEST_CASE("the sum over all paths") {
    struct PathRow {
        std::string_view input, sums;
    };
    constexpr PathRow rows[] = {
        {"u1 = x^2; u2 = x + u1; u3 = sin(u2); u3",
         "du3/dx = (2*x + 1)*cos(x^2 + x): x -> u1 -> u2 -> u3: 2*x * 1 * cos(u2); x -> u2 -> u3: 1 * cos(u2)"},
        {"x*y", "df/dx = y: x -> f: y | df/dy = x: y -> f: x"},
        {"[x^2, y]", "df1/dx = 2*x: x -> f1: 2*x | dy/dy = 1: y: 1"},
        {"(x + 1)*(x + 2)", "df/dx = 2*x + 3: x -> u1 -> f: 1 * u2; x -> u2 -> f: 1 * u1"},
    };
    for (const PathRow& row : rows) {
        const std::string input(row.input);
        CAPTURE(input);
        Pool pool;
        const Graph graph = graph_of(pool, row.input);
        std::string found;
        for (const PathSum& sum : path_sums(pool, graph, 8)) {
            found += fmt::format("{}{}:", found.empty() ? "" : " | ", total_label(pool, graph, sum));
            for (const auto& path : sum.paths)
                found += fmt::format("{} {}: {}", &path == sum.paths.data() ? "" : ";",
                                     path_nodes(graph, sum.input, path), path_product(pool, graph, path));
        }
        CHECK(found == row.sums);
    }
}

// The chain rule holds: the sum over the paths is the derivative.
TEST_CASE("the products over all paths add up to the derivative") {
    constexpr std::uint64_t seed = 20240611;
    MESSAGE("seed ", seed);
    Pool pool;
    RandomExpr random(pool, seed);
    std::size_t compared = 0;
    for (int i = 0; i < 200; ++i) {
        const std::string text = print(pool, random(8));
        CAPTURE(text);
        Graph graph;
        try {
            graph = graph_of(pool, text);
        } catch (const Error&) {
            continue;  // an exact constant in it has no value
        }
        std::vector<Expr> symbols, wholes;
        for (const GraphNode& node : graph.nodes)
            if (!node.input) symbols.push_back(node.symbol), wholes.push_back(node.whole);
        for (const PathSum& sum : path_sums(pool, graph, 1000)) {
            if (sum.count > 1000) continue;
            std::vector<Expr> terms{negate(pool, sum.total)};
            for (const auto& path : sum.paths) {
                std::vector<Expr> factors;
                for (const std::uint32_t edge : path) factors.push_back(graph.edges[edge].partial);
                terms.push_back(substitute(pool, product(pool, factors), symbols, wholes));
            }
            const Binding point[] = {{pool.symbol("x"), parse_expr(pool, "7/5")},
                                     {pool.symbol("y"), parse_expr(pool, "3/7")},
                                     {pool.symbol("z"), parse_expr(pool, "11/6")}};
            const Comparison c = compare(pool, pdiff::sum(pool, terms), zero, point);
            const bool differs = c.relation == Relation::different;
            CHECK_FALSE(differs);
            compared += c.relation == Relation::overlap;
        }
    }
    CHECK(compared > 200);
}

TEST_CASE("values forwards and adjoints backwards") {
    Pool pool;
    const Graph graph = graph_of(pool, "u1 = x^2; u2 = x + u1; u3 = sin(u2); [u3, u1]");
    const Binding point[] = {{pool.symbol("x"), half}};
    const GraphValues values = graph_values(pool, graph, point, 6);
    CHECK(values.values == std::vector<std::string>{"1/2", "1/4", "3/4", "0.681639"});
    const std::vector<std::vector<std::string>> adjoints = {
        {"1.46338", "1"}, {"0.731689", "1"}, {"0.731689", "0"}, {"1", "0"}};
    CHECK(values.adjoints == adjoints);
    CHECK(values.partials == std::vector<std::string>{"1", "1", "1", "0.731689"});
}

TEST_CASE("where a node has no value or an edge no derivative there are no values") {
    constexpr Row rows[] = {
        {"abs(x)", "df/dx does not exist: it needs x != 0"},
        {"x*abs(x)", "du1/dx does not exist: it needs x != 0"},
        {"sqrt(x)", "df/dx does not exist: 0^(-1/2) is undefined"},
        {"y*log(x)", "u1 has no value: log(0) is undefined"},
        {"max(x, 0)", "df/dx does not exist: it needs x != 0"},
    };
    for (const Row& row : rows) {
        const std::string input(row.input);
        CAPTURE(input);
        Pool pool;
        const Graph graph = graph_of(pool, row.input);
        const Binding point[] = {{pool.symbol("x"), zero}, {pool.symbol("y"), one}};
        std::string message;
        try {
            graph_values(pool, graph, point, 6);
        } catch (const Error& error) {
            message = fmt::format("{}: {}", error.message, error.hint);
        }
        CHECK(message == row.nodes);
    }
}

TEST_CASE("a graph of many nodes is collapsed to those nearest to the result") {
    struct Large {
        std::string name, text;
        std::size_t size;
    };
    Large rows[] = {{"wide sum", "0", 0},
                    {"deep", "x", 0},
                    {"wide max", "max(0", 0},
                    {"wide product", "1", 0},
                    {"shared", "t0 = x + y", 0}};
    std::string depth = "x";
    for (int i = 0; i < 2000; ++i) {
        rows[0].text += fmt::format(" + sin(x{})", i);
        rows[1].text = i % 200 == 0 ? fmt::format("sin({})", rows[1].text) : fmt::format("cos({})", rows[1].text);
        rows[2].text += fmt::format(", y{}^2", i);
        rows[3].text += fmt::format(" * (x + {})", i);
        rows[4].text += fmt::format("; t{} = t{}*sin(t{})", i + 1, i, i);
    }
    rows[2].text += ")", rows[4].text += "; t2000";
    for (const Large& row : rows) {
        CAPTURE(row.name);
        Pool pool;
        const Graph graph = graph_of(pool, row.text, 50);
        CHECK(graph.collapsed);
        CHECK(graph.size > 2000);
        CHECK(graph.nodes.size() <= 100);
        CHECK(path_sums(pool, graph, 8).empty());
        const std::string dot = graph_dot(pool, graph, {}, nullptr);
        CHECK(dot.size() < 100'000);
        for (const GraphEdge& edge : graph.edges) CHECK(edge.from < edge.to);
    }
}

TEST_CASE("paths are counted where they are too many to list") {
    Pool pool;
    std::string text = "t0 = x + 1";
    for (int i = 0; i < 100; ++i) text += fmt::format("; t{} = t{}*sin(t{})", i + 1, i, i);
    const Graph graph = graph_of(pool, text + "; t100");
    const std::vector<PathSum> sums = path_sums(pool, graph, 5);
    REQUIRE(sums.size() == 1);
    CHECK(sums[0].paths.size() == 5);
    CHECK(sums[0].count == SIZE_MAX);
    CHECK(paths_left_out(sums[0]) == "and more paths than can be counted");
    const Graph small = graph_of(pool, "a = x^2; b = x*a; b*sin(b + a)");
    const std::vector<PathSum> counted = path_sums(pool, small, 2);
    CHECK(paths_left_out(counted.at(0)) == "and 3 more of 5 paths");
}

// A library user may name a symbol as he likes.
TEST_CASE("hostile names mean nothing in a drawing") {
    Pool pool;
    const Expr odd = pool.symbol("\"]; system(\"id\")\n\\N<b>&lt;`#`%%|}{");
    Parsed parsed;
    parsed.typed = parsed.value = product(pool, {odd, pool.symbol("x")});
    const Graph graph = make_graph(pool, parsed);
    const std::string dot = graph_dot(pool, graph, path_sums(pool, graph, 8), nullptr);
    CHECK(dot.find("\"\\\"]; system(\\\"id\\\") \\\\N<b>&amp;lt;`#`%%|}{\" [label=") != std::string::npos);
    const std::string mermaid = graph_mermaid(pool, graph, {}, nullptr);
    CHECK(mermaid.find(
              "([\"#34;#93;#59; system(#34;id#34;) #92;N#60;b#62;#38;lt#59;#96;#35;#96;#37;#37;#124;#125;#123;\"])") !=
          std::string::npos);
}

TEST_CASE("conditions and equations have no graph") {
    constexpr Row rows[] = {{"x < y", "a condition has no computation graph"},
                            {"x^2 + y^2 = 1", "an equation has no computation graph"}};
    for (const Row& row : rows) {
        Pool pool;
        std::string message;
        try {
            graph_of(pool, row.input);
        } catch (const Error& error) {
            message = error.message;
        }
        CHECK(message == row.nodes);
    }
}

}  // namespace
}  // namespace pdiff::test
