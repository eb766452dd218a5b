// The syntax tree: what was typed, with its place in the text, in one arena where operands come before what holds them.
#pragma once

#include <cstdint>
#include <span>

#include "expr/stack.hpp"
#include "pdiff/error.hpp"

namespace pdiff::ast {

// Kind         operands
enum class Kind : std::uint8_t {
    number,       // -                     digits as typed
    superscript,  // -                     the digits of x² or x⁻¹
    name,         // -
    prime,        // name                  f' and f'': the text behind the name tells how many
    derived,      // name, number, ...     D[1, 2](f)
    call,         // callee, argument, ... the callee is a name, prime or derived
    negation,     // a
    power,        // base, exponent
    factorial,    // a
    square_root,  // a
    cube_root,    // a
    fourth_root,  // a
    root,         // index, a              \sqrt[n]{a}
    fraction,     // a, b                  \frac{a}{b}
    absolute,     // a
    floor,        // a
    ceiling,      // a
    tuple,        // a, b, ...             (a, b)
    vector,       // a, ...                [a, b]; one entry may be meant as brackets
    sum,          // chains: each operand with the operator in front of it
    product,
    comparison,
    conjunction,
    disjunction,
    complement,  // not a
    sequence,    // statements between semicolons
};

// The operator in front of an operand in a chain.
enum class Link : std::uint8_t {
    none,
    plus,
    minus,
    times,
    divide,
    juxtaposed,  // 2x
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    not_equal,
};

enum class Bracket : std::uint8_t { none, round, square, brace };

using NodeId = std::uint32_t;

struct Operand {
    NodeId node;
    Link link;
};

struct Node {
    Kind kind;
    Bracket bracket;  // the outermost brackets around it
    std::uint32_t first;
    std::uint32_t count;
    Span span;   // with its brackets
    Span inner;  // without
};

struct Tree {
    Stack<Node> nodes;
    Stack<Operand> operands;

    NodeId root() const { return static_cast<NodeId>(nodes.size() - 1); }
    std::span<const Operand> children(const Node& node) const { return {operands.data() + node.first, node.count}; }
    std::span<const Operand> children(NodeId id) const { return children(nodes[id]); }
    NodeId child(NodeId id, std::size_t i) const { return operands[nodes[id].first + i].node; }
    void clear() { nodes.clear(), operands.clear(); }
};

}  // namespace pdiff::ast
