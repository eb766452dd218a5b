// Values in double precision at many points: fast and without proof, for pictures, searches and fingerprints.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// The pool must live, and not be reset, as long as the sampler.
class Sampler {
public:
    Sampler(const Pool& pool, std::span<const Expr> roots, std::span<const Expr> variables);
    // `order`: what reachable() gives of the roots, or more.
    Sampler(const Pool& pool, const std::vector<Expr>& order, std::span<const Expr> roots,
            std::span<const Expr> variables);

    // Whether every operation of the roots has a value in doubles; one that has not, an unknown function among them, is
    // not a number everywhere.
    bool complete() const { return complete_; }

    // All roots at the point; values[i] is that of variables[i]. One pass, no allocation.
    void run(std::span<const double> values);
    // Of root i: not a number where it has no real value, and where it is infinite. Of a condition 1 or 0.
    double operator[](std::size_t i) const { return values_[roots_[i]]; }

private:
    struct Step {
        Op op;
        Function function;
        std::uint32_t first, count;  // operands: positions of earlier steps, in operands_
    };
    double value(const Step& step) const;
    double called(const Step& step) const;
    double joined(const Step& step, double decisive) const;
    double compared(const Step& step) const;
    double arg(const Step& step, std::size_t i) const { return values_[operands_[step.first + i]]; }

    std::vector<Step> steps_;
    std::vector<std::uint32_t> operands_;
    std::vector<std::uint32_t> roots_;
    std::vector<std::uint32_t> symbols_;  // positions of the variables; none: it does not occur
    std::vector<double> values_;
    mutable std::vector<double> arguments_;
    bool complete_ = true;
};

}  // namespace pdiff
