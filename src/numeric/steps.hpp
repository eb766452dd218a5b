// What each operation does to the values of its operands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "numeric/tape.hpp"

namespace pdiff {

// An operation on the way: its operands are evaluated.
struct Context {
    const Tape& tape;
    std::uint32_t position;
    const std::vector<Value>& values;
    slong precision;

    Expr expr() const { return tape.steps[position].expr; }
    std::span<const std::uint32_t> args() const { return tape.args(position); }
    const Value& arg(std::size_t i) const { return values[args()[i]]; }
};

void evaluate_step(const Tape& tape, std::uint32_t position, std::vector<Value>& values, slong precision);

// Without a value because of this very operation.
inline void fail(const Context& context, Value& result, Status status) {
    result.status = status;
    result.is_exact = false;
    result.cause = context.position;
}

// Takes over the status of the operands; false where one has no value.
inline bool take_operands(const Context& context, Value& result, std::size_t first = 0) {
    result.status = Status::defined;
    for (const std::uint32_t position : context.args().subspan(first)) {
        const Value& v = context.values[position];
        if (v.status > result.status) result.status = v.status, result.cause = v.cause;
    }
    return result.status == Status::defined;
}

// steps_arithmetic.cpp
void step_number(const Context& context, Value& result);
void step_symbol(const Context& context, Value& result);
void step_pi(const Context& context, Value& result);
void step_euler(const Context& context, Value& result);
void step_sum(const Context& context, Value& result);
void step_product(const Context& context, Value& result);
void step_power(const Context& context, Value& result);
void step_unknowable(const Context& context, Value& result);
// One base^exponent of a product or power.
void factor(const Context& context, Value& result, std::uint32_t base, std::uint32_t exponent);

// steps_calls.cpp
void step_call(const Context& context, Value& result);
void step_apply(const Context& context, Value& result);

// steps_conditions.cpp
void step_truth(const Context& context, Value& result);
void step_comparison(const Context& context, Value& result);
void step_is_integer(const Context& context, Value& result);
void step_and(const Context& context, Value& result);
void step_or(const Context& context, Value& result);
void step_not(const Context& context, Value& result);
void step_piecewise(const Context& context, Value& result);

// domains.cpp: whether the condition under which the function is real holds; nothing where that is not decided
// or the table has no condition.
std::optional<bool> in_domain(Function f, std::span<const Value* const> args, slong precision);

// describe.cpp: why the operation at this position has no value, "log(-1)".
std::string describe(const Tape& tape, const std::vector<Value>& values, std::uint32_t position);

}  // namespace pdiff
