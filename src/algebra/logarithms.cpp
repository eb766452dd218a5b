#include "algebra/logarithms.hpp"

#include <map>
#include <numeric>
#include <vector>

#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

constexpr std::int64_t most_power = 24;

bool is_logarithm(const Pool& pool, Expr e) { return pool.op(e) == Op::call && pool.function(e) == Function::log; }

// A term as w*log(a), if it is that.
struct Logarithm {
    Expr cofactor, argument;
};

std::optional<Logarithm> as_logarithm(Pool& pool, Expr term) {
    if (is_logarithm(pool, term)) return Logarithm{one, pool.args(term)[0]};
    if (pool.op(term) != Op::product) return std::nullopt;
    for (const Pair& p : pool.pairs(term))
        if (p.second == one && is_logarithm(pool, p.first))
            return Logarithm{divide(pool, term, p.first), pool.args(p.first)[0]};
    return std::nullopt;
}

// Π a^(2*n*c) - 1 with the least n that makes the exponents whole.
std::optional<Expr> product_minus_one(Pool& pool, const std::vector<Pair>& group) {
    std::int64_t scale = 1;
    for (const Pair& p : group) {
        const auto q = pool.number(p.second).denominator().to_int();
        if (!q || *q > most_power) return std::nullopt;
        scale = std::lcm(scale, *q);
        if (scale > most_power) return std::nullopt;
    }
    std::vector<Pair> powers;
    for (const Pair& p : group) {
        const auto exponent = (pool.number(p.second) * Number(2 * scale)).to_int();
        if (!exponent || *exponent > most_power || *exponent < -most_power) return std::nullopt;
        powers.push_back({p.first, pool.number(Number(*exponent))});
    }
    return subtract(pool, product_of_powers(pool, one, powers), one);
}

}  // namespace

std::optional<Expr> without_logarithms(Pool& pool, Expr f, std::vector<Expr>& zeros) {
    const Expr form = in_form(pool, f, Form::expanded);
    if (pool.op(form) != Op::sum) return std::nullopt;
    const std::vector<Pair> terms(pool.pairs(form).begin(), pool.pairs(form).end());
    std::map<Expr, std::vector<Pair>> groups;  // by cofactor: arguments and coefficients
    std::vector<Pair> rest = {{one, pool.lead(form)}};
    for (const Pair& t : terms) {
        if (const auto logarithm = as_logarithm(pool, t.first))
            groups[logarithm->cofactor].push_back({logarithm->argument, t.second});
        else
            rest.push_back(t);
    }
    if (groups.empty()) return std::nullopt;
    for (const auto& [cofactor, group] : groups) {
        const auto zero = product_minus_one(pool, group);
        if (!zero) return std::nullopt;
        zeros.push_back(*zero);
    }
    return sum_of_multiples(pool, rest);
}

}  // namespace pdiff
