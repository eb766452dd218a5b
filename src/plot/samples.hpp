// A function and its partials at doubles: in double precision where that suffices, else rounded from proved digits.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pdiff/expr.hpp"
#include "pdiff/sampler.hpp"

namespace pdiff {

class Samples {
public:
    // `typed` says where the function has a value at all: its partials have none elsewhere.
    Samples(Pool& pool, Expr typed, std::vector<Expr> partials, std::vector<Expr> variables);

    // The function, then the partials; not a number where there is no value. Good until the next call.
    std::span<const double> at(std::span<const double> point);
    double function(std::span<const double> point);
    // Of the function or one partial, counted from 1.
    double one(std::size_t root, std::span<const double> point);
    // Whether values cost next to nothing.
    bool is_fast() const { return sampler_.complete(); }

private:
    double proved(Expr root, std::span<const double> point) const;

    Pool& pool_;
    std::vector<Expr> roots_, variables_;
    Sampler sampler_;
    std::vector<double> values_;
};

// A constant, rounded; not a number where it has no value.
double rounded(Pool& pool, Expr constant);

}  // namespace pdiff
