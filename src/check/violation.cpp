#include "check/violation.hpp"

#include <algorithm>
#include <cmath>

namespace pdiff {
namespace {

// How far a is above b, relative to their size.
double excess(double a, double b) { return (a - b) / (1 + std::abs(a) + std::abs(b)); }

}  // namespace

std::vector<Expr> Violation::collect(const Pool& pool, std::span<const Expr> roots, Violation& to) {
    std::vector<Expr> sides;
    const std::vector<Expr> order = reachable(pool, roots);
    std::vector<Expr> kept;
    const auto position = [&](Expr e) {
        return static_cast<std::size_t>(std::ranges::lower_bound(kept, e) - kept.begin());
    };
    for (const Expr e : order) {
        if (!is_condition(pool.op(e))) continue;
        Condition c{pool.op(e), 0, 0, {}};
        for (const Expr a : pool.args(e)) {
            if (is_condition(pool.op(a))) {
                c.parts.push_back(position(a));
            } else {
                c.left = c.right, c.right = sides.size();  // the last is right, the one before it left
                sides.push_back(a);
            }
        }
        if (pool.op(e) == Op::truth) c.left = e == truth_true;
        kept.push_back(e);
        to.conditions_.push_back(std::move(c));
    }
    for (const Expr root : roots) to.roots_.push_back(position(root));
    to.values_.resize(kept.size());
    return sides;
}

Violation::Violation(const Pool& pool, std::span<const Expr> conditions, std::span<const Expr> variables)
    : sides_(collect(pool, conditions, *this)), sampler_(pool, sides_, variables) {}

double Violation::at(std::span<const double> point) {
    sampler_.run(point);
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
        const double v = of(conditions_[i]);
        values_[i] = !std::isnan(v) ? v : sampler_.complete() ? 1 : 0;
    }
    double total = 0;
    for (const std::size_t root : roots_) total += values_[root];
    return total;
}

double Violation::of(const Condition& c) const {
    constexpr double touching = 1e-3;  // where a strict comparison fails by nothing
    switch (c.op) {
        case Op::truth:
            return c.left == 1 ? 0 : 1;
        case Op::logic_and: {
            double total = 0;
            for (const std::size_t part : c.parts) total += values_[part];
            return total;
        }
        case Op::logic_or: {
            double least = 1;
            for (const std::size_t part : c.parts) least = std::min(least, values_[part]);
            return least;
        }
        case Op::logic_not:
            return values_[c.parts[0]] > 0 ? 0 : touching;
        case Op::is_integer:
            return std::abs(sampler_[c.right] - std::round(sampler_[c.right]));
        default:
            break;
    }
    const double above = excess(sampler_[c.left], sampler_[c.right]);
    switch (c.op) {
        case Op::less:
            return above < 0 ? 0 : above + touching;
        case Op::less_equal:
            return above <= 0 ? 0 : above;
        case Op::equal:
            return std::abs(above);
        default:
            return above == 0 ? touching : above * 0;
    }
}

}  // namespace pdiff
