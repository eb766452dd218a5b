#include "parse/definition_rows.hpp"

#include <algorithm>
#include <vector>

#include "grammar/parse_ast.hpp"
#include "parse/literal.hpp"

namespace pdiff {
namespace {

using ast::Kind;
using ast::Link;
using ast::NodeId;

constexpr std::size_t no_parameter = SIZE_MAX;

// The expression of a row, and which of its names are parameters; free of any pool.
struct Body {
    explicit Body(const DefinitionRow& row);
    std::string_view text(NodeId id) const {
        const Span span = tree.nodes[id].inner;
        return source.substr(span.begin, span.end - span.begin);
    }
    std::string_view source;
    ast::Tree tree;
    std::vector<std::size_t> parameter;  // by node
};

Body::Body(const DefinitionRow& row) : source(row.expression), tree(ast::parse_ast(row.expression, Limits{})) {
    parameter.assign(tree.nodes.size(), no_parameter);
    for (NodeId id = 0; id < tree.nodes.size(); ++id) {
        if (tree.nodes[id].kind != Kind::name) continue;
        std::string_view names = row.parameters;
        for (std::size_t i = 0; !names.empty(); ++i) {
            const std::size_t comma = std::min(names.find(','), names.size());
            if (names.substr(0, comma) == text(id)) parameter[id] = i;
            names.remove_prefix(std::min(comma + 2, names.size()));
        }
    }
}

// The rows are known to the compiler, so this is a constant that is computed on first use.
const Body& body_of(const DefinitionRow& row) {
    static const std::vector<Body> bodies = [] {
        std::vector<Body> result;
        for (const DefinitionRow& r : definition_rows()) result.emplace_back(r);
        return result;
    }();
    return bodies[static_cast<std::size_t>(&row - definition_rows().data())];
}

class Instance {
public:
    Instance(Construct& construct, const Body& body, std::span<const Expr> args)
        : construct_(construct), body_(body), args_(args), values_(body.tree.nodes.size()) {}

    Expr build() {
        for (NodeId id = 0; id < values_.size(); ++id) values_[id] = build(id);
        return values_.back();
    }

private:
    Expr child(NodeId id, std::size_t i) const { return values_[body_.tree.child(id, i)]; }

    Expr build(NodeId id) {
        switch (body_.tree.nodes[id].kind) {
            case Kind::number:
                return construct_.pool.number(read_literal(body_.text(id), construct_.pool.limits()).value);
            case Kind::name:
                return name(id);
            case Kind::negation:
                return construct_.negation(child(id, 0));
            case Kind::power:
                return construct_.power(child(id, 0), child(id, 1));
            case Kind::sum:
                return construct_.sum(pairs(id, Link::minus));
            case Kind::product:
                return product(id);
            case Kind::call:
                return call(id);
            default:
                throw Error(ErrorKind::internal, "a definition row uses what definitions cannot");
        }
    }

    // A fraction of numbers is a number also as typed, so that a root is recognised.
    Expr product(NodeId id) {
        const std::vector<Pair> factors = pairs(id, Link::divide);
        const auto is_number = [&](const Pair& factor) { return construct_.pool.is_number(factor.first); };
        if (std::ranges::all_of(factors, is_number)) return product_of_powers(construct_.pool, one, factors);
        return construct_.product(factors);
    }

    Expr name(NodeId id) const {
        if (body_.parameter[id] != no_parameter) return args_[body_.parameter[id]];
        const std::string_view text = body_.text(id);
        return text == "e" ? euler : text == "pi" ? pi : Expr{};  // else the name of a function
    }

    Expr call(NodeId id) {
        const auto children = body_.tree.children(id);
        const std::string_view name = body_.text(children[0].node);
        std::vector<Expr> args;
        for (const ast::Operand& operand : children.subspan(1)) args.push_back(values_[operand.node]);
        if (const DefinitionRow* row = find_definition(name)) return instantiate(construct_, *row, args);
        return construct_.call(find_function(name, args.size()).value(), args);
    }

    std::vector<Pair> pairs(NodeId id, Link inverse) const {
        std::vector<Pair> result;
        for (const ast::Operand& operand : body_.tree.children(id))
            result.push_back({values_[operand.node], operand.link == inverse ? minus_one : one});
        return result;
    }

    Construct& construct_;
    const Body& body_;
    std::span<const Expr> args_;
    std::vector<Expr> values_;
};

}  // namespace

Expr instantiate(Construct& construct, const DefinitionRow& row, std::span<const Expr> args) {
    return Instance(construct, body_of(row), args).build();
}

}  // namespace pdiff
