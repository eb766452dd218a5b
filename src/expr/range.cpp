// Interval arithmetic on doubles, rounded outwards where a result is not exact.
#include "pdiff/range.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace pdiff {
namespace {

using Bound = Range::Bound;

constexpr double infinite = Range::infinite;
constexpr double tiny = 1e-280;  // below, products lose digits that fma() cannot find again

enum class Side : int { low = -1, high = 1 };

// The next bound outwards is not reached either.
Bound outwards(Bound b, Side side) {
    return {std::nextafter(b.value, static_cast<int>(side) * infinite), true, b.of_pi};
}

bool is_of_both_kinds(const Bound& b) { return b.value == 0 || std::isinf(b.value); }

// In numbers, without pi.
Bound plain(const Bound& b, Side side) {
    constexpr double pi_below = 3.141592653589793;
    if (!b.of_pi || is_of_both_kinds(b)) return {b.value, b.open, false};
    return outwards(outwards({b.value * pi_below, true, false}, side), side);
}

bool same_kind(const Bound& a, const Bound& b) {
    return a.of_pi == b.of_pi || is_of_both_kinds(a) || is_of_both_kinds(b);
}

bool kind_of(const Bound& a, const Bound& b) { return is_of_both_kinds(a) ? b.of_pi : a.of_pi; }

// A bound made of two others that were rounded towards `side`, itself rounded that way.
Bound add(Bound a, Bound b, Side side) {
    if (!same_kind(a, b)) a = plain(a, side), b = plain(b, side);
    const double sum = a.value + b.value, part = sum - a.value;
    const double lost = (a.value - (sum - part)) + (b.value - part);
    const Bound result{sum, a.open || b.open, kind_of(a, b)};
    return lost == 0 ? result : outwards(result, side);
}

Bound multiply(const Bound& x, const Bound& y, Side side) {
    // A zero that is reached makes a product that is reached, however large the other factor.
    if (x.value == 0 || y.value == 0) {
        const bool reached = (x.value == 0 && !x.open) || (y.value == 0 && !y.open);
        return {0, !reached, false};
    }
    Bound a = x, b = y;
    if (a.of_pi && b.of_pi && !std::isinf(a.value) && !std::isinf(b.value)) {
        // Away from zero is outwards on one side alone: the sign of the product says on which.
        const bool away = (a.value * b.value > 0) == (side == Side::high);
        const auto side_of = [&](const Bound& f) { return (f.value > 0) == away ? Side::high : Side::low; };
        a = plain(a, side_of(a)), b = plain(b, side_of(b));
    }
    const double product = a.value * b.value;
    const Bound result{product, a.open || b.open, (a.of_pi || b.of_pi) && !std::isinf(product)};
    if (std::isinf(a.value) || std::isinf(b.value)) return {product, true, false};
    const bool exact = std::fabs(product) > tiny && std::fma(a.value, b.value, -product) == 0;
    return exact ? result : outwards(result, side);
}

Bound invert(const Bound& x, Side side) {
    if (x.value == 0) return {static_cast<int>(side) * infinite, true, false};
    if (std::isinf(x.value)) return {0, true, false};
    const Bound b = plain(x, side == Side::low ? Side::high : Side::low);
    const double quotient = 1 / b.value;
    const bool exact = std::fabs(quotient) > tiny && std::fma(quotient, b.value, -1.0) == 0;
    const Bound result{quotient, b.open, false};
    return exact ? result : outwards(result, side);
}

// The outer one of two bounds on one side; of equal ones the one that is reached.
Bound outer(Bound a, Bound b, Side side) {
    if (!same_kind(a, b)) a = plain(a, side), b = plain(b, side);
    if (a.value == b.value) return a.open ? b : a;
    return (a.value < b.value) == (side == Side::low) ? a : b;
}

Bound inner(const Bound& a, const Bound& b, Side side) {
    Bound x = a, y = b;
    if (!same_kind(a, b)) x = plain(a, side), y = plain(b, side);
    if (x.value == y.value) return x.open ? a : b;
    return (x.value < y.value) == (side == Side::low) ? b : a;
}

// An odd or even power of bounds on one side of zero.
Range magnitude_power(const Range& magnitude, std::int64_t n) {
    constexpr std::int64_t most = 16;
    Range result = magnitude;
    for (std::int64_t i = 1; i < std::min(n, most); ++i) result = result * magnitude;
    if (n <= most) return result;
    if (magnitude.low.value < 1) result.low = {0, magnitude.is_nonzero(), false};
    if (!(magnitude.high.value <= 1) || magnitude.high.of_pi) result.high = {infinite, true, false};
    return result;
}

Range integer_power(const Range& base, std::int64_t n) {
    if (n < 0) return reciprocal(integer_power(base, -n));
    if (n == 0) return Range::closed(1, 1);
    Range result;
    if (n % 2 == 0) {
        result = magnitude_power(absolute(base), n);
    } else if (base.is_nonnegative()) {
        result = magnitude_power(base, n);
    } else if (base.is_nonpositive()) {
        result = -magnitude_power(-base, n);
    } else {
        result.low = (-magnitude_power({{0, false, false}, (-base).high}, n)).low;
        result.high = magnitude_power({{0, false, false}, base.high}, n).high;
    }
    result.integer = base.integer;
    result.nonzero = base.is_nonzero();
    return result;
}

std::optional<std::int64_t> whole(const Range& r) {
    constexpr double most = 1e15;
    if (r.low.value != r.high.value || r.low.open || r.low.of_pi || std::fabs(r.low.value) > most) return std::nullopt;
    const auto n = static_cast<std::int64_t>(r.low.value);
    return static_cast<double>(n) == r.low.value ? std::optional(n) : std::nullopt;
}

}  // namespace

Range Range::of(const Number& n) {
    const double value = n.to_double();
    Range result = closed(value, value);
    result.integer = n.is_integer();
    constexpr std::int64_t exact_to = std::int64_t{1} << 53;
    const std::int64_t above = n.small_numerator(), below = n.small_denominator();
    if (!n.big() && above < exact_to && above > -exact_to && (below & (below - 1)) == 0) return result;
    result.low = outwards(outwards(result.low, Side::low), Side::low);
    result.high = outwards(outwards(result.high, Side::high), Side::high);
    if (n.sign() > 0) result.low = inner(result.low, {0, true, false}, Side::low);
    if (n.sign() < 0) result.high = inner(result.high, {0, true, false}, Side::high);
    return result;
}

bool Range::is_empty() const { return is_less(*this, *this) || (nonzero && low.value == 0 && high.value == 0); }

bool is_less(const Range& a, const Range& b) {
    Bound x = a.high, y = b.low;
    if (!same_kind(x, y)) x = plain(x, Side::high), y = plain(y, Side::low);
    return x.value < y.value || (x.value == y.value && (x.open || y.open));
}

bool is_at_most(const Range& a, const Range& b) {
    Bound x = a.high, y = b.low;
    if (!same_kind(x, y)) x = plain(x, Side::high), y = plain(y, Side::low);
    return x.value <= y.value;
}

bool excludes_integers(const Range& a) {
    const double below = std::floor(plain(a.low, Side::low).value);
    return is_less(Range::closed(below, below), a) && is_less(a, Range::closed(below + 1, below + 1));
}

Range intersection(const Range& a, const Range& b) {
    Range result{inner(a.low, b.low, Side::low), inner(a.high, b.high, Side::high), a.integer || b.integer,
                 a.nonzero || b.nonzero};
    if (!result.integer) return result;
    const auto tighten = [&](Bound& bound, int step) {
        if (std::isinf(bound.value) || bound.of_pi) return;
        const double whole = step > 0 ? std::ceil(bound.value) : std::floor(bound.value);
        bound = {whole == bound.value && bound.open ? whole + step : whole, false, false};
        if (bound.value == 0 && result.nonzero) bound.value = step;
    };
    tighten(result.low, 1);
    tighten(result.high, -1);
    return result;
}

Range hull(const Range& a, const Range& b) {
    return {outer(a.low, b.low, Side::low), outer(a.high, b.high, Side::high), a.integer && b.integer,
            a.is_nonzero() && b.is_nonzero()};
}

Range operator+(const Range& a, const Range& b) {
    return {add(a.low, b.low, Side::low), add(a.high, b.high, Side::high), a.integer && b.integer, false};
}

Range operator*(const Range& a, const Range& b) {
    Range result{multiply(a.low, b.low, Side::low), multiply(a.low, b.low, Side::high), a.integer && b.integer,
                 a.is_nonzero() && b.is_nonzero()};
    for (const auto& [x, y] : {std::pair{a.low, b.high}, {a.high, b.low}, {a.high, b.high}}) {
        result.low = outer(result.low, multiply(x, y, Side::low), Side::low);
        result.high = outer(result.high, multiply(x, y, Side::high), Side::high);
    }
    return result;
}

Range operator-(const Range& a) {
    const auto negated = [](const Bound& b) { return Bound{-b.value, b.open, b.of_pi}; };
    return {negated(a.high), negated(a.low), a.integer, a.nonzero};
}

Range reciprocal(const Range& a) {
    Range result = Range::not_zero();
    if (a.is_nonnegative() || a.is_nonpositive())
        result.low = invert(a.high, Side::low), result.high = invert(a.low, Side::high);
    return result;
}

Range absolute(const Range& a) {
    if (a.is_nonnegative()) return a;
    if (a.is_nonpositive()) return -a;
    return {{0, a.nonzero, false}, outer(a.high, (-a).high, Side::high), a.integer, a.nonzero};
}

Range power(const Range& base, const Range& exponent, bool is_fraction) {
    if (const auto n = whole(exponent)) return integer_power(base, *n);
    Range result;
    result.nonzero = base.is_nonzero() || exponent.is_negative();
    result.integer = base.integer && exponent.integer && exponent.is_nonnegative();
    if (!base.is_nonnegative() && !is_fraction) return result;
    result.low = {0, result.nonzero, false};
    // On which side of 1 the base is, and the exponent of 0, says on which side of 1 the power is.
    const Range unit = Range::closed(1, 1);
    const bool above = is_at_most(unit, base), below = base.is_nonnegative() && is_at_most(base, unit);
    const bool strict = (is_less(unit, base) || is_less(base, unit)) && exponent.is_nonzero();
    if ((above && exponent.is_nonnegative()) || (below && exponent.is_nonpositive())) result.low = {1, strict, false};
    if ((above && exponent.is_nonpositive()) || (below && exponent.is_nonnegative())) result.high = {1, strict, false};
    return result;
}

}  // namespace pdiff
