// What waits on the operator stack: brackets that are open and operators that want operands, one row each.
#pragma once

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

struct PendingRow {
    std::string_view spelling;  // of a bracket, for messages
    std::string_view closing;
    Kind kind;  // what it becomes
};
const PendingRow& row(Pending pending);
std::string_view spelling(Closer closer);

constexpr bool is_bracket(Pending pending) { return pending < Pending::sequence; }
constexpr bool is_chain(Pending pending) {
    return pending == Pending::sequence || pending == Pending::disjunction || pending == Pending::conjunction ||
           pending == Pending::comparison || pending == Pending::sum || pending == Pending::product;
}
constexpr bool is_prefix(Pending pending) {
    return pending == Pending::complement || pending == Pending::sign || pending == Pending::tight_sign ||
           pending >= Pending::square_root;
}

}  // namespace pdiff::ast
