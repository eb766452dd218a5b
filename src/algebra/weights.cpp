#include "algebra/weights.hpp"

#include <algorithm>
#include <cstdint>

namespace pdiff {
namespace {

constexpr std::uint32_t heaviest = 1'000'000;

}  // namespace

Weights::Weights(const Pool& pool, const std::vector<Expr>& order) : image_(order) {
    for (const Expr e : order) {
        std::uint32_t weight = pool.op(e) == Op::sum || pool.op(e) == Op::product ? 0 : 1;
        const auto args = pool.args(e);
        for (std::size_t i = 0; i < args.size(); ++i) {
            const bool is_unit = args[i] == one || args[i] == minus_one;
            const bool is_lead_of_sum = i == 0 && pool.op(e) == Op::sum;
            const bool neutral = is_lead_of_sum ? args[i] == zero : i % 2 == 0 && (is_unit || args[i] == zero);
            if (!neutral) weight = std::min(weight + index(image_[args[i]]), heaviest);
        }
        image_[e] = Expr{std::max(weight, 1u)};
    }
}

}  // namespace pdiff
