// All that an expression consists of, what each part holds and how large it is to read: seen once, asked by every look
// for a shorter form before it looks closer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// What there is among the factors of a product, in a power, or a function by itself; of a sum: in one of its terms. Of
// a polynomial in names there is nothing.
using Traits = std::uint32_t;
namespace trait {
inline constexpr Traits below = 1 << 0,  // something below the line, exp(-x) too
    bracket = 1 << 1,                    // a sum, or a power of one
    bracket_below = 1 << 2,              //
    root = 1 << 3,                       // an exponent that is a fraction
    roots = 1 << 4,                      // several
    nested = 1 << 5,                     // a power of a product or power
    symbolic = 1 << 6,                   // an exponent that is no number, of something other than e
    number_power = 1 << 7,               // such a one of a number
    exponential = 1 << 8,                //
    call = 1 << 9,                       // a function of the table
    angle = 1 << 10,                     // one of sin, ..., csc, sinh, ..., csch
    angles = 1 << 11,                    // several, or a power of one
    hyperbolic = 1 << 12,                // one of sinh, ..., csch
    other = 1 << 13;                     // an unknown function, pi, ...: no name, number or any of these
inline constexpr Traits last = other;
inline constexpr Traits irrational = root | nested | symbolic | exponential | call | other;
}  // namespace trait

// Without what is around e.
Traits traits_of(const Pool& pool, Expr e);

class Survey {
public:
    Survey(const Pool& pool, Expr f);

    Expr expr() const { return order.back(); }
    // How many names, numbers and functions it is written with, as a tree.
    std::size_t weight(Expr e) { return index(seen_[e]) & most_weight; }
    std::size_t weight() { return weight(expr()); }
    Traits traits(Expr e) { return index(seen_[e]) >> weight_bits; }
    Traits in_sums() const { return in_sums_; }          // of all sums together
    Traits in_products() const { return in_products_; }  // of all products and powers

    const std::vector<Expr> order;  // operands first

private:
    static constexpr unsigned weight_bits = 18;
    static constexpr std::uint32_t most_weight = (1u << weight_bits) - 1;
    Expr see(const Pool& pool, Expr e);

    Image seen_;  // weight and traits of each
    Traits in_sums_ = 0, in_products_ = 0;
};

}  // namespace pdiff
