#include "check/witness.hpp"

#include <algorithm>
#include <cmath>

namespace pdiff {
namespace {

constexpr std::size_t few_bits = 192;
constexpr std::size_t many_bits = 1024;

std::vector<Expr> joined(Expr f, Expr g, const std::vector<Expr>& rest) {
    std::vector<Expr> all = {f, g};
    all.insert(all.end(), rest.begin(), rest.end());
    return all;
}

}  // namespace

Witnesses::Witnesses(Pool& pool, Expr f, Expr g, std::vector<Expr> within, std::vector<Expr> conditions)
    : pool_(pool),
      f_(f),
      g_(g),
      within_(std::move(within)),
      conditions_(std::move(conditions)),
      search_(pool, joined(f, g, within_), conditions_) {}

std::optional<Witness> Witnesses::look(std::size_t most) {
    for (std::size_t i = 0; i < most; ++i) {
        auto point = search_.next();
        if (!point) return std::nullopt;
        if (look_different())
            if (auto witness = compare_at(*point, few_bits)) return witness;
        aside_.push_back(std::move(*point));
    }
    return std::nullopt;
}

std::optional<Witness> Witnesses::look_closely(std::size_t most) {
    for (std::size_t i = 0; i < most; ++i) {
        if (i == aside_.size()) {
            auto point = search_.next();
            if (!point) return std::nullopt;
            aside_.push_back(std::move(*point));
        }
        const RationalPoint point = aside_[i];
        if (auto witness = compare_at(point, few_bits)) return witness;
    }
    return std::nullopt;
}

Evidence Witnesses::gather(std::size_t most, std::size_t bits, std::optional<Witness>& witness) {
    Evidence evidence;
    std::size_t least = SIZE_MAX;
    for (std::size_t i = 0; i < 4 * most && evidence.points < most; ++i) {
        if (i == aside_.size()) {
            auto point = search_.next();
            if (!point) break;
            aside_.push_back(std::move(*point));
        }
        const RationalPoint point = aside_[i];
        if ((witness = compare_at(point, bits))) return {};
        if (agreed_bits_ == 0) continue;
        least = std::min(least, agreed_bits_);
        ++evidence.points;
    }
    if (evidence.points > 0) evidence.digits = static_cast<std::size_t>(static_cast<double>(least) * std::log10(2.0));
    return evidence;
}

// Rounding makes values look different that are not; enclosures have the last word.
bool Witnesses::look_different() const {
    constexpr double noise = 1e-7;
    const double a = search_.value(0), b = search_.value(1);
    if (std::isnan(a) || std::isnan(b)) return false;
    return std::abs(a - b) > noise * std::max(std::abs(a), std::abs(b));
}

std::optional<Witness> Witnesses::compare_at(const RationalPoint& rational, std::size_t bits) {
    std::vector<Binding> point = search_.bindings(rational);
    const Comparison c = compare(pool_, f_, g_, point, {bits});
    agreed_bits_ = 0;
    switch (c.relation) {
        case Relation::different:
        case Relation::overlap:
            if (!is_inside(point)) return std::nullopt;
            met_domain_ = true;
            if (c.relation == Relation::different) return Witness{std::move(point), c.left, c.right};
            agreed_bits_ = c.agreed_bits;
            return std::nullopt;
        case Relation::left_undefined:
            if (only_right.empty() && is_inside(point)) only_right = std::move(point);
            return std::nullopt;
        case Relation::right_undefined:
            if (only_left.empty() && is_inside(point)) only_left = std::move(point);
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

bool Witnesses::is_inside(const std::vector<Binding>& point) {
    const auto is_defined = [&](Expr e) {
        return e == f_ || e == g_ || evaluate(pool_, e, point, 1, {many_bits}).definedness == Definedness::defined;
    };
    const auto holds = [&](Expr condition) { return holds_at(pool_, condition, point, {many_bits}).value_or(false); };
    return std::ranges::all_of(within_, is_defined) && std::ranges::all_of(conditions_, holds);
}

}  // namespace pdiff
