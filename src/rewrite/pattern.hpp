// The left side of a rule, matched against an expression: sums and products in any order, with what is left over.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pdiff/expr.hpp"
#include "rewrite/shape.hpp"

namespace pdiff {

inline constexpr Expr unbound{UINT32_MAX};

// By letter; `unbound` where it does not occur.
using Bindings = std::array<Expr, 8>;

// What the letters stand for, and the terms (of a sum) or factors (of a product) that the pattern did not need.
struct Match {
    Bindings bindings;
    Expr rest{};  // zero for a sum without rest, one for a product
};

// The letter c matches numbers, n and m integers, w what is left of a product, all others anything.
class Pattern {
public:
    Pattern() = default;
    // `root` of the pool that the rule was parsed into.
    Pattern(const Pool& rules, Expr root, std::span<const Expr> letters);

    std::optional<Match> match(Pool& pool, Expr f) const;

    Op op() const { return nodes_[root_].op; }
    Function function() const { return nodes_[root_].function; }
    // An expression whose shape does not cover this one cannot match.
    const Shape& shape() const { return shape_; }

private:
    enum class Letter : std::uint8_t { none, any, number, integer, rest };
    struct Node {
        Op op;
        Function function;
        Letter kind = Letter::none;
        std::uint32_t letter = 0;
        std::uint32_t first = 0, count = 0;  // operands, in operands_
        Number number;
    };
    struct Factor {
        std::uint32_t base, exponent;  // nodes
    };
    // coefficient * w * factors, with or without the w.
    struct Term {
        Number coefficient;
        std::optional<std::uint32_t> rest;  // the letter w
        std::vector<Factor> factors;
        Shape shape;  // of a term in a sum
    };
    class Search;

    Term as_term(std::uint32_t node, const Number& coefficient) const;
    std::uint32_t operand(const Node& n, std::uint32_t i) const { return operands_[n.first + i]; }
    // Whether the operands are what the pattern names, as far as that shows without looking into them.
    bool heads_fit(const Pool& pool, Expr call) const;
    bool factors_may_fit(const Pool& pool, const Node& product, Expr e) const;

    std::vector<Node> nodes_;
    std::vector<std::uint32_t> operands_;
    std::vector<Term> terms_;  // of a sum, the ones with most factors first; of a product or power, the only one
    Number constant_;          // of a sum
    std::uint32_t root_ = 0;
    Shape shape_;
};

}  // namespace pdiff
