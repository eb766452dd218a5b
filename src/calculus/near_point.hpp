// What a function is near a value of one variable: branches of piecewise expressions that lie elsewhere are gone.
#pragma once

#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Asked for many values, it looks at the conditions for each, and makes little that is new.
class NearPoint {
public:
    NearPoint(Pool& pool, Expr f, Expr x);

    // f for all x near the number c, c itself too.
    Expr operator()(Expr c);

private:
    enum class Truth : std::uint8_t { no, yes, open };
    Truth truth(Expr condition, const Number& c);
    Truth junction(Expr condition, Truth absorbing);
    Truth known(Expr condition) const;
    Expr without_far_branches(Expr e) const;
    Expr image(Expr e) const;

    Pool& pool_;
    Expr f_, x_;
    std::vector<Expr> conditions_;  // ascending, as are those that follow
    std::vector<Truth> truths_;     // of the conditions
    std::vector<Expr> changing_;    // piecewise expressions, and what is made of them
    std::vector<Expr> images_;      // of the latter
};

}  // namespace pdiff
