// What waits on the operator stack: brackets that are open and operators that want operands, one row each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "grammar/ast.hpp"

namespace pdiff::ast {

// What waits on the stack for operands. Brackets first: they end what is inside.
enum class Pending : std::uint8_t {
    whole_input,
    round,
    square,
    brace,
    bar,
    left_bar,
    floor,
    ceiling,
    call,
    root_index,
    root_radicand,
    numerator,
    denominator,
    sequence,  // from here on the operators, loosest first
    disjunction,
    conjunction,
    complement,
    comparison,
    sum,
    sign,  // -x*y is -(x*y), the same value as (-x)*y
    product,
    tight_sign,  // the one of 2*-x and 2^-x
    power,
    square_root,
    cube_root,
    fourth_root,
};

// The closing brackets.
enum class Closer : std::uint8_t { round, square, brace, bar, right_bar, floor, ceiling };

// An operator between two operands.
struct Infix {
    Pending pending;
    Link link;
};

// Memory of the tree builder, which a stream of lines uses again and again.
struct Stacks {
    struct Entry {
        Pending pending;
        Link link;            // in front of what is being built
        std::uint32_t count;  // operands of a chain; arguments of a bracket
        Span span;            // of the token that opened it
    };
    Stack<Operand> operands;
    Stack<Entry> entries;
};

constexpr std::array<std::string_view, 7> closer_spellings{")", "]", "}", "|", "\\right|", "⌋", "⌉"};
constexpr std::string_view spelling(Closer closer) { return closer_spellings[static_cast<std::size_t>(closer)]; }

struct PendingRow {
    Kind kind;                       // what it becomes
    bool prefix = false;             // an operator in front of its operand
    bool chain = false;              // any number of operands
    std::string_view spelling = "";  // of a bracket, for messages
    Closer closer = Closer::round;
};

constexpr std::array<PendingRow, static_cast<std::size_t>(Pending::fourth_root) + 1> pending_rows{{
    {.kind = Kind::tuple},
    {.kind = Kind::tuple, .spelling = "(", .closer = Closer::round},
    {.kind = Kind::vector, .spelling = "[", .closer = Closer::square},
    {.kind = Kind::tuple, .spelling = "{", .closer = Closer::brace},
    {.kind = Kind::absolute, .spelling = "|", .closer = Closer::bar},
    {.kind = Kind::absolute, .spelling = "\\left|", .closer = Closer::right_bar},
    {.kind = Kind::floor, .spelling = "⌊", .closer = Closer::floor},
    {.kind = Kind::ceiling, .spelling = "⌈", .closer = Closer::ceiling},
    {.kind = Kind::call, .spelling = "(", .closer = Closer::round},
    {.kind = Kind::root, .spelling = "\\sqrt[", .closer = Closer::square},
    {.kind = Kind::square_root, .spelling = "\\sqrt{", .closer = Closer::brace},
    {.kind = Kind::fraction, .spelling = "\\frac{", .closer = Closer::brace},
    {.kind = Kind::fraction, .spelling = "\\frac{", .closer = Closer::brace},
    {.kind = Kind::sequence, .chain = true},
    {.kind = Kind::disjunction, .chain = true},
    {.kind = Kind::conjunction, .chain = true},
    {.kind = Kind::complement, .prefix = true},
    {.kind = Kind::comparison, .chain = true},
    {.kind = Kind::sum, .chain = true},
    {.kind = Kind::negation, .prefix = true},
    {.kind = Kind::product, .chain = true},
    {.kind = Kind::negation, .prefix = true},
    {.kind = Kind::power},
    {.kind = Kind::square_root, .prefix = true},
    {.kind = Kind::cube_root, .prefix = true},
    {.kind = Kind::fourth_root, .prefix = true},
}};

constexpr const PendingRow& row(Pending pending) { return pending_rows[static_cast<std::size_t>(pending)]; }
constexpr bool is_bracket(Pending pending) { return pending < Pending::sequence; }
constexpr bool is_chain(Pending pending) { return row(pending).chain; }
constexpr bool is_prefix(Pending pending) { return row(pending).prefix; }

}  // namespace pdiff::ast
