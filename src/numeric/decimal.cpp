#include "numeric/decimal.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <memory>

namespace pdiff {
namespace {

constexpr slong largest_exponent = 1'000'000'000'000;  // of ten, in what is printed
constexpr slong exact_exponent = 20'000;               // up to this exact values are rounded exactly

std::string text(const fmpz_t n) {
    const std::unique_ptr<char, decltype(&std::free)> digits(fmpz_get_str(nullptr, 10, n), &std::free);
    return digits.get();
}

// |value|*10^power, rounded half up to an integer where the enclosure settles it.
bool round_scaled(fmpz_t result, const Value& value, slong power, slong precision) {
    if (value.is_exact && std::abs(power) <= exact_exponent) {
        Rational scaled;
        Integer ten, doubled;
        fmpz_set_ui(ten, 10);
        fmpz_pow_ui(ten, ten, ulong(std::abs(power)));
        fmpq_abs(scaled, value.exact);
        if (power >= 0) {
            fmpq_mul_fmpz(scaled, scaled, ten);
        } else {
            fmpq_div_fmpz(scaled, scaled, ten);
        }
        // floor((2n + d)/(2d))
        fmpz_mul_2exp(result, fmpq_numref(scaled), 1);
        fmpz_add(result, result, fmpq_denref(scaled));
        fmpz_mul_2exp(doubled, fmpq_denref(scaled), 1);
        fmpz_fdiv_q(result, result, doubled);
        return true;
    }
    const slong working = precision + 64;
    Ball scaled, half, ten;
    arb_set_ui(ten, 10);
    arb_pow_ui(ten, ten, ulong(std::abs(power)), working);
    arb_abs(scaled, value.ball);
    if (power >= 0) {
        arb_mul(scaled, scaled, ten, working);
    } else {
        arb_div(scaled, scaled, ten, working);
    }
    arb_set_d(half, 0.5);
    arb_add(scaled, scaled, half, working);
    arb_floor(scaled, scaled, working);
    return arb_is_finite(scaled) && arf_cmpabs_2exp_si(arb_midref(scaled), 4 * working) < 0 &&
           arb_get_unique_fmpz(result, scaled);
}

// floor(log10 |value|), or one beside it.
bool estimate_exponent(slong& exponent, const Value& value) {
    Ball magnitude;
    arb_set_arf(magnitude, arb_midref(value.ball));
    arb_abs(magnitude, magnitude);
    arb_log_base_ui(magnitude, magnitude, 10, 128);
    if (!arb_is_finite(magnitude) || arf_cmpabs_ui(arb_midref(magnitude), ulong(largest_exponent)) > 0) return false;
    exponent = arf_get_si(arb_midref(magnitude), ARF_RND_FLOOR);
    return true;
}

// Whether digits*10^-power is the value itself.
bool is_all(const Value& value, const fmpz_t digits, slong power) {
    if (!value.is_exact || std::abs(power) > exact_exponent) return false;
    Rational v, size;
    Integer ten;
    fmpz_set_ui(ten, 10);
    fmpz_pow_ui(ten, ten, ulong(std::abs(power)));
    fmpz_set(fmpq_numref(v), digits);
    fmpz_one(fmpq_denref(v));
    if (power >= 0) {
        fmpq_div_fmpz(v, v, ten);
    } else {
        fmpq_mul_fmpz(v, v, ten);
    }
    fmpq_abs(size, value.exact);
    return fmpq_equal(v, size);
}

// d.ddd*10^exponent as people write it.
std::string arrange(std::string digits, slong exponent, bool all) {
    constexpr slong least_plain = -6, most_plain = 21;
    if (all) digits.erase(digits.find_last_not_of('0') + 1);
    const auto count = slong(digits.size());
    if (exponent < least_plain || exponent >= most_plain || (!all && exponent >= count)) {
        if (count > 1) digits.insert(1, ".");
        return fmt::format("{}e{}", digits, exponent);
    }
    if (exponent < 0) return "0." + std::string(std::size_t(-exponent - 1), '0') + digits;
    if (exponent + 1 >= count) return digits + std::string(std::size_t(exponent + 1 - count), '0');
    return digits.insert(std::size_t(exponent + 1), ".");
}

}  // namespace

std::optional<std::string> decimal(const Value& value, std::size_t digits, slong precision) {
    if (value.status != Status::defined || digits == 0) return {};
    if (value.is_exact ? fmpq_is_zero(value.exact) : arb_is_zero(value.ball)) return "0";
    if (arb_contains_zero(value.ball)) return {};
    slong exponent = 0;
    if (!estimate_exponent(exponent, value)) return {};
    for (int attempt = 0; attempt < 3; ++attempt) {
        const slong power = slong(digits) - 1 - exponent;
        Integer rounded;
        if (!round_scaled(rounded, value, power, precision)) return {};
        std::string written = text(rounded);
        const auto length = slong(written.size()) - slong(digits);
        // The estimate was off by one, or rounding carried into a new digit.
        if (length != 0) {
            exponent += length;
            continue;
        }
        const std::string unsigned_text = arrange(std::move(written), exponent, is_all(value, rounded, power));
        return arb_is_negative(value.ball) ? "-" + unsigned_text : unsigned_text;
    }
    return {};
}

bool is_printable(const Value& value) {
    slong exponent = 0;
    return estimate_exponent(exponent, value);
}

std::string short_text(const Value& value) {
    if (value.is_exact && bits(value.exact) <= 64) {
        const std::unique_ptr<char, decltype(&std::free)> s(fmpq_get_str(nullptr, 10, value.exact), &std::free);
        return s.get();
    }
    if (const auto s = decimal(value, 10, 64)) return *s;
    return arb_contains_zero(value.ball) ? "a value near 0" : "a value";
}

}  // namespace pdiff
