// The forms of the language: piecewise(condition, value, ..., otherwise) and diff(g, x, y).
#include <fmt/format.h>

#include "parse/reader.hpp"

namespace pdiff {

using ast::Kind;
using ast::NodeId;

Expr Reader::piecewise(NodeId id) {
    const auto arguments = tree_.children(id).subspan(1);
    const std::string_view name = names_[source_.name_of[tree_.child(id, 0)]].text;
    if (arguments.empty()) refuse_arity(name, "2 or more arguments", 0, tree_.nodes[id].span);
    Values operands;
    if (sorts_[arguments[0].node] == Sort::tuple) {  // (value, condition), ...
        for (const ast::Operand& operand : arguments) {
            const auto pair = tree_.children(operand.node);
            if (sorts_[operand.node] != Sort::tuple || pair.size() != 2)
                throw Error(ErrorKind::syntax, "expected a pair (value, condition)", tree_.nodes[operand.node].span);
            const Expr test = condition(pair[1].node);
            operands.push_back(test);
            operands.push_back(value(pair[0].node));
        }
        return construct_.make(Op::piecewise, operands);
    }
    if (arguments.size() == 1) refuse_arity(name, "2 or more arguments", 1, tree_.nodes[id].span);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool otherwise = i + 1 == arguments.size() && i % 2 == 0;
        operands.push_back(i % 2 == 0 && !otherwise ? condition(arguments[i].node) : value(arguments[i].node));
    }
    return construct_.make(Op::piecewise, operands);
}

Expr Reader::derivative(NodeId id) {
    const auto arguments = tree_.children(id).subspan(1);
    if (arguments.size() < 2) refuse_arity("diff", "2 or more arguments", arguments.size(), tree_.nodes[id].span);
    Values operands{value(arguments[0].node)};
    const auto order = [&](NodeId node) {
        const auto n = pool().is_number(value(node)) ? pool().number(value(node)).to_int() : std::nullopt;
        if (!n || *n < 1)
            throw Error(ErrorKind::syntax, "expected the order of the derivative, a positive integer",
                        tree_.nodes[node].span);
        if (static_cast<std::size_t>(*n) + operands.size() > pool().limits().order)
            throw Error(ErrorKind::limit,
                        fmt::format("the order of the derivative passes the limit of {}", pool().limits().order),
                        tree_.nodes[node].span);
        return *n;
    };
    for (const ast::Operand& operand : arguments.subspan(1)) {
        const bool is_order = tree_.nodes[operand.node].kind == Kind::number && operands.size() > 1;
        if (is_order) {  // diff(g, x, 2)
            operands.insert(operands.end(), static_cast<std::size_t>(order(operand.node) - 1), operands.back());
            continue;
        }
        const bool is_power = tree_.nodes[operand.node].kind == Kind::power;
        const NodeId base = is_power ? tree_.child(operand.node, 0) : operand.node;
        if (tree_.nodes[base].kind != Kind::name || sorts_[base] != Sort::value ||
            pool().op(values_[base]) != Op::symbol || names_[source_.name_of[base]].defined())
            throw Error(ErrorKind::syntax, "expected a variable", tree_.nodes[operand.node].span,
                        "write diff(g, x) or diff(g, x, y)");
        const auto times = is_power ? order(tree_.child(operand.node, 1)) : 1;
        operands.insert(operands.end(), static_cast<std::size_t>(times), values_[base]);
    }
    return construct_.make(Op::diff, operands);
}

}  // namespace pdiff
