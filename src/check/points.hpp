// Rational points at which expressions have real values, searched for: signs and sizes are tried, then solved for.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "check/violation.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/expr.hpp"
#include "pdiff/sampler.hpp"

namespace pdiff {

struct Fraction {
    std::int64_t numerator = 0, denominator = 1;
    double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
};
using RationalPoint = std::vector<Fraction>;

std::vector<Binding> bindings(Pool& pool, std::span<const Expr> variables, const RationalPoint& point);

// Where expressions often have no value.
std::vector<RationalPoint> special_points(std::size_t variables);

// The same points for the same expressions, on every machine.
class PointSearch {
public:
    // Where all of `defined` have values and all of `conditions` hold, as far as doubles tell.
    PointSearch(Pool& pool, std::vector<Expr> defined, std::vector<Expr> conditions);

    // The next point, other than those before; nothing when the search has come to its end.
    std::optional<RationalPoint> next();
    // Of defined[i] at the point that next() gave last; not a number where doubles do not tell.
    double value(std::size_t i) const { return sampler_[i]; }
    bool knows_values() const { return sampler_.complete(); }

    const std::vector<Expr>& variables() const { return variables_; }
    std::vector<Binding> bindings(const RationalPoint& point) const {
        return pdiff::bindings(pool_, variables_, point);
    }

private:
    bool fits(const RationalPoint& point);
    double violation(const RationalPoint& point);
    RationalPoint simple(std::size_t i) const;
    RationalPoint drawn(std::size_t i);
    RationalPoint near(const RationalPoint& point);
    std::optional<RationalPoint> solved();
    Fraction changed(Fraction x, const RationalPoint& point);
    std::uint64_t random();
    std::int64_t between(std::int64_t low, std::int64_t high);
    void prepare_conditions();
    void set_doubles(const RationalPoint& point);

    Pool& pool_;
    std::vector<Expr> defined_, conditions_, variables_;
    Sampler sampler_;
    std::optional<Violation> violation_;
    std::vector<RationalPoint> found_;
    std::vector<double> doubles_;
    std::size_t tried_ = 0;
    std::size_t solved_ = 0;
    std::uint64_t state_ = 0x9E3779B97F4A7C15u;
};

}  // namespace pdiff
