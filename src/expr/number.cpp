#include "pdiff/number.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "number_big.hpp"
#include "pdiff/error.hpp"

namespace pdiff {
namespace {

constexpr std::int64_t smallest = INT64_MIN;
__extension__ using Wide = __int128;

// A view of any Number as a GMP rational; small ones are put into `own`.
class AsBig {
public:
    explicit AsBig(const Number& n) {
        if (const Number::Big* big = n.big()) {
            value_ = big->value;
        } else {
            mpq_set_si(own_.value, n.small_numerator(), static_cast<unsigned long>(n.small_denominator()));
            value_ = own_.value;
        }
    }
    mpq_srcptr get() const { return value_; }

private:
    Number::Big own_;
    mpq_srcptr value_;
};

template <class Operation>
Number with_big(const Number& a, const Number& b, Operation operation) {
    Number::Big result;
    operation(result.value, AsBig(a).get(), AsBig(b).get());
    return Number::from_big(std::move(result));
}

[[noreturn]] void division_by_zero() { throw Error(ErrorKind::undefined, "division by zero is undefined"); }

// a*b/(c*d) from fractions in lowest terms; false where it does not fit.
bool multiply_small(std::int64_t an, std::int64_t ad, std::int64_t bn, std::int64_t bd, std::int64_t& n,
                    std::int64_t& d) {
    if (ad != 1 || bd != 1) {
        const std::int64_t g = std::gcd(an, bd), h = std::gcd(bn, ad);
        if (g > 1) an /= g, bd /= g;
        if (h > 1) bn /= h, ad /= h;
    }
    return !__builtin_mul_overflow(an, bn, &n) && !__builtin_mul_overflow(ad, bd, &d) && n != smallest;
}

}  // namespace

Number::Number(std::int64_t integer) : num_(integer) {
    if (integer == smallest) {
        auto* big = new Big;  // NOLINT: owned through release()
        mpq_set_si(big->value, integer, 1);
        num_ = reinterpret_cast<std::int64_t>(big), den_ = 0;
    }
}

Number Number::fraction(std::int64_t numerator, std::int64_t denominator) {
    return Number(numerator) / Number(denominator);
}

Number Number::from_digits(std::string_view digits) {
    if (digits.size() <= 18) {
        std::int64_t value = 0;
        for (const char c : digits) value = value * 10 + (c - '0');
        return value;
    }
    Big big;
    mpz_set_str(mpq_numref(big.value), std::string(digits).c_str(), 10);
    return from_big(std::move(big));
}

Number Number::from_big(Big&& value) {
    Number result;
    if (mpz_fits_slong_p(mpq_numref(value.value)) && mpz_fits_slong_p(mpq_denref(value.value)) &&
        mpz_get_si(mpq_numref(value.value)) != smallest) {
        result.num_ = mpz_get_si(mpq_numref(value.value));
        result.den_ = mpz_get_si(mpq_denref(value.value));
        return result;
    }
    auto* big = new Big;  // NOLINT: owned through release()
    mpq_swap(big->value, value.value);
    result.num_ = reinterpret_cast<std::int64_t>(big), result.den_ = 0;
    return result;
}

Number::Number(const Number& other) : num_(other.num_), den_(other.den_) {
    if (const Big* b = other.big())
        num_ = reinterpret_cast<std::int64_t>(new Big(*b));  // NOLINT: owned through release()
}

Number& Number::operator=(const Number& other) { return *this = Number(other); }

Number& Number::operator=(Number&& other) noexcept {
    std::swap(num_, other.num_), std::swap(den_, other.den_);
    return *this;
}

void Number::release() noexcept { delete reinterpret_cast<Big*>(num_); }

bool Number::is_integer() const { return den_ == 1 || (den_ == 0 && mpz_cmp_ui(mpq_denref(big()->value), 1) == 0); }
bool Number::is_even() const {
    return is_integer() && (big() ? mpz_even_p(mpq_numref(big()->value)) != 0 : num_ % 2 == 0);
}
bool Number::is_odd() const { return is_integer() && !is_even(); }
int Number::big_sign() const { return mpq_sgn(big()->value); }

std::size_t Number::bits() const {
    if (const Big* b = big())
        return std::max(mpz_sizeinbase(mpq_numref(b->value), 2), mpz_sizeinbase(mpq_denref(b->value), 2));
    return 64 - static_cast<std::size_t>(
                    __builtin_clzll(static_cast<unsigned long long>(std::max(std::abs(num_), den_)) | 1));
}

std::size_t Number::hash() const {
    const auto mix = [](std::size_t h, std::size_t v) { return (h ^ v) * 0x9E3779B97F4A7C15u; };
    if (const Big* b = big()) {
        std::size_t h = 7;
        for (const mpz_srcptr z : {mpq_numref(b->value), mpq_denref(b->value)})
            for (std::size_t i = 0; i < mpz_size(z); ++i) h = mix(h, mpz_getlimbn(z, static_cast<mp_size_t>(i)));
        return h ^ static_cast<std::size_t>(sign());
    }
    return mix(mix(3, static_cast<std::size_t>(num_)), static_cast<std::size_t>(den_));
}

double Number::to_double() const {
    return big() ? mpq_get_d(big()->value) : static_cast<double>(num_) / static_cast<double>(den_);
}

Number Number::numerator() const {
    if (!big()) return num_;
    Big n;
    mpz_set(mpq_numref(n.value), mpq_numref(big()->value));
    return from_big(std::move(n));
}

Number Number::denominator() const {
    if (!big()) return den_;
    Big d;
    mpz_set(mpq_numref(d.value), mpq_denref(big()->value));
    return from_big(std::move(d));
}

Number Number::floor() const {
    if (!big()) return num_ / den_ - (num_ % den_ < 0);
    Big f;
    mpz_fdiv_q(mpq_numref(f.value), mpq_numref(big()->value), mpq_denref(big()->value));
    return from_big(std::move(f));
}

Number Number::operator-() const {
    if (!big()) {
        Number result = *this;
        result.num_ = -num_;
        return result;
    }
    return with_big(*this, Number(), [](mpq_ptr r, mpq_srcptr a, mpq_srcptr) { mpq_neg(r, a); });
}

Number operator+(const Number& a, const Number& b) {
    std::int64_t n = 0, d = 0;
    if (a.den_ == 1 && b.den_ == 1) {
        if (!__builtin_add_overflow(a.num_, b.num_, &n) && n != smallest) return n;
    } else if (!a.big() && !b.big()) {
        // Knuth, TAOCP 4.5.1: divide by the gcd of the denominators before multiplying.
        const std::int64_t g = std::gcd(a.den_, b.den_);
        std::int64_t x = 0, y = 0;
        if (!__builtin_mul_overflow(a.num_, b.den_ / g, &x) && !__builtin_mul_overflow(b.num_, a.den_ / g, &y) &&
            !__builtin_add_overflow(x, y, &n) && n != smallest) {
            const std::int64_t h = std::gcd(n, g);
            if (!__builtin_mul_overflow(a.den_ / g, b.den_ / (h == 0 ? 1 : h), &d)) {
                Number result;
                result.num_ = h == 0 ? 0 : n / h, result.den_ = n == 0 ? 1 : d;
                return result;
            }
        }
    }
    return with_big(a, b, mpq_add);
}

Number operator-(const Number& a, const Number& b) { return a + -b; }

Number operator*(const Number& a, const Number& b) {
    Number result;
    if (!a.big() && !b.big() && multiply_small(a.num_, a.den_, b.num_, b.den_, result.num_, result.den_)) return result;
    result.num_ = 0, result.den_ = 1;
    return with_big(a, b, mpq_mul);
}

Number operator/(const Number& a, const Number& b) {
    if (b.is_zero()) division_by_zero();
    Number result;
    if (!a.big() && !b.big()) {
        const std::int64_t s = b.num_ < 0 ? -1 : 1;
        if (multiply_small(a.num_, a.den_, b.den_ * s, b.num_ * s, result.num_, result.den_)) return result;
        result.num_ = 0, result.den_ = 1;
    }
    return with_big(a, b, mpq_div);
}

bool operator==(const Number& a, const Number& b) {
    if (a.big() && b.big()) return mpq_equal(a.big()->value, b.big()->value) != 0;
    return a.num_ == b.num_ && a.den_ == b.den_;
}

std::strong_ordering operator<=>(const Number& a, const Number& b) {
    if (!a.big() && !b.big()) return static_cast<Wide>(a.num_) * b.den_ <=> static_cast<Wide>(b.num_) * a.den_;
    return mpq_cmp(AsBig(a).get(), AsBig(b).get()) <=> 0;
}

Number pow(const Number& base, std::int64_t exponent) {
    if (exponent < 0) return Number(1) / pow(base, -exponent);
    if (!base.big() && exponent <= 64) {
        Number result = 1;
        for (Number square = base; exponent != 0; exponent >>= 1) {
            if (exponent & 1) result = result * square;
            if (exponent > 1) square = square * square;
        }
        return result;
    }
    Number::Big result;
    const AsBig b(base);
    mpz_pow_ui(mpq_numref(result.value), mpq_numref(b.get()), static_cast<unsigned long>(exponent));
    mpz_pow_ui(mpq_denref(result.value), mpq_denref(b.get()), static_cast<unsigned long>(exponent));
    return Number::from_big(std::move(result));
}

std::optional<Number> exact_root(const Number& value, std::uint32_t n) {
    if (value.sign() < 0 || n == 0) return std::nullopt;
    Number::Big result;
    const AsBig v(value);
    if (mpz_root(mpq_numref(result.value), mpq_numref(v.get()), n) == 0) return std::nullopt;
    if (mpz_root(mpq_denref(result.value), mpq_denref(v.get()), n) == 0) return std::nullopt;
    return Number::from_big(std::move(result));
}

Number gcd(const Number& a, const Number& b) {
    if (a.den_ == 1 && b.den_ == 1) return std::gcd(a.num_, b.num_);
    return with_big(a, b, [](mpq_ptr r, mpq_srcptr x, mpq_srcptr y) {
        mpz_gcd(mpq_numref(r), mpq_numref(x), mpq_numref(y));
        mpz_lcm(mpq_denref(r), mpq_denref(x), mpq_denref(y));
    });
}

std::string Number::to_string() const {
    if (!big()) return den_ == 1 ? std::to_string(num_) : std::to_string(num_) + '/' + std::to_string(den_);
    const mpq_srcptr v = big()->value;
    std::string text(mpz_sizeinbase(mpq_numref(v), 10) + mpz_sizeinbase(mpq_denref(v), 10) + 3, '\0');
    mpq_get_str(text.data(), 10, v);
    text.resize(text.find('\0'));
    return text;
}

std::optional<std::string> Number::to_decimal(std::size_t max_digits) const {
    // The places needed are the larger of the powers of 2 and 5 in the denominator, which must have no other factor.
    Number rest = denominator();
    std::size_t places = 0;
    for (const std::int64_t prime : {2, 5}) {
        std::size_t count = 0;
        for (Number next = rest / prime; next.is_integer(); next = rest / prime) {
            rest = next;
            if (++count > max_digits) return std::nullopt;
        }
        places = std::max(places, count);
    }
    if (!rest.is_one()) return std::nullopt;
    const Number scaled = *this * pow(Number(10), static_cast<std::int64_t>(places));
    std::string text = (scaled.sign() < 0 ? -scaled : scaled).to_string();
    if (places != 0) {
        if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
        text.insert(text.size() - places, 1, '.');
    }
    return (sign() < 0 ? "-" : "") + text;
}

}  // namespace pdiff
