// An expression as a product of factors whose signs are known or asked for.
#pragma once

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// The signs, -1 or 1, assumed for factors: where all of them hold is a cell.
class Signs {
public:
    void assume(Expr factor, int sign) { signs_.emplace_back(factor, sign); }
    std::optional<int> of(Expr factor) const;
    const std::vector<std::pair<Expr, int>>& all() const { return signs_; }

private:
    std::vector<std::pair<Expr, int>> signs_;
};

// |u| = magnitude * Π base^exponent with positive bases, and the sign of u.
struct SignedFactors {
    int sign = 1;
    Expr magnitude = one;
    std::vector<Pair> powers;
    std::vector<Expr> odd;  // the factors, without their sign in the cell, that u changes its sign with
};

// Knows the factors of what it has seen.
class Factoring {
public:
    explicit Factoring(Pool& pool) : pool_(pool) {}

    // Nothing where the sign of a factor is not assumed; `missing` is then that factor. A constant whose sign is not
    // decided has no factors at all: then `missing` stays empty.
    std::optional<SignedFactors> split(Expr u, const Signs& signs, std::optional<Expr>& missing);

private:
    struct Factor {
        Expr base, exponent;
        bool odd;       // u changes its sign with the factor
        bool positive;  // known
        bool flipped;   // the factor of u is -base
    };
    struct Factors {
        Expr coefficient = one;  // constant
        std::vector<Factor> factors;
    };
    const Factors& factors(Expr u);
    std::optional<int> implied(Expr base, const Signs& signs);
    void add(Factors& to, Expr base, Expr exponent);

    Pool& pool_;
    std::unordered_map<std::uint32_t, Factors> known_;
};

// The sign, -1 or 1, that f is seen to have wherever it has a real value and the given signs hold: e^u, x^2 + 1.
std::optional<int> seen_sign(const Pool& pool, Expr f, const Signs& given);
bool is_seen_non_negative(const Pool& pool, Expr f);

}  // namespace pdiff
