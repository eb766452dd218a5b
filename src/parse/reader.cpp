#include "parse/reader.hpp"

#include <fmt/format.h>

#include <array>

#include "grammar/utf8.hpp"
#include "parse/literal.hpp"

namespace pdiff {

using ast::Kind;
using ast::Link;
using ast::NodeId;

void Reader::read(NodeId begin, NodeId end) {
    NodeId id = begin;
    try {
        for (; id < end; ++id) read(id);
    } catch (Error& error) {
        if (!error.span) error.span = tree_.nodes[id].span;
        throw;
    }
}

// By ast::Kind.
const Reader::Method Reader::methods[] = {
    &Reader::number,      // number
    &Reader::number,      // superscript
    &Reader::name,        // name
    &Reader::callee,      // prime
    &Reader::callee,      // derived
    &Reader::call,        // call
    &Reader::negation,    // negation
    &Reader::power,       // power
    &Reader::factorial,   // factorial
    &Reader::brackets,    // square_root
    &Reader::brackets,    // cube_root
    &Reader::brackets,    // fourth_root
    &Reader::brackets,    // root
    &Reader::brackets,    // fraction
    &Reader::brackets,    // absolute
    &Reader::brackets,    // floor
    &Reader::brackets,    // ceiling
    &Reader::tuple,       // tuple
    &Reader::vector,      // vector
    &Reader::sum,         // sum
    &Reader::product,     // product
    &Reader::comparison,  // comparison
    &Reader::junction,    // conjunction
    &Reader::junction,    // disjunction
    &Reader::complement,  // complement
    &Reader::tuple,       // sequence
};
static_assert(static_cast<std::size_t>(Kind::sequence) == 25);

void Reader::read(NodeId id) { (this->*methods[static_cast<std::size_t>(tree_.nodes[id].kind)])(id); }

void Reader::callee(NodeId id) { set(id, {}, Sort::callee); }
void Reader::tuple(NodeId id) { set(id, {}, Sort::tuple); }
void Reader::factorial(NodeId id) { set(id, defined("factorial", {value(tree_.child(id, 0))})); }
void Reader::complement(NodeId id) {
    set(id, construct_.make(Op::logic_not, {condition(tree_.child(id, 0))}), Sort::condition);
}

Expr Reader::symbol(Name& name) {
    if (!name.known) name.value = pool().symbol(name.text), name.known = true;
    return name.value;
}

void Reader::number(NodeId id) {
    if (tree_.nodes[id].kind == Kind::superscript) return set(id, pool().number(read_superscript(source_.text_of(id))));
    const Literal literal = read_literal(source_.text_of(id), pool().limits());
    parsed_.decimals |= literal.decimal;
    set(id, pool().number(literal.value));
}

void Reader::name(NodeId id) {
    if (sorts_[id] == Sort::callee) return;
    Name& name = names_[source_.name_of[id]];
    if (name.known) return set(id, name.value);
    new_name(id, name);
}

void Reader::new_name(NodeId id, Name& name) {
    const Meaning& meaning = name.meaning;
    using enum Meaning::Kind;
    if (name.declared_function) return set(id, {}, Sort::function);
    if (name.is_variable() || meaning.kind == unsupported) {
        note_joined(name, id);
        return set(id, symbol(name));
    }
    if (meaning.kind == constant) return set(id, meaning.constant);
    if (meaning.kind == truth) return set(id, meaning.constant, Sort::condition);
    if (meaning.kind == infinite)
        throw Error(ErrorKind::undefined, fmt::format("{} is no number", utf8::quote(name.typed)), tree_.nodes[id].span,
                    "infinity stands only where a bound or limit is expected");
    if (!meaning.may_be_variable) return set(id, {}, Sort::function);
    if (!name.noted)
        note(tree_.nodes[id].span,
             fmt::format("{} is read as a variable, since no argument in brackets follows", name.text));
    name.noted = true;
    set(id, symbol(name));
}

void Reader::refuse_function(NodeId id) const {
    const bool derivative = tree_.nodes[id].kind == Kind::prime || tree_.nodes[id].kind == Kind::derived;
    if (derivative)
        throw Error(ErrorKind::syntax,
                    fmt::format("the derivative {} needs an argument", utf8::quote(source_.text_of(id))),
                    tree_.nodes[id].span, "write f'(x), or diff(y(x), x)");
    while (tree_.nodes[id].kind != Kind::name) id = tree_.child(id, 0);
    const Name& name = names_[source_.name_of[id]];
    throw Error(ErrorKind::syntax, fmt::format("the function {} needs an argument", name.text), tree_.nodes[id].span,
                fmt::format("write {}(x); for a variable of this name use --var {}", name.text, name.text));
}

void Reader::refuse_sort(NodeId id, std::string_view expected) const {
    constexpr std::array<std::string_view, 6> found{"an expression",      "a condition", "a vector",
                                                    "a list in brackets", "a function",  "a function"};
    if (is_function(id) || sorts_[id] == Sort::callee) refuse_function(id);
    throw Error(ErrorKind::usage,
                fmt::format("expected {}, found {}", expected, found[static_cast<std::size_t>(sorts_[id])]),
                tree_.nodes[id].span);
}

Expr Reader::value(NodeId id) {
    if (sorts_[id] == Sort::value) return values_[id];
    if (sorts_[id] == Sort::vector && tree_.nodes[id].count == 1 && tree_.nodes[id].kind == Kind::vector)
        return value(tree_.child(id, 0));
    refuse_sort(id, "an expression");
}

Expr Reader::condition(NodeId id) {
    if (sorts_[id] == Sort::condition) return values_[id];
    refuse_sort(id, "a condition such as x > 0");
}

Expr Reader::statement(NodeId id) {
    if (sorts_[id] > Sort::vector) refuse_sort(id, "an expression");
    return values_[id];
}

void Reader::sum(NodeId id) {
    pairs_.clear();
    for (const ast::Operand& operand : tree_.children(id))
        pairs_.push_back({value(operand.node), operand.link == Link::minus ? minus_one : one});
    set(id, construct_.sum(pairs_));
}

void Reader::negation(NodeId id) {
    const NodeId operand = tree_.child(id, 0);
    if (is_function(operand) && tree_.nodes[id].bracket == ast::Bracket::none) return set(id, {}, Sort::function);
    set(id, construct_.negation(value(operand)));
}

void Reader::power(NodeId id) {
    const NodeId base = tree_.child(id, 0), exponent = tree_.child(id, 1);
    const bool open = tree_.nodes[id].bracket == ast::Bracket::none && tree_.nodes[base].bracket == ast::Bracket::none;
    if (is_function(base) && open && tree_.nodes[base].kind == Kind::name) {
        value(exponent);
        return set(id, {}, Sort::function);
    }
    note_root(id);
    set(id, construct_.power(value(base), value(exponent)));
}

void Reader::vector(NodeId id) {
    Values entries;
    for (const ast::Operand& operand : tree_.children(id)) {
        if (sorts_[operand.node] > Sort::vector) refuse_sort(operand.node, "an expression");
        entries.push_back(values_[operand.node]);
    }
    set(id, construct_.make(Op::vector, entries), Sort::vector);
}

void Reader::brackets(NodeId id) {
    const Kind kind = tree_.nodes[id].kind;
    const Expr first = value(tree_.child(id, 0));
    switch (kind) {
        case Kind::fraction: {
            refuse_leibniz(std::array{tree_.children(id)[0], ast::Operand{tree_.child(id, 1), Link::divide}});
            const std::array factors{Pair{first, one}, Pair{value(tree_.child(id, 1)), minus_one}};
            return set(id, construct_.product(factors));
        }
        case Kind::square_root:
            return set(id, defined("sqrt", {first}));
        case Kind::cube_root:
            return set(id, construct_.call(Function::cbrt, {&first, 1}));
        case Kind::fourth_root:
            return set(id, root(first, pool().number(4)));
        case Kind::root:
            return set(id, root(value(tree_.child(id, 1)), first));
        case Kind::floor:
            return set(id, construct_.call(Function::floor, {&first, 1}));
        case Kind::ceiling:
            return set(id, construct_.call(Function::ceil, {&first, 1}));
        default:
            return set(id, construct_.call(Function::abs, {&first, 1}));
    }
}

void Reader::comparison(NodeId id) {
    Values parts;
    const auto children = tree_.children(id);
    for (std::size_t i = 1; i < children.size(); ++i) {
        const Expr a = value(children[i - 1].node), b = value(children[i].node);
        switch (children[i].link) {
            case Link::less:
                parts.push_back(construct_.make(Op::less, {a, b}));
                break;
            case Link::less_equal:
                parts.push_back(construct_.make(Op::less_equal, {a, b}));
                break;
            case Link::greater:
                parts.push_back(construct_.make(Op::less, {b, a}));
                break;
            case Link::greater_equal:
                parts.push_back(construct_.make(Op::less_equal, {b, a}));
                break;
            case Link::equal:
                parts.push_back(construct_.make(Op::equal, {a, b}));
                break;
            default:
                parts.push_back(construct_.make(Op::not_equal, {a, b}));
                break;
        }
    }
    set(id, parts.size() == 1 ? parts[0] : construct_.make(Op::logic_and, parts), Sort::condition);
}

void Reader::junction(NodeId id) {
    Values parts;
    for (const ast::Operand& operand : tree_.children(id)) parts.push_back(condition(operand.node));
    const Op op = tree_.nodes[id].kind == Kind::conjunction ? Op::logic_and : Op::logic_or;
    set(id, construct_.make(op, parts), Sort::condition);
}

}  // namespace pdiff
