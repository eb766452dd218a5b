// Expressions laid out for evaluation at a point: steps in order, operands as positions of earlier steps.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "numeric/value.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

struct Step {
    Expr expr;
    std::uint32_t first;  // of its operands
    std::uint32_t count;
};

struct Tape {
    const Pool* pool = nullptr;
    std::vector<Step> steps;
    std::vector<std::uint32_t> operands;
    std::vector<std::uint32_t> roots;  // positions of what was asked for

    std::span<const std::uint32_t> args(std::uint32_t position) const {
        return {operands.data() + steps[position].first, steps[position].count};
    }
    Op op(std::uint32_t position) const { return pool->op(steps[position].expr); }
};

// A bound symbol has the position of its value as its only operand, a free one has none.
Tape make_tape(const Pool& pool, std::span<const Expr> roots, std::span<const Binding> point);

// One pass over the tape. Values start as Value(); those that are proved or exact stay so in later passes.
// A free symbol keeps what its value was set to.
void run(const Tape& tape, std::vector<Value>& values, slong precision);

}  // namespace pdiff
