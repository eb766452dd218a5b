// Whether an answer is in the form that was asked for, as it stands.
#include <algorithm>

#include "pdiff/check_answer.hpp"

namespace pdiff {

namespace {

bool is_negative(const Pool& pool, Expr exponent) {
    return pool.is_number(exponent) && pool.number(exponent).sign() < 0;
}

// A sum with a fraction in one of its terms, or a product with such a factor.
bool has_inner_fraction(const Pool& pool, Expr f) {
    std::vector<std::pair<Expr, bool>> open{{f, false}};  // and whether it is part of a sum
    while (!open.empty()) {
        const auto [e, in_sum] = open.back();
        open.pop_back();
        if (pool.op(e) == Op::sum) {
            for (const Pair& p : pool.pairs(e)) open.emplace_back(p.first, true);
        } else if (pool.op(e) == Op::product) {
            for (const Pair& p : pool.pairs(e)) {
                if (in_sum && is_negative(pool, p.second)) return true;
                open.emplace_back(p.first, in_sum);
            }
        } else if (pool.op(e) == Op::power) {
            if (in_sum && is_negative(pool, pool.args(e)[1])) return true;
            open.emplace_back(pool.args(e)[0], in_sum);
        }
    }
    return false;
}

// Neither a product of sums nor a power of one is left to multiply out.
bool is_expanded(const Pool& pool, Expr f) {
    const auto is_sum = [&](Expr e) { return pool.op(e) == Op::sum; };
    const auto is_whole = [&](Expr e) {
        return pool.is_number(e) && pool.number(e).is_integer() && pool.number(e).sign() > 0;
    };
    for (const Expr e : reachable(pool, f)) {
        if (pool.op(e) == Op::power && is_sum(pool.args(e)[0]) && is_whole(pool.args(e)[1])) return false;
        if (pool.op(e) != Op::product) continue;
        for (const Pair& p : pool.pairs(e))
            if (is_sum(p.first) && is_whole(p.second)) return false;
    }
    return true;
}

// Sums among the factors of a product; the form itself where it is a sum.
std::size_t sum_factors(const Pool& pool, Expr f) {
    if (pool.op(f) == Op::sum) return 1;
    if (pool.op(f) == Op::power) return pool.op(pool.args(f)[0]) == Op::sum ? 1 : 0;
    if (pool.op(f) != Op::product) return 0;
    const auto pairs = pool.pairs(f);
    return static_cast<std::size_t>(
        std::ranges::count_if(pairs, [&](const Pair& p) { return pool.op(p.first) == Op::sum; }));
}

bool is_irreducible(Pool& pool, Expr factor) {
    if (pool.op(factor) != Op::sum) return true;
    const Expr factored = in_form(pool, factor, Form::factored);
    if (pool.op(factored) == Op::sum) return true;
    if (pool.op(factored) != Op::product) return false;
    return sum_factors(pool, factored) == 1 && pool.pairs(factored).size() == 1 &&
           pool.pairs(factored)[0].second == one;
}

bool is_factored(Pool& pool, Expr f) {
    if (pool.op(f) == Op::power) return is_irreducible(pool, pool.args(f)[0]);
    if (pool.op(f) != Op::product) return is_irreducible(pool, f);
    const std::vector<Pair> pairs(pool.pairs(f).begin(), pool.pairs(f).end());
    return std::ranges::all_of(pairs, [&](const Pair& p) { return is_irreducible(pool, p.first); });
}

}  // namespace

bool has_form(Pool& pool, Expr f, Form form) {
    switch (form) {
        case Form::expanded:
            return is_expanded(pool, f);
        case Form::factored:
            return is_factored(pool, f);
        case Form::together:
            return !has_inner_fraction(pool, f);
        case Form::automatic:
        case Form::raw:
            break;
    }
    return true;
}

}  // namespace pdiff
