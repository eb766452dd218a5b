// A differential of the table, in letters: computed in doubles for the search, built as an expression for the proof.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "check/lanes.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// The letters of a rule, their differentials, and the variable itself.
inline constexpr std::string_view letter_names = "uvwptzcbkynma";
inline constexpr std::size_t letter_count = letter_names.size();
inline constexpr std::size_t slot_of_x = 2 * letter_count;
inline constexpr std::size_t slot_count = 2 * letter_count + 1;
// Of "u" the place of u, of "du" that of its differential; `slot_count` for no letter.
std::size_t slot_of(std::string_view name);

// What the letters stand for; f is the function that `subject` applies.
struct LaneBindings {
    std::array<const Lanes*, slot_count> slots{};
    const Pool* pool = nullptr;
    Expr subject{};
};
struct ExprBindings {
    std::array<Expr, slot_count> slots{};
    Expr subject{};
};

class Formula {
public:
    Formula() = default;
    // Of `rules`, which must outlive it.
    Formula(const Pool& rules, Expr root);

    Lanes value(const LaneBindings& bindings) const;
    Expr build(Pool& pool, const ExprBindings& bindings) const;
    bool uses(std::size_t slot) const;

private:
    struct Step {
        Expr expr;
        std::uint32_t slot;   // slot_count where it is no letter
        std::uint32_t first;  // operands, in operands_
        std::uint32_t count;
    };

    const Pool* rules_ = nullptr;
    std::vector<Step> steps_;
    std::vector<std::uint32_t> operands_;
};

// Reads a text in the letters, f and f'.
Expr read_formula(Pool& rules, std::string_view text);
// The same as typed, for patterns.
Expr read_pattern(Pool& rules, std::string_view text);

// The partial derivative of the function that `subject` applies, at other arguments.
Expr outer_derivative(Pool& pool, Expr subject, std::span<const Expr> arguments, std::size_t operand);

}  // namespace pdiff
