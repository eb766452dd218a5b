// Expressions as they are in one cell: where the factors of their roots, logarithms, absolute values and conditions
// have given signs.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "check/signed_factors.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

class Cell {
public:
    enum class Outcome : std::uint8_t {
        reached,  // the expressions are as they are in the cell
        empty,    // one of them has no value anywhere in it
        open,     // a sign is missing
        lost,     // it cannot be told
    };

    // `order` as `reachable` gives it; factoring, signs and order must live as long.
    Cell(Pool& pool, Factoring& factoring, const Signs& signs, const std::vector<Expr>& order)
        : pool_(pool), factoring_(factoring), signs_(signs), order_(order), image_(order) {}

    Outcome run();
    // After `reached`: of an expression of the order.
    Expr operator[](Expr e) { return image_[e]; }
    Expr missing() const { return *missing_; }  // after `open`
    // Where these factors are 0 something jumps, or is defined whatever the signs around it.
    const std::vector<Expr>& boundaries() const { return boundaries_; }

private:
    void pass();
    Expr in_cell(Expr e);
    std::optional<SignedFactors> split(Expr u);
    Expr raised(Expr base, Expr exponent);
    Expr exponential(Expr exponent);
    Expr called(Expr e);
    Expr logarithm(const SignedFactors& u);
    Expr extreme(Expr e);
    Expr decided(Expr e);
    Expr chosen(Expr e);
    void add_isolated(const SignedFactors& u);
    std::optional<Expr> factor_of(Expr positive);
    bool is_log(Expr e) const { return pool_.op(e) == Op::call && pool_.function(e) == Function::log; }
    std::vector<Pair> factors_of(Expr e) const;
    Function function_of(Expr e) const { return pool_.op(e) == Op::call ? pool_.function(e) : Function{}; }

    Pool& pool_;
    Factoring& factoring_;
    const Signs& signs_;
    const std::vector<Expr>& order_;
    Image image_;
    Outcome outcome_ = Outcome::reached;
    std::optional<Expr> missing_;
    std::vector<Expr> boundaries_;
};

// Whether a piecewise expression occurs: then an operand without a value need not leave none to the whole.
bool has_pieces(const Pool& pool, std::span<const Expr> roots);

}  // namespace pdiff
