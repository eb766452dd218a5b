// The one door of the grammar: text to syntax tree.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "grammar/ast.hpp"
#include "grammar/pending.hpp"
#include "pdiff/limits.hpp"

namespace pdiff::ast {

// What the grammar cannot know, since it knows no names. Both lists hold offsets of names, ascending.
struct Readings {
    std::span<const std::uint32_t> multiplied = {};  // `x` of `x(y + 1)` where x is a variable: no call
    std::span<const std::uint32_t> split = {};       // `xy` where each letter is a name
    bool list = false;                               // commas outside brackets are allowed: the root is a tuple
};

// Replaces what is in `tree`. Throws Error with the span in `text`.
void parse_ast(Tree& tree, Stacks& stacks, std::string_view text, const Limits& limits, const Readings& readings = {});

inline Tree parse_ast(std::string_view text, const Limits& limits) {
    Tree tree;
    Stacks stacks;
    parse_ast(tree, stacks, text, limits);
    return tree;
}

}  // namespace pdiff::ast
