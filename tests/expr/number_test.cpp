#include "pdiff/number.hpp"

#include <doctest/doctest.h>

#include <string>

#include "pdiff/error.hpp"
#include "support/random_expr.hpp"

using namespace pdiff;

namespace {

Number big(const char* digits) { return Number::from_digits(digits); }

// Numerators and denominators around the edge of 64 bits, where a sum or product changes its representation.
Number edge_number(test::RandomExpr& random) {
    const auto part = [&] {
        const Number base = pow(Number(2), static_cast<std::int64_t>(random.below(70)));
        return base + Number(static_cast<std::int64_t>(random.below(7)) - 3);
    };
    const Number n = part(), d = part();
    const Number q = n / (d.is_zero() ? Number(1) : d);
    return random.below(2) != 0 ? q : -q;
}

}  // namespace

TEST_CASE("numbers print in lowest terms") {
    const struct {
        Number value;
        std::string text;
    } rows[] = {
        {Number::fraction(6, -8), "-3/4"},
        {Number::fraction(0, 5), "0"},
        {Number(INT64_MIN), "-9223372036854775808"},
        {-Number(INT64_MIN), "9223372036854775808"},
        {Number(INT64_MAX) + Number(1), "9223372036854775808"},
        {Number(INT64_MAX) + Number(1) - Number(1), "9223372036854775807"},
        {Number(INT64_MAX) * Number(INT64_MAX), "85070591730234615847396907784232501249"},
        {big("123456789012345678901234567890") / big("987654321"), "13717421001371742100137174210/109739369"},
        {Number::fraction(1, INT64_MAX) + Number::fraction(1, INT64_MAX - 1),
         "18446744073709551613/85070591730234615838173535747377725442"},
        {pow(Number::fraction(-2, 3), -3), "-27/8"},
        {pow(Number(10), 30), "1000000000000000000000000000000"},
        {gcd(Number(12), Number(-18)), "6"},
        {gcd(Number::fraction(1, 6), Number::fraction(3, 4)), "1/12"},
        {Number::fraction(-7, 2).floor(), "-4"},
        {*exact_root(Number::fraction(27, 64), 3), "3/4"},
    };
    for (const auto& r : rows) CHECK(r.value.to_string() == r.text);
    CHECK_FALSE(exact_root(Number(2), 2).has_value());
}

TEST_CASE("terminating fractions print as decimals") {
    const struct {
        Number value;
        std::string text;
    } rows[] = {
        {Number::fraction(3, 10), "0.3"},
        {Number::fraction(-9, 10), "-0.9"},
        {Number::fraction(1, 1024), "0.0009765625"},
        {Number(12), "12"},
        {Number::fraction(5, 4), "1.25"},
        {Number::fraction(1, 100), "0.01"},
    };
    for (const auto& r : rows) CHECK(r.value.to_decimal() == std::string(r.text));
    CHECK_FALSE(Number::fraction(1, 3).to_decimal().has_value());
    CHECK_FALSE(pow(Number(2), -500).to_decimal(400).has_value());
}

TEST_CASE("field laws hold across the edge of 64 bits") {
    Pool pool;
    constexpr std::uint64_t seed = 20261121;
    test::RandomExpr random(pool, seed);
    INFO("seed " << seed);
    for (int i = 0; i < 20000; ++i) {
        const Number a = edge_number(random), b = edge_number(random), c = edge_number(random);
        CHECK((a + b) - b == a);
        CHECK(a * (b + c) == a * b + a * c);
        CHECK((a <=> b) == -((b - a).sign()) <=> 0);
        if (!b.is_zero()) CHECK(a / b * b == a);
        if (a == b) CHECK(a.hash() == b.hash());
    }
}

TEST_CASE("zero has no reciprocal") {
    CHECK_THROWS_AS(Number(1) / Number(0), Error);
    CHECK_THROWS_AS(pow(Number(0), -1), Error);
    CHECK_THROWS_AS(Number::fraction(1, 0), Error);
}
