#include "algebra/gain/weights.hpp"

#include <algorithm>
#include <cstdint>

namespace pdiff {
namespace {

constexpr std::uint32_t heaviest = 1'000'000;

// 0, 1 and -1 as coefficients and exponents.
bool is_left_out(Expr number) { return index(number) <= index(minus_one); }

}  // namespace

std::uint32_t Weights::weigh(const Pool& pool, Expr e) {
    std::uint32_t weight = 0;
    const auto add = [&](Expr a) { weight = std::min(weight + index(image_[a]), heaviest); };
    const Op op = pool.op(e);
    if (op == Op::sum || op == Op::product) {
        const Expr lead = pool.lead(e);
        if (!is_left_out(lead) || (op == Op::sum && lead != zero)) add(lead);
        for (const auto& [first, second] : pool.pairs(e)) {
            add(first);
            if (!is_left_out(second)) add(second);
        }
    } else {
        weight = 1;
        for (std::size_t i = 0; i < pool.args(e).size(); ++i) {
            const Expr a = pool.args(e)[i];
            if (i % 2 == 1 || !is_left_out(a)) add(a);
        }
    }
    return weight;
}

Weights::Weights(const Pool& pool, const std::vector<Expr>& order) : image_(order) {
    for (const Expr e : order) image_[e] = Expr{std::max(weigh(pool, e), 1u)};
}

}  // namespace pdiff
