#include "order.hpp"

#include <algorithm>
#include <cmath>

namespace pdiff::printing {
namespace {

Rank rank_of_base(const Pool& pool, Expr base) {
    switch (pool.op(base)) {
        case Op::number:
            return Rank::radical;
        case Op::pi:
        case Op::euler:
        case Op::infinity:
            return Rank::constant;
        case Op::symbol:
            return Rank::name;
        case Op::sum:
        case Op::product:
            return Rank::bracket;
        case Op::power:
            return Rank::symbolic_power;
        case Op::call:
            return Rank::call;
        case Op::apply:
            return Rank::unknown;
        default:
            return Rank::other;
    }
}

// Insertion sort where it is short, as it nearly always is.
template <class T, class Less>
void sort_short(std::span<T> s, Less less) {
    if (s.size() > 24) return std::stable_sort(s.begin(), s.end(), less);
    for (std::size_t i = 1; i < s.size(); ++i)
        for (std::size_t k = i; k > 0 && less(s[k], s[k - 1]); --k) std::swap(s[k], s[k - 1]);
}

constexpr std::int64_t whole_degree = 720720;  // a degree is counted in these, so 1/2 + 1/3 is exact
constexpr double largest_degree = 1e9;
constexpr std::int64_t small_degree = 1000000;  // times a unit it is exact
constexpr std::size_t short_sum = 8;            // longer brackets count as of degree 1

}  // namespace

Rank Order::rank(Expr base, Expr exponent) const {
    const Op op = pool_->op(base);
    const bool whole = exponent == one;
    if (op == Op::euler && !whole) return pool_->is_number(exponent) ? Rank::constant : Rank::exponential;
    if (whole) return rank_of_base(*pool_, base);
    if (!pool_->is_number(exponent)) return Rank::symbolic_power;
    const Number& n = pool_->number(exponent);
    const bool root = n.small_denominator() == 2 && (n.small_numerator() == 1 || n.small_numerator() == -1);
    return root && op != Op::number && op != Op::pi ? Rank::root : rank_of_base(*pool_, base);
}

void Order::sort_factors(std::span<Factor> factors) {
    if (factors.size() > 1)
        sort_short(factors, [this](const Factor& a, const Factor& b) { return compare_factors(a, b) < 0; });
}

int Order::compare_factors(const Factor& a, const Factor& b) {
    if (a.rank != b.rank) return a.rank < b.rank ? -1 : 1;
    if (a.rank == Rank::radical)  // equal roots side by side
        if (const int c = compare_exponents(a.exponent, b.exponent)) return c;
    if (const int c = compare_bases(a, b)) return c;
    return compare_exponents(a.exponent, b.exponent);
}

int Order::compare_bases(const Factor& a, const Factor& b) {
    if (a.base == b.base) return 0;
    if (a.rank == Rank::call) {
        if (const int c = compare_names(name(pool_->function(a.base)), name(pool_->function(b.base)))) return c;
    }
    return compare(a.base, b.base);
}

// The higher one first.
int Order::compare_exponents(Expr a, Expr b) {
    if (a == b) return 0;
    if (pool_->is_number(a) && pool_->is_number(b)) return sign_of(pool_->number(b) <=> pool_->number(a));
    return compare(a, b);
}

int Order::compare(Expr a, Expr b) {
    if (a == b) return 0;
    const Op x = pool_->op(a), y = pool_->op(b);
    if (x == Op::symbol && y == Op::symbol) return compare_names(pool_->name(a), pool_->name(b));
    if (x == Op::number && y == Op::number) return sign_of(pool_->number(a) <=> pool_->number(b));
    return structure_.compare(a, b);
}

void Order::sort_terms(std::span<Term> terms, std::span<const Factor> factors) {
    for (Term& t : terms) {
        t.degree = 0;
        t.constant = true;
        for (const Factor& f : factors.subspan(t.first, t.count)) {
            t.degree += degree(f);
            t.constant = t.constant && is_constant(f);
        }
    }
    sort_short(terms, [&](const Term& a, const Term& b) { return compare_terms(a, b, factors) < 0; });
}

int Order::compare_terms(const Term& a, const Term& b, std::span<const Factor> factors) {
    if (a.constant != b.constant) return b.constant ? -1 : 1;
    if (a.degree != b.degree) return a.degree > b.degree ? -1 : 1;
    auto x = factors.subspan(a.first, a.count), y = factors.subspan(b.first, b.count);
    const auto skip_radicals = [](std::span<const Factor>& s) {
        while (!s.empty() && s[0].rank < Rank::name) s = s.subspan(1);
    };
    skip_radicals(x), skip_radicals(y);
    for (std::size_t i = 0; i < x.size() && i < y.size(); ++i)
        if (const int c = compare_factors(x[i], y[i])) return c;
    if (x.size() != y.size()) return x.size() > y.size() ? -1 : 1;
    if (a.count != b.count) return a.count > b.count ? -1 : 1;
    for (std::size_t i = 0; i < a.count; ++i)
        if (const int c = compare_factors(factors[a.first + i], factors[b.first + i])) return c;
    return compare_exponents(a.coefficient, b.coefficient);
}

std::int64_t Order::degree(const Factor& f) const {
    if (f.rank == Rank::name || f.rank == Rank::root) {
        if (pool_->op(f.base) == Op::symbol) return degree(f.base, f.exponent);
        return 0;
    }
    if (f.rank == Rank::bracket) return degree(f.base, f.exponent);
    return 0;
}

std::int64_t Order::degree(Expr base, Expr exponent) const {
    const std::int64_t unit = pool_->op(base) == Op::sum ? bracket_degree(base) : whole_degree;
    if (exponent == one) return unit;
    if (!pool_->is_number(exponent)) return 0;
    const Number& number = pool_->number(exponent);
    const std::int64_t small = number.small_numerator();
    if (number.small_denominator() == 1 && small > -small_degree && small < small_degree) return small * unit;
    const double n = std::clamp(number.to_double(), -largest_degree, largest_degree);
    return std::llround(n * static_cast<double>(unit));
}

// The highest degree of a term, looking no deeper than its names.
std::int64_t Order::bracket_degree(Expr sum) const {
    const auto pairs = pool_->pairs(sum);
    if (pairs.size() > short_sum) return whole_degree;
    std::int64_t highest = 0;
    const auto of_name = [this](Expr base, Expr exponent) {
        return pool_->op(base) == Op::symbol ? degree(base, exponent) : 0;
    };
    for (const auto& [term, coefficient] : pairs) {
        std::int64_t total = 0;
        if (pool_->op(term) == Op::power)
            total = of_name(pool_->args(term)[0], pool_->args(term)[1]);
        else if (pool_->op(term) == Op::product)
            for (const auto& [base, exponent] : pool_->pairs(term)) total += of_name(base, exponent);
        else
            total = of_name(term, one);
        highest = std::max(highest, total);
    }
    return std::min<std::int64_t>(highest, 100 * whole_degree);
}

bool Order::is_constant(const Factor& f) const {
    if (f.rank < Rank::name) return true;
    if (f.rank != Rank::call) return false;
    return std::ranges::all_of(pool_->args(f.base), [this](Expr a) {
        const Op op = pool_->op(a);
        return op == Op::number || op == Op::pi || op == Op::euler;
    });
}

}  // namespace pdiff::printing
