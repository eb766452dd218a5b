#include "pdiff/sampler.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "numeric/doubles/functions.hpp"

namespace pdiff {
namespace {

constexpr std::uint32_t nowhere = UINT32_MAX;
constexpr std::size_t dense = 16;  // ids for each that is reachable

double raise(double base, double exponent) {
    if (exponent == 1) return base;
    if (exponent == 2) return base * base;
    if (exponent == -1) return 1 / base;
    if (exponent == 0.5) return std::sqrt(base);
    if (exponent == -0.5) return 1 / std::sqrt(base);
    if (std::isnan(base)) return base;  // std::pow(NaN, 0) is 1
    return std::pow(base, exponent);
}

double truth(bool holds) { return holds ? 1 : 0; }

bool has_double(const Pool& pool, Expr e) {
    switch (pool.op(e)) {
        case Op::call:
            return double_function(pool.function(e)) != nullptr;
        case Op::function_name:
        case Op::derived_name:
        case Op::apply:
        case Op::diff:
        case Op::vector:
            return false;
        default:
            return true;
    }
}

}  // namespace

Sampler::Sampler(const Pool& pool, std::span<const Expr> roots, std::span<const Expr> variables)
    : Sampler(pool, reachable(pool, roots), roots, variables) {}

Sampler::Sampler(const Pool& pool, const std::vector<Expr>& order, std::span<const Expr> roots,
                 std::span<const Expr> variables) {
    const auto searched = [&](Expr e) {
        const auto found = std::ranges::lower_bound(order, e);
        return found != order.end() && *found == e ? static_cast<std::uint32_t>(found - order.begin()) : nowhere;
    };
    // Of operands, which are all in `order`: by index where the ids are few, else searched for.
    const std::size_t last = order.empty() ? 0 : index(order.back());
    const bool is_dense = last <= dense * order.size();
    const auto positions = std::make_unique_for_overwrite<std::uint32_t[]>(is_dense ? last + 1 : 0);
    if (is_dense)
        for (std::uint32_t i = 0; i < order.size(); ++i) positions[index(order[i])] = i;
    const auto position = [&](Expr e) { return is_dense ? positions[index(e)] : searched(e); };
    steps_.reserve(order.size());
    operands_.reserve(4 * order.size());
    roots_.reserve(roots.size()), symbols_.reserve(variables.size());
    values_.assign(order.size(), doubles::not_a_number);
    std::size_t most = 0;
    for (const Expr e : order) {
        const Op op = pool.op(e);
        const bool call = op == Op::call;
        const std::span<const Expr> args = pool.args(e);
        steps_.push_back({op, call ? pool.function(e) : Function{}, static_cast<std::uint32_t>(operands_.size()),
                          static_cast<std::uint32_t>(args.size())});
        for (const Expr a : args) operands_.push_back(position(a));
        if (call) most = std::max(most, args.size());
        if (op == Op::number) values_[steps_.size() - 1] = pool.number(e).to_double();
        if (op == Op::truth) values_[steps_.size() - 1] = truth(e == truth_true);
        complete_ = complete_ && has_double(pool, e);
    }
    arguments_.resize(most);
    for (const Expr root : roots) roots_.push_back(searched(root));
    for (const Expr v : variables) symbols_.push_back(searched(v));
}

void Sampler::run(std::span<const double> values) {
    for (std::size_t i = 0; i < symbols_.size(); ++i)
        if (symbols_[i] != nowhere) values_[symbols_[i]] = values[i];
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        const Step& step = steps_[i];
        if (step.op == Op::number || step.op == Op::symbol || step.op == Op::truth) continue;
        const double result = value(step);
        values_[i] = std::isinf(result) && step.op != Op::infinity ? doubles::not_a_number : result;
    }
}

double Sampler::value(const Step& s) const {
    switch (s.op) {
        case Op::pi:
            return std::numbers::pi;
        case Op::euler:
            return std::numbers::e;
        case Op::infinity:
            return std::numeric_limits<double>::infinity();
        case Op::sum: {
            double total = arg(s, 0);
            for (std::uint32_t i = 1; i + 1 < s.count; i += 2) total += arg(s, i) * arg(s, i + 1);
            return total;
        }
        case Op::product: {
            double total = arg(s, 0);
            for (std::uint32_t i = 1; i + 1 < s.count; i += 2) total *= raise(arg(s, i), arg(s, i + 1));
            return total;
        }
        case Op::power:
            return raise(arg(s, 0), arg(s, 1));
        case Op::call:
            return called(s);
        case Op::piecewise:
            for (std::uint32_t i = 0; i + 1 < s.count; i += 2)
                if (const double holds = arg(s, i); holds != 0) return std::isnan(holds) ? holds : arg(s, i + 1);
            return s.count % 2 == 1 ? arg(s, s.count - 1) : doubles::not_a_number;
        case Op::logic_and:
            return joined(s, 0);
        case Op::logic_or:
            return joined(s, 1);
        default:
            return compared(s);
    }
}

double Sampler::called(const Step& s) const {
    const DoubleFunction f = double_function(s.function);
    if (!f) return doubles::not_a_number;
    for (std::uint32_t i = 0; i < s.count; ++i) {
        arguments_[i] = arg(s, i);
        if (std::isnan(arguments_[i])) return arguments_[i];
    }
    return f(arguments_.data(), s.count);
}

// One operand that is `decisive` decides, whatever the others are.
double Sampler::joined(const Step& s, double decisive) const {
    double result = 1 - decisive;
    for (std::uint32_t i = 0; i < s.count; ++i) {
        if (arg(s, i) == decisive) return decisive;
        if (std::isnan(arg(s, i))) result = doubles::not_a_number;
    }
    return result;
}

double Sampler::compared(const Step& s) const {
    const double a = s.count > 0 ? arg(s, 0) : doubles::not_a_number, b = s.count > 1 ? arg(s, 1) : 0;
    if (std::isnan(a) || std::isnan(b)) return doubles::not_a_number;
    switch (s.op) {
        case Op::less:
            return truth(a < b);
        case Op::less_equal:
            return truth(a <= b);
        case Op::equal:
            return truth(a == b);
        case Op::not_equal:
            return truth(a != b);
        case Op::is_integer:
            return truth(a == std::floor(a));
        case Op::logic_not:
            return truth(a == 0);
        default:
            return doubles::not_a_number;
    }
}

}  // namespace pdiff
