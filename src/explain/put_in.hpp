// What the letters of a law stand for, put in: in canonical form, or so that the law can still be seen.
#pragma once

#include <span>

#include "pdiff/expr.hpp"

namespace pdiff::explain {

enum class Merge : unsigned char {
    all,   // canonical
    none,  // as the law has it; but numbers are computed, and ones and zeros that do nothing left out
};

Expr put_in(Pool& pool, Expr law, std::span<const Expr> letters, std::span<const Expr> values, Merge merge);

}  // namespace pdiff::explain
