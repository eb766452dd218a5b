#include "check/point_values.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pdiff {
namespace {

constexpr std::size_t blocks = 60;  // of points that are tried

// Sizes and signs in turn, and nothing that homework has as a number.
double coordinate(std::size_t symbol, std::size_t point) {
    constexpr double sizes[] = {1, 0.4, 2.5, 0.9, 7, 0.1, 30};
    const double part = std::fmod(0.6180339887498949 * double(point + 1) + 0.7548776662466927 * double(symbol + 1) +
                                      0.13 * double(symbol * point),
                                  1);
    const std::size_t round = point / lane_count;
    const bool negative = round % 3 != 0 && ((round + symbol) * 5 + point) % 3 == 0;
    const double value = sizes[(round / 2 + symbol * round / 3) % std::size(sizes)] * (0.35 + part);
    return negative ? -value : value;
}

// Whether a wrong derivative may be right for one sign of the variables: then the first points have both.
bool depends_on_signs(const Pool& pool, std::span<const Expr> roots) {
    using enum Function;
    constexpr Function functions[] = {abs, sign, max, min, relu, heaviside, clamp};
    const std::vector<Expr> parts = reachable(pool, roots);
    return std::ranges::any_of(parts, [&](Expr e) {
        const bool call = pool.op(e) == Op::call;
        return pool.op(e) == Op::piecewise ||
               (call && std::ranges::find(functions, pool.function(e)) != std::end(functions));
    });
}

// The value moved to where the symbol is assumed to be.
double fitted(double value, const Range& range) {
    const auto bound = [](const Range::Bound& b) { return b.of_pi ? b.value * std::numbers::pi : b.value; };
    const double low = bound(range.low), high = bound(range.high);
    const double size = std::abs(value);
    if (std::isfinite(low) && std::isfinite(high)) {
        value = low + (high - low) * (0.03 + 0.94 * std::fmod(size, 1));
    } else if (std::isfinite(low)) {
        value = low + size;
    } else if (std::isfinite(high)) {
        value = high - size;
    }
    if (range.integer) value = std::isfinite(high) ? std::floor(value) : std::ceil(value);
    return value == 0 && range.nonzero ? 1 : value;
}

}  // namespace

void PointValues::set(Expr symbol, const Lanes& values) {
    if (values_.size() <= index(symbol)) values_.resize(index(symbol) + 1), known_.resize(index(symbol) + 1);
    values_[index(symbol)] = values;
    known_[index(symbol)] = true;
}

Lanes PointValues::operator()(Expr e) {
    if (values_.size() < pool_->size()) values_.resize(pool_->size()), known_.resize(pool_->size());
    if (known_[index(e)]) return values_[index(e)];
    for (const Expr part : reachable(*pool_, e)) {
        if (known_[index(part)]) continue;
        args_.clear();
        for (const Expr a : pool_->args(part)) args_.push_back(values_[index(a)]);
        values_[index(part)] = operation_value(*pool_, part, args_);
        known_[index(part)] = true;
    }
    return values_[index(e)];
}

// How many times larger than its value what cancels in an operation is, of those of its operands.
Lanes PointValues::loss(Expr e, const std::vector<Lanes>& losses, const std::vector<Expr>& order) {
    const auto of = [&](Expr a) { return losses[std::size_t(std::ranges::lower_bound(order, a) - order.begin())]; };
    const Lanes value = magnitude((*this)(e));
    const auto relative = [&](const Lanes& size) {
        Lanes result;
        for (std::size_t k = 0; k < lane_count; ++k)
            result.at[k] = value.at[k] > 0 ? std::max(1.0, size.at[k] / value.at[k]) : 1;
        return result;
    };
    const auto args = pool_->args(e);
    Lanes total = Lanes::all(1);
    switch (pool_->op(e)) {
        case Op::sum:
            total = magnitude((*this)(args[0]));
            for (const Pair& p : pool_->pairs(e))
                total = total + magnitude((*this)(p.first) * (*this)(p.second)) * of(p.first);
            return relative(total);
        case Op::product:
            for (const Pair& p : pool_->pairs(e)) total = total + of(p.first) * magnitude((*this)(p.second));
            return total;
        case Op::power:
            return larger(total, of(args[0]) * magnitude((*this)(args[1]))) + of(args[1]) * magnitude((*this)(args[1]));
        case Op::call:  // as if its derivative were 1
            for (const Expr a : args) total = larger(total, relative(of(a) * magnitude((*this)(a))));
            return total;
        default:
            return total;
    }
}

Lanes PointValues::size(Expr e) {
    const std::vector<Expr> order = reachable(*pool_, e);
    std::vector<Lanes> losses;
    for (const Expr part : order) losses.push_back(loss(part, losses, order));
    return losses.back() * magnitude((*this)(e));
}

std::optional<PointValues> PointValues::find(const Pool& pool, std::span<const Expr> symbols,
                                             std::span<const Expr> roots) {
    std::vector<std::vector<double>> good;                            // points
    const std::size_t first = depends_on_signs(pool, roots) ? 1 : 0;  // in block 0 all is positive
    for (std::size_t block = first; block < first + blocks && good.size() < lane_count; ++block) {
        PointValues trial(pool);
        for (std::size_t s = 0; s < symbols.size(); ++s) {
            Lanes values;
            const Range* range = pool.assumptions().find(pool.name(symbols[s]));
            for (std::size_t k = 0; k < lane_count; ++k) {
                values.at[k] = coordinate(s, block * lane_count + k);
                if (range != nullptr) values.at[k] = fitted(values.at[k], *range);
            }
            trial.set(symbols[s], values);
        }
        for (std::size_t k = 0; k < lane_count && good.size() < lane_count; ++k) {
            const auto usable = [&](Expr root) {
                const double value = trial(root).at[k];
                return std::isfinite(value) && std::abs(value) < 1e100;
            };
            if (!std::ranges::all_of(roots, usable)) continue;
            std::vector<double>& point = good.emplace_back();
            for (const Expr s : symbols) point.push_back(trial(s).at[k]);
        }
    }
    if (good.size() < lane_count) return std::nullopt;
    PointValues found(pool);
    for (std::size_t s = 0; s < symbols.size(); ++s) {
        Lanes values;
        for (std::size_t k = 0; k < lane_count; ++k) values.at[k] = good[k][s];
        found.set(symbols[s], values);
    }
    return found;
}

}  // namespace pdiff
