// What to say where the grammar cannot go on: what was found, what was expected, and what may have been meant.
#pragma once

#include "grammar/tree_builder.hpp"

namespace pdiff::ast {

// Throws the Error for the token at builder.position(), which fits nowhere.
[[noreturn]] void refuse(const TreeBuilder& builder);

}  // namespace pdiff::ast
