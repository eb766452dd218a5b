#include "algebra/rational_values.hpp"

#include <algorithm>

namespace pdiff {
namespace {

using Args = std::span<const Number>;
using Value = std::optional<Number>;

Number absolute(const Number& n) { return n.sign() < 0 ? -n : n; }

// The real root of odd or even order.
Value real_root(const Number& value, const Number& order) {
    const auto n = order.to_int();
    if (!n || *n < 1 || *n > 1000000 || (value.sign() < 0 && *n % 2 == 0)) return std::nullopt;
    const Value root = exact_root(absolute(value), static_cast<std::uint32_t>(*n));
    return root && value.sign() < 0 ? -*root : root;
}

constexpr std::int64_t largest_factorial = 2000;  // beyond it gamma(n) and binomial(n, k) stay

Value factorial_quotient(std::int64_t from, std::int64_t to) {
    Number result = 1;
    for (std::int64_t i = from; i <= to; ++i) result = result * Number(i);
    return result;
}

Value gamma_value(const Number& n) {
    const auto k = n.to_int();
    if (!k || *k < 1 || *k > largest_factorial) return std::nullopt;
    return factorial_quotient(2, *k - 1);
}

Value binomial_value(const Number& n, const Number& k) {
    const auto a = n.to_int(), b = k.to_int();
    if (!a || !b || *b < 0 || *a < *b) return std::nullopt;
    const std::int64_t small = std::min(*b, *a - *b);
    if (small > largest_factorial) return std::nullopt;
    return *factorial_quotient(*a - small + 1, *a) / *factorial_quotient(2, small);
}

// The n for which base^n is the value.
Value exact_logarithm(const Number& value, const Number& base) {
    constexpr std::int64_t most = 4096;
    Number power = 1;
    const bool below = value < 1;
    for (std::int64_t n = 0; value.sign() > 0 && n <= most; ++n, power = below ? power / base : power * base) {
        if (power == value) return Number(below ? -n : n);
        if (below ? power < value : power > value) break;
    }
    return std::nullopt;
}

Value quotient_floor(const Number& a, const Number& b) {
    if (b.is_zero()) return std::nullopt;
    return (a / b).floor();
}

struct Row {
    Function function;
    Value (*value)(Args);
};

constexpr Row rows[] = {
    {Function::abs, [](Args a) -> Value { return absolute(a[0]); }},
    {Function::sign, [](Args a) -> Value { return Number(a[0].sign()); }},
    {Function::floor, [](Args a) -> Value { return a[0].floor(); }},
    {Function::ceil, [](Args a) -> Value { return -(-a[0]).floor(); }},
    {Function::round, [](Args a) -> Value { return (a[0] + Number::fraction(1, 2)).floor(); }},
    {Function::trunc, [](Args a) -> Value { return a[0].sign() < 0 ? -(-a[0]).floor() : a[0].floor(); }},
    {Function::frac, [](Args a) -> Value { return a[0] - a[0].floor(); }},
    {Function::mod,
     [](Args a) -> Value {
         const Value q = quotient_floor(a[0], a[1]);
         return q ? Value(a[0] - a[1] * *q) : std::nullopt;
     }},
    {Function::heaviside, [](Args a) -> Value { return Number::fraction(a[0].sign() + 1, 2); }},
    {Function::relu, [](Args a) -> Value { return std::max(a[0], Number(0)); }},
    {Function::clamp, [](Args a) -> Value { return std::min(std::max(a[0], a[1]), a[2]); }},
    {Function::max, [](Args a) -> Value { return *std::ranges::max_element(a); }},
    {Function::min, [](Args a) -> Value { return *std::ranges::min_element(a); }},
    {Function::log2, [](Args a) -> Value { return exact_logarithm(a[0], 2); }},
    {Function::log10, [](Args a) -> Value { return exact_logarithm(a[0], 10); }},
    {Function::cbrt, [](Args a) -> Value { return real_root(a[0], 3); }},
    {Function::root, [](Args a) -> Value { return real_root(a[0], a[1]); }},
    {Function::gamma, [](Args a) -> Value { return gamma_value(a[0]); }},
    {Function::binomial, [](Args a) -> Value { return binomial_value(a[0], a[1]); }},
};

}  // namespace

std::optional<Number> rational_value(Function f, std::span<const Number> args, std::size_t max_bits) {
    for (const Number& a : args)
        if (a.bits() > max_bits) return std::nullopt;
    const auto found = std::ranges::find(rows, f, &Row::function);
    return found == std::end(rows) ? std::nullopt : found->value(args);
}

}  // namespace pdiff
