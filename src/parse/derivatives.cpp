// Derivatives of unknown functions as they are written: f'(x), D[1, 2](f)(x, y).
#include <fmt/format.h>

#include <algorithm>

#include "grammar/utf8.hpp"
#include "parse/reader.hpp"

namespace pdiff {

using ast::Kind;
using ast::NodeId;

namespace {

// Whether a derivative in these positions has no closed form, so that it stays symbolic.
bool stays_symbolic(const FunctionRow& row, std::span<const std::uint32_t> positions) {
    std::string_view names = row.parameters;
    for (std::uint32_t i = 1; !names.empty(); ++i) {
        const std::size_t comma = std::min(names.find(','), names.size());
        const std::string differential = fmt::format("d{}", names.substr(0, comma));
        const bool known = row.differential.find(differential) != std::string_view::npos;
        if (!known && std::ranges::find(positions, i) != positions.end()) return true;
        names.remove_prefix(std::min(comma + 2, names.size()));
    }
    return false;
}

// f''(x): how often.
std::size_t count_primes(std::string_view marks) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < marks.size();) {
        const utf8::Decoded mark = utf8::decode(marks, i);
        count += mark.point == U'″' ? 2 : mark.point == U'‴' ? 3 : 1;
        i += std::max<std::size_t>(mark.length, 1);
    }
    return count;
}

}  // namespace

Expr Reader::apply_derived(NodeId callee, std::span<const Expr> args) {
    const Span span = tree_.nodes[callee].span;
    const NodeId name_node = tree_.child(callee, 0);
    Name& name = names_[source_.name_of[name_node]];
    std::vector<std::uint32_t> positions;
    if (tree_.nodes[callee].kind == Kind::prime) {
        const Span marks{tree_.nodes[name_node].span.end, span.end};
        positions.assign(count_primes(source_.text_of(marks)), 1);
        if (args.size() != 1)
            throw Error(ErrorKind::syntax, fmt::format("a prime is for functions of 1 argument, got {}", args.size()),
                        span, fmt::format("write D[1]({})(x, y)", name.text));
    }
    for (const ast::Operand& operand : tree_.children(callee).subspan(1)) {
        const auto position = pool().number(values_[operand.node]).to_int().value_or(0);
        if (position < 1 || position > static_cast<std::int64_t>(args.size()))
            throw Error(ErrorKind::syntax, fmt::format("expected the position of one of {} arguments", args.size()),
                        tree_.nodes[operand.node].span);
        positions.push_back(static_cast<std::uint32_t>(position));
    }
    std::ranges::sort(positions);
    if (name.defined())
        throw Error(ErrorKind::unsupported,
                    fmt::format("{} is defined here, so its derivative is not a symbol", name.text), span,
                    fmt::format("write diff({}(x), x)", name.text));
    if (name.meaning.takes_argument()) {
        const auto function = find_function(name.text, args.size());
        if (!function || !stays_symbolic(row(*function), positions))
            throw Error(ErrorKind::usage,
                        fmt::format("the derivative of the known function {} has no prime", name.text), span,
                        fmt::format("write diff({}(x), x)", name.text));
    }
    Values derived{pool().function_name(name.text)};
    for (const std::uint32_t position : positions) derived.push_back(pool().number(Number(position)));
    Values operands{pool().make(Op::derived_name, derived)};
    operands.insert(operands.end(), args.begin(), args.end());
    return construct_.make(Op::apply, operands);
}

}  // namespace pdiff
