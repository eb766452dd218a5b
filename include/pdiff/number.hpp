// Exact rational numbers of any size: a pair of 64-bit integers while they fit, GMP beyond.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pdiff {

// Always in lowest terms with a positive denominator, so equal values have equal representations.
class Number {
public:
    constexpr Number() = default;
    Number(std::int64_t integer);  // NOLINT: integers are numbers
    // Throws Error{undefined} when `denominator` is 0.
    static Number fraction(std::int64_t numerator, std::int64_t denominator);
    // Decimal digits only, at least one, of any length.
    static Number from_digits(std::string_view digits);

    Number(const Number& other);
    Number(Number&& other) noexcept : num_(other.num_), den_(other.den_) { other.num_ = 0, other.den_ = 1; }
    Number& operator=(const Number& other);
    Number& operator=(Number&& other) noexcept;
    ~Number() {
        if (den_ == 0) release();
    }

    bool is_zero() const { return num_ == 0; }
    bool is_one() const { return num_ == 1 && den_ == 1; }
    bool is_integer() const;
    bool is_even() const;                                                          // an even integer
    bool is_odd() const;                                                           // an odd integer
    int sign() const { return den_ != 0 ? (num_ > 0) - (num_ < 0) : big_sign(); }  // -1, 0 or 1
    std::size_t bits() const;  // of the larger of numerator and denominator
    std::size_t hash() const;
    // An integer that fits.
    std::optional<std::int64_t> to_int() const { return den_ == 1 ? std::optional(num_) : std::nullopt; }
    double to_double() const;  // truncated; may be infinite

    Number numerator() const;
    Number denominator() const;  // positive
    Number floor() const;

    Number operator-() const;
    friend Number operator+(const Number& a, const Number& b);
    friend Number operator-(const Number& a, const Number& b);
    friend Number operator*(const Number& a, const Number& b);
    friend Number operator/(const Number& a, const Number& b);  // throws Error{undefined} on b = 0
    friend bool operator==(const Number& a, const Number& b);
    friend std::strong_ordering operator<=>(const Number& a, const Number& b);

    // base^exponent, exponent of any sign; throws Error{undefined} on 0^negative.
    friend Number pow(const Number& base, std::int64_t exponent);
    // The n-th root of a non-negative number, n >= 1, where it is rational.
    friend std::optional<Number> exact_root(const Number& value, std::uint32_t n);
    // The greatest number that both are integer multiples of: gcd(numerators)/lcm(denominators).
    friend Number gcd(const Number& a, const Number& b);

    std::string to_string() const;  // "-3/4", "12"
    // "0.125" where the decimal expansion ends within `max_digits` places, else nothing.
    std::optional<std::string> to_decimal(std::size_t max_digits = 400) const;

    // The representation, for code that hands it to other libraries.
    struct Big;  // src/expr/number_big.hpp
    const Big* big() const { return den_ == 0 ? reinterpret_cast<const Big*>(num_) : nullptr; }
    std::int64_t small_numerator() const { return num_; }  // meaningful when big() is null
    std::int64_t small_denominator() const { return den_; }
    static Number from_big(Big&& value);  // any canonical GMP rational

private:
    void release() noexcept;
    int big_sign() const;

    std::int64_t num_ = 0;  // or the address of a Big, then den_ is 0
    std::int64_t den_ = 1;
};

Number pow(const Number& base, std::int64_t exponent);
std::optional<Number> exact_root(const Number& value, std::uint32_t n);
Number gcd(const Number& a, const Number& b);

}  // namespace pdiff
