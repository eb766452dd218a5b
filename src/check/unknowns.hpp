// Unknown functions as variables: f(x^2) and f'(x^2) may have any values, so that verdicts need not know f.
#pragma once

#include <span>
#include <vector>

#include "pdiff/evaluate.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

class Unknowns {
public:
    // Those in `roots`, which hold no derivative still to be taken.
    Unknowns(Pool& pool, std::span<const Expr> roots);

    bool empty() const { return applied_.empty(); }
    Expr replaced(Expr f) const;
    // Where these hold, arguments of one function differ, so that any values of the variables are those of some
    // function.
    std::vector<Expr> conditions() const;

private:
    bool same(Expr a, Expr b) const;

    Pool& pool_;
    std::vector<Expr> applied_, symbols_;
};

}  // namespace pdiff
