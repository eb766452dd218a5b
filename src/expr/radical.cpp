#include "radical.hpp"

#include <algorithm>
#include <array>

namespace pdiff {
namespace {

constexpr std::size_t prime_limit = 1000;

constexpr auto small_primes = [] {
    std::array<std::int64_t, 168> primes{};
    std::size_t n = 0;
    for (std::int64_t p = 2; p < static_cast<std::int64_t>(prime_limit); ++p)
        if (std::none_of(primes.begin(), primes.begin() + static_cast<std::ptrdiff_t>(n),
                         [&](std::int64_t q) { return p % q == 0; }))
            primes[n++] = p;
    return primes;
}();

struct PrimePower {
    Number base;
    std::int64_t exponent;
};

// A positive integer as powers of small primes and a cofactor.
std::vector<PrimePower> factor(Number n) {
    std::vector<PrimePower> result;
    for (const std::int64_t p : small_primes) {
        if (n.is_one()) break;
        if (const auto small = n.to_int(); small && p * p > *small) break;
        std::int64_t count = 0;
        for (Number q = n / p; q.is_integer(); q = n / p) n = q, ++count;
        if (count != 0) result.push_back({p, count});
    }
    if (!n.is_one()) result.push_back({n, 1});
    return result;
}

// Multiplies `result` by base^exponent, base a positive integer; false where that grows too large.
bool multiply(Radical& result, const Number& base, const Number& exponent, std::size_t max_bits) {
    for (PrimePower f : factor(base)) {
        // A large cofactor may still be a perfect power of the root that is asked for.
        if (const auto d = exponent.denominator().to_int(); d && *d < 64 && f.base.bits() > 20)
            if (const auto root = exact_root(f.base, static_cast<std::uint32_t>(*d))) f = {*root, f.exponent * *d};
        const Number total = exponent * f.exponent;
        const Number whole = total.floor();
        const auto n = whole.to_int();
        if (!n ||
            static_cast<double>(f.base.bits()) * std::abs(static_cast<double>(*n)) > static_cast<double>(max_bits))
            return false;
        result.coefficient = result.coefficient * pow(f.base, *n);
        if (const Number rest = total - whole; !rest.is_zero()) result.factors.push_back({f.base, rest});
    }
    return true;
}

}  // namespace

std::optional<Radical> radical(const Number& base, const Number& exponent, std::size_t max_bits) {
    Radical result;
    if (!multiply(result, base.numerator(), exponent, max_bits)) return std::nullopt;
    if (!multiply(result, base.denominator(), -exponent, max_bits)) return std::nullopt;
    return result;
}

PowerPart power_part(const Number& value, std::uint32_t n) {
    PowerPart result;
    const auto take = [&](const Number& integer, bool inverse) {
        for (PrimePower f : factor(integer)) {
            if (f.base.bits() > 20)
                if (const auto root = exact_root(f.base, n)) f = {*root, f.exponent * n};
            const Number root = pow(f.base, f.exponent / n), rest = pow(f.base, f.exponent % n);
            result.root = inverse ? result.root / root : result.root * root;
            result.rest = inverse ? result.rest / rest : result.rest * rest;
        }
    };
    take(value.numerator(), false);
    take(value.denominator(), true);
    return result;
}

}  // namespace pdiff
