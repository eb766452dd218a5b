// By how much conditions fail at a point, in doubles: what a search for a point where they hold goes down along.
#pragma once

#include <span>
#include <vector>

#include "pdiff/sampler.hpp"

namespace pdiff {

class Violation {
public:
    Violation(const Pool& pool, std::span<const Expr> conditions, std::span<const Expr> variables);

    // 0 where all conditions hold; what is not known in doubles is taken to hold.
    double at(std::span<const double> point);

private:
    struct Condition {
        Op op;
        std::size_t left = 0, right = 0;  // roots of the sampler, of a comparison
        std::vector<std::size_t> parts;   // positions in conditions_, of and, or, not
    };
    double of(const Condition& condition) const;

    std::vector<Condition> conditions_;  // parts first
    std::vector<std::size_t> roots_;
    std::vector<double> values_;
    std::vector<Expr> sides_;  // made by collect(), which fills the members above
    Sampler sampler_;

    static std::vector<Expr> collect(const Pool& pool, std::span<const Expr> conditions, Violation& to);
};

}  // namespace pdiff
