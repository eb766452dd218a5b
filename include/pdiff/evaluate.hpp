// Values at a point, each with a proof: ball arithmetic that widens its precision until the answer is certain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "pdiff/expr.hpp"

namespace pdiff {

// A variable and its value: a constant expression (2/3, sqrt(2), pi/4).
struct Binding {
    Expr symbol;
    Expr value;
};

enum class Definedness : std::uint8_t {
    defined,    // proved to have a real value
    undefined,  // proved to have none
    unknown,    // not decided at the precision allowed, or a variable or unknown function is left
};

// `bits` is the most working precision that may be tried; evaluate() tries at least what its digits need.
struct Precision {
    std::size_t bits = 4096;
};

struct Evaluation {
    Definedness definedness = Definedness::unknown;
    std::string
        digits;  // when defined: every digit is proved, "0.95885107720840600"; "0" only when exactly zero is proved
    std::string reason;  // when not defined: what has no value ("log(-1)"), as plain text without line breaks
};

// f at the point, to `digits` significant correct digits.
Evaluation evaluate(Pool& pool, Expr f, std::span<const Binding> point, std::size_t digits = 15, Precision limit = {});

enum class Relation : std::uint8_t {
    different,       // both defined, disjoint enclosures
    overlap,         // both defined; the enclosures agree to `agreed_bits` relative bits and are never disjoint
                     // (absolute bits where both may be zero)
    left_undefined,  // proved
    right_undefined,
    both_undefined,
    unknown,
};

struct Comparison {
    Relation relation = Relation::unknown;
    std::size_t agreed_bits = 0;
    std::string left, right;  // enough digits to tell them apart, when defined
};

// f and g at the point, to at most `bits` bits of agreement.
Comparison compare(Pool& pool, Expr f, Expr g, std::span<const Binding> point, Precision limit = {256});

// The sign of f at the point: -1, 0 (proved zero) or 1; nothing where it is not decided.
std::optional<int> sign_at(Pool& pool, Expr f, std::span<const Binding> point, Precision limit = {});

// Whether a condition (less, equal, logic_and, is_integer, ...) holds at the point; nothing where it is not decided.
std::optional<bool> holds_at(Pool& pool, Expr condition, std::span<const Binding> point, Precision limit = {});

// Whether a constant that has a real value is exactly 0, by exact numbers; nothing where that is not decided.
std::optional<bool> is_zero_constant(Pool& pool, Expr constant);

}  // namespace pdiff
