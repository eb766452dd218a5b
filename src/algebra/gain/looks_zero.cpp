#include "algebra/gain/looks_zero.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "algebra/forms/bracket_content.hpp"
#include "algebra/gain/fraction_gain.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/sampler.hpp"

namespace pdiff {
namespace {

constexpr std::size_t fewest_operations = 18;  // what is smaller gets its normal form where that can change it
constexpr double scales[] = {1, 3, -2, 40};    // of the variables' values, a point each
constexpr double noise = 1e-9;                 // of the sum of the terms' sizes

double coordinate(double scale, std::size_t variable) {
    const double u = std::fmod(0.6180339887498949 * static_cast<double>(variable + 1) + 0.137 * scale, 1.0);
    return (0.05 + 0.9 * std::abs(u)) * scale;
}

// The sums of which one is zero if f is; no polynomial is.
SmallVector<Expr> sums_of(const Pool& pool, Survey& f) {
    SmallVector<Expr> result;
    const auto add = [&](Expr e) {
        const Traits t = f.traits(e);
        if (pool.op(e) == Op::sum && t != 0 && (t != trait::root || !is_polynomial_in_names(pool, e)))
            result.push_back(e);
    };
    add(f.expr());
    if (pool.op(f.expr()) == Op::product)
        for (const Pair& p : pool.pairs(f.expr())) add(p.first);
    return result;
}

// Of the sum over the sizes of its terms, which begin at `first`; not a number where one has no value.
double relative_value(const Pool& pool, Expr sum, const Sampler& terms, std::size_t first) {
    double total = pool.number(pool.lead(sum)).to_double(), size = std::abs(total);
    for (const Pair& t : pool.pairs(sum)) {
        const double value = pool.number(t.second).to_double() * terms[first++];
        total += value, size += std::abs(value);
    }
    return size == 0 ? 0 : std::abs(total) / size;
}

// Whether a root is a factor of one term alone, or of none of the terms that have values, of which the sum is not zero:
// then nothing cancels them. Of a sum that has no value at the point.
bool roots_stand_alone(const Pool& pool, Expr sum, const Sampler& terms, std::size_t first) {
    SmallVector<Expr> roots;
    double total = pool.number(pool.lead(sum)).to_double(), size = std::abs(total);
    for (const Pair& t : pool.pairs(sum)) {
        const double value = pool.number(t.second).to_double() * terms[first++];
        const SmallVector<Pair> factors = factors_of(pool, t.first);
        const std::size_t before = roots.size();
        for (const Pair& p : factors.all())
            if (pool.is_number(p.second) && !pool.number(p.second).is_integer()) roots.push_back(p.first);
        if (roots.size() == before) total += value, size += std::abs(value);
    }
    return std::abs(total) > noise * size ||
           std::ranges::any_of(roots.all(), [&](Expr root) { return std::ranges::count(roots.all(), root) == 1; });
}

}  // namespace

bool looks_zero(const Pool& pool, Survey& f) {
    const std::vector<Expr>& order = f.order;
    if (order.size() < fewest_operations) return false;
    const SmallVector<Expr> sums = sums_of(pool, f);
    if (sums.empty()) return false;
    SmallVector<Expr> terms, names;
    for (const Expr s : sums.all())
        for (const Pair& t : pool.pairs(s)) terms.push_back(t.first);
    for (const Expr e : order)
        if (pool.op(e) == Op::symbol) names.push_back(e);
    const bool functions = ((f.in_products() | f.in_sums()) & (trait::call | trait::other)) != 0;
    Sampler sampler(pool, order, terms, names);
    SmallVector<double> at;
    for (std::size_t i = 0; i < names.size(); ++i) at.push_back(0);
    enum class Seen : std::uint8_t { nothing, zero, other };
    SmallVector<Seen> seen;
    for (std::size_t i = 0; i < sums.size(); ++i) seen.push_back(Seen::nothing);
    for (const double scale : scales) {
        for (std::size_t i = 0; i < at.size(); ++i) at[i] = coordinate(scale, i);
        sampler.run(at);
        std::size_t first = 0;
        for (std::size_t s = 0; s < sums.size(); first += pool.pairs(sums[s]).size(), ++s) {
            const double value = relative_value(pool, sums[s], sampler, first);
            if (std::isnan(value) || seen[s] == Seen::other) continue;
            seen[s] = value > noise ? Seen::other : Seen::zero;
        }
        if (std::ranges::all_of(seen.all(), [](Seen s) { return s == Seen::other; })) return false;
    }
    std::size_t first = 0;
    for (std::size_t s = 0; s < sums.size(); first += pool.pairs(sums[s]).size(), ++s)
        if (seen[s] == Seen::zero ||
            (seen[s] == Seen::nothing && !functions && !roots_stand_alone(pool, sums[s], sampler, first)))
            return true;
    return false;
}

}  // namespace pdiff
