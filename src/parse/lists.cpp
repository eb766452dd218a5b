// The lists of the command line: the variables of --wrt and the point of --at.
#include <fmt/format.h>

#include <set>

#include "grammar/utf8.hpp"
#include "parse/literal.hpp"
#include "parse/readings.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {

using ast::Kind;
using ast::NodeId;

namespace {

[[noreturn]] void refuse_variable(const Source& source, NodeId id) {
    const Span span = source.tree.nodes[id].span;
    throw Error(ErrorKind::usage, fmt::format("expected a variable, found {}", utf8::quote(source.text_of(span))), span,
                "variables are given as in x, y or x^2, y");
}

// Canonical name; the span of the node where it is none.
std::string variable(const Source& source, NodeId id) {
    if (source.tree.nodes[id].kind != Kind::name) refuse_variable(source, id);
    std::string buffer;
    try {
        return std::string(canonical_name(source.text_of(id), buffer));
    } catch (Error& error) {
        error.span = source.tree.nodes[id].span;
        throw;
    }
}

std::size_t order(const Source& source, NodeId id, const Limits& limits) {
    const ast::Node& node = source.tree.nodes[id];
    if (node.kind != Kind::number && node.kind != Kind::superscript) refuse_variable(source, id);
    const Number n = node.kind == Kind::number ? read_literal(source.text_of(id), limits).value
                                               : read_superscript(source.text_of(id));
    if (!n.is_integer() || n.sign() <= 0)
        throw Error(ErrorKind::usage, "the order of a derivative is a positive integer", node.span);
    const auto value = n.to_int();
    if (!value || static_cast<std::size_t>(*value) > limits.order)
        throw Error(ErrorKind::limit, fmt::format("the order of the derivative passes the limit of {}", limits.order),
                    node.span, "raise the limit with --limit order=N");
    return static_cast<std::size_t>(*value);
}

}  // namespace

std::vector<std::string> parse_variables(std::string_view text) {
    const Limits limits;
    Source source{.text = text};
    ast::parse_ast(source.tree, source.stacks, text, limits, {.list = true});
    std::vector<std::string> result;
    for (const ast::Operand& operand : source.tree.children(source.tree.root())) {
        const bool power = source.tree.nodes[operand.node].kind == Kind::power;
        const NodeId base = power ? source.tree.child(operand.node, 0) : operand.node;
        const std::size_t times = power ? order(source, source.tree.child(operand.node, 1), limits) : 1;
        if (result.size() + times > limits.order)
            throw Error(ErrorKind::limit,
                        fmt::format("the order of the derivative passes the limit of {}", limits.order),
                        source.tree.nodes[operand.node].span, "raise the limit with --limit order=N");
        result.insert(result.end(), times, variable(source, base));
    }
    return result;
}

std::vector<std::pair<Expr, Expr>> parse_bindings(Pool& pool, std::string_view text, const ParseOptions& options) {
    Source source{.text = text};
    NameTable names(options);
    read_source(source, names, pool.limits(), options, true);
    const ast::Tree& tree = source.tree;
    Parsed parsed;
    Workspace workspace;
    Reader reader(pool, source, names, options, parsed, workspace, false);
    std::vector<std::pair<Expr, Expr>> result;
    std::set<Expr> bound;
    for (const ast::Operand& operand : tree.children(tree.root())) {
        const ast::Node& node = tree.nodes[operand.node];
        const bool equation =
            node.kind == Kind::comparison && node.count == 2 && tree.children(node)[1].link == ast::Link::equal;
        if (!equation)
            throw Error(
                ErrorKind::usage,
                fmt::format("expected a value for a variable, found {}", utf8::quote(source.text_of(node.span))),
                node.span, "a point is given as in x=1, y=2/3");
        const NodeId left = tree.child(operand.node, 0), right = tree.child(operand.node, 1);
        const Expr symbol = pool.symbol(variable(source, left));
        reader.read(left + 1, right + 1);
        const Expr value = reader.value(right);
        if (const auto unknown = variables(pool, value); !unknown.empty())
            throw Error(ErrorKind::usage,
                        fmt::format("the value of {} is not a constant: it contains {}", pool.name(symbol),
                                    pool.name(unknown[0])),
                        tree.nodes[right].span, "give a number or an expression without variables, such as pi/4");
        if (!bound.insert(symbol).second)
            throw Error(ErrorKind::usage, fmt::format("{} is given twice", pool.name(symbol)), tree.nodes[left].span);
        result.emplace_back(symbol, value);
    }
    return result;
}

}  // namespace pdiff
