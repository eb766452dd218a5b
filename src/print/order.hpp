// The order on paper: which term and which factor comes first, decided by structure alone, never by index.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pdiff/expr.hpp"
#include "structure.hpp"

namespace pdiff::printing {

// What kind of factor, in the order in which factors are written.
enum class Rank : std::uint8_t {
    radical,
    constant,
    name,
    bracket,
    root,
    symbolic_power,
    exponential,
    call,
    unknown,
    other
};

// base^exponent of a product.
struct Factor {
    Expr base;
    Expr exponent;
    Rank rank;
    bool below;           // in the denominator
    bool merged = false;  // written as part of the factor before it
};

// A term of a sum: its coefficient and its factors, as a range of a shared array.
struct Term {
    Expr term;
    Expr coefficient;
    std::uint32_t first, count;
    std::int64_t degree;
    bool constant;
};

// Compares by what is near first; only a tie ranks all of the expression, once.
class Order {
public:
    // For what `root` consists of; keeps the memory of earlier expressions.
    void start(const Pool& pool, Expr root) {
        pool_ = &pool;
        structure_.start(pool, root);
    }

    Rank rank(Expr base, Expr exponent) const;
    void sort_factors(std::span<Factor> factors);
    // Fills in degree and constant, sorts by falling degree, then names; constants last.
    void sort_terms(std::span<Term> terms, std::span<const Factor> factors);
    Structure& structure() { return structure_; }

private:
    int compare(Expr a, Expr b);
    int compare_factors(const Factor& a, const Factor& b);
    int compare_exponents(Expr a, Expr b);
    int compare_bases(const Factor& a, const Factor& b);
    int compare_terms(const Term& a, const Term& b, std::span<const Factor> factors);
    std::int64_t degree(const Factor& factor) const;
    std::int64_t degree(Expr base, Expr exponent) const;
    std::int64_t bracket_degree(Expr sum) const;
    bool is_constant(const Factor& factor) const;

    const Pool* pool_ = nullptr;
    Structure structure_;
};

}  // namespace pdiff::printing
