#include "check/lanes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "check/double_functions.hpp"

namespace pdiff {
namespace {

constexpr double tolerance = 1e-9;  // of the values
constexpr double rounding = 1e-13;  // of what cancelled

template <class Combine>
Lanes each(Combine combine) {
    Lanes result;
    for (std::size_t k = 0; k < lane_count; ++k) result.at[k] = combine(k);
    return result;
}

Lanes sum_value(std::span<const Lanes> args) {
    Lanes total = args[0];
    for (std::size_t i = 1; i + 1 < args.size(); i += 2) total = total + args[i] * args[i + 1];
    return total;
}

double power_value(double base, double exponent) {
    if (exponent == 1) return base;
    if (exponent == -1) return 1 / base;
    return exponent == 2 ? base * base : std::pow(base, exponent);
}

Lanes product_value(std::span<const Lanes> args) {
    Lanes total = args[0];
    for (std::size_t i = 1; i + 1 < args.size(); i += 2)
        total = total * each([&](std::size_t k) { return power_value(args[i].at[k], args[i + 1].at[k]); });
    return total;
}

double piecewise_value(std::span<const Lanes> args, std::size_t k) {
    for (std::size_t i = 0; i + 1 < args.size(); i += 2)
        if (args[i].at[k] != 0) return args[i + 1].at[k];
    return args.size() % 2 == 1 ? args.back().at[k] : std::numeric_limits<double>::quiet_NaN();
}

// Conditions are 1 and 0.
double comparison_value(Op op, double a, double b) {
    switch (op) {
        case Op::less:
            return a < b;
        case Op::less_equal:
            return a <= b;
        case Op::equal:
            return a == b;
        default:
            return a != b;
    }
}

double logic_value(Op op, std::span<const Lanes> args, std::size_t k) {
    const auto holds = [k](const Lanes& a) { return a.at[k] != 0; };
    switch (op) {
        case Op::logic_and:
            return std::ranges::all_of(args, holds);
        case Op::logic_or:
            return std::ranges::any_of(args, holds);
        case Op::logic_not:
            return !holds(args[0]);
        default:
            return args[0].at[k] == std::floor(args[0].at[k]);
    }
}

}  // namespace

bool finite(const Lanes& a) {
    return std::ranges::all_of(a.at, [](double v) { return std::isfinite(v); });
}

bool alike(const Lanes& a, const Lanes& b, const Lanes& size) {
    for (std::size_t k = 0; k < lane_count; ++k) {
        const double scale = std::max(std::abs(a.at[k]), std::abs(b.at[k]));
        if (!(std::abs(a.at[k] - b.at[k]) <= tolerance * scale + rounding * std::abs(size.at[k]))) return false;
    }
    return true;
}

Lanes magnitude(const Lanes& a) {
    return each([&](std::size_t k) { return std::abs(a.at[k]); });
}

Lanes larger(const Lanes& a, const Lanes& b) {
    return each([&](std::size_t k) { return std::max(a.at[k], b.at[k]); });
}

bool alike(const Lanes& a, const Lanes& b) { return alike(a, b, Lanes{}); }

Lanes call_value(Function function, std::span<const Lanes> args) {
    return each([&](std::size_t k) {
        std::array<double, 8> values{};
        const std::size_t count = std::min(args.size(), values.size());
        for (std::size_t i = 0; i < count; ++i) values[i] = args[i].at[k];
        return double_value(function, {values.data(), count});
    });
}

Lanes unknown_value(const Pool& pool, Expr head, std::span<const Lanes> args, std::size_t further) {
    double seed = 0.5;
    for (const char c : pool.name(pool.op(head) == Op::derived_name ? pool.args(head)[0] : head))
        seed = std::fmod(seed * 31 + c, 1000) + 0.1;
    const auto derive = [&seed](double position) { seed = std::fmod(seed * 7.3 + 1.7 * position, 1000); };
    if (pool.op(head) == Op::derived_name)
        for (const Expr position : pool.args(head).subspan(1)) derive(pool.number(position).to_double());
    if (further > 0) derive(double(further));
    return each([&](std::size_t k) {
        double phase = seed;
        for (std::size_t i = 0; i < args.size(); ++i)
            phase += args[i].at[k] * (1 + std::fmod(seed * (double(i) + 1.3), 1));
        return 2 + std::sin(phase);
    });
}

Lanes operation_value(const Pool& pool, Expr e, std::span<const Lanes> args) {
    const Op op = pool.op(e);
    switch (op) {
        case Op::number:
            return Lanes::all(pool.number(e).to_double());
        case Op::pi:
            return Lanes::all(std::numbers::pi);
        case Op::euler:
            return Lanes::all(std::numbers::e);
        case Op::truth:
            return Lanes::all(e == truth_true);
        case Op::sum:
            return sum_value(args);
        case Op::product:
            return product_value(args);
        case Op::power:
            return each([&](std::size_t k) { return power_value(args[0].at[k], args[1].at[k]); });
        case Op::call:
            return call_value(pool.function(e), args);
        case Op::apply:
            return unknown_value(pool, pool.args(e)[0], args.subspan(1));
        case Op::piecewise:
            return each([&](std::size_t k) { return piecewise_value(args, k); });
        case Op::less:
        case Op::less_equal:
        case Op::equal:
        case Op::not_equal:
            return each([&](std::size_t k) { return comparison_value(op, args[0].at[k], args[1].at[k]); });
        case Op::is_integer:
        case Op::logic_and:
        case Op::logic_or:
        case Op::logic_not:
            return each([&](std::size_t k) { return logic_value(op, args, k); });
        default:
            return Lanes::all(std::numeric_limits<double>::quiet_NaN());
    }
}

}  // namespace pdiff
