#include "algebra/normal/polynomial.hpp"

#include <algorithm>

#include <flint/fmpq.h>

#include "expr/number_big.hpp"

namespace pdiff::normal {
namespace {

constexpr std::size_t largest_length = 4000;  // terms of a polynomial
constexpr std::size_t largest_bits = 20'000;  // of a coefficient

class Integer {
public:
    Integer() { fmpz_init(value_); }
    explicit Integer(const Number& n) : Integer() {
        if (const Number::Big* big = n.big())
            fmpz_set_mpz(value_, mpq_numref(big->value));
        else
            fmpz_set_si(value_, n.small_numerator());
    }
    ~Integer() { fmpz_clear(value_); }
    Integer(const Integer&) = delete;
    Integer& operator=(const Integer&) = delete;
    fmpz* get() { return value_; }
    Number number() const {
        if (!COEFF_IS_MPZ(*value_)) return Number(*value_);
        Number::Big big;
        fmpz_get_mpz(mpq_numref(big.value), value_);
        return Number::from_big(std::move(big));
    }

private:
    fmpz_t value_;
};

void check(const Poly& p) {
    p.ring().spend(p.terms() + 16);
    if (p.terms() > largest_length || p.bits() > largest_bits) throw OutOfBudget{};
}

}  // namespace

Poly Poly::unknown(Ring& ring, std::size_t i) {
    Poly p(ring);
    fmpz_mpoly_gen(p.value_, static_cast<slong>(i), ring.context());
    return p;
}

std::size_t Poly::bits() const {
    const slong b = fmpz_mpoly_max_bits(value_);
    return static_cast<std::size_t>(b < 0 ? -b : b);
}

Number Poly::coefficient(std::size_t term) const {
    Integer c;
    fmpz_mpoly_get_term_coeff_fmpz(c.get(), value_, static_cast<slong>(term), context());
    return c.number();
}

std::vector<std::uint64_t> Poly::exponents(std::size_t term) const {
    static_assert(sizeof(ulong) == sizeof(std::uint64_t));
    std::vector<std::uint64_t> result(ring_->count());
    if (!fmpz_mpoly_term_exp_fits_ui(value_, static_cast<slong>(term), context())) throw OutOfBudget{};
    fmpz_mpoly_get_term_exp_ui(reinterpret_cast<ulong*>(result.data()), value_, static_cast<slong>(term), context());
    return result;
}

std::vector<int> Poly::used() const {
    std::vector<int> result(ring_->count());
    fmpz_mpoly_used_vars(result.data(), value_, context());
    return result;
}

Poly Poly::operator-() const {
    Poly r(*ring_);
    fmpz_mpoly_neg(r.value_, value_, context());
    return r;
}

Poly operator+(const Poly& a, const Poly& b) {
    Poly r(*a.ring_);
    fmpz_mpoly_add(r.value_, a.value_, b.value_, a.context());
    check(r);
    return r;
}

Poly operator-(const Poly& a, const Poly& b) {
    Poly r(*a.ring_);
    fmpz_mpoly_sub(r.value_, a.value_, b.value_, a.context());
    check(r);
    return r;
}

Poly operator*(const Poly& a, const Poly& b) {
    a.ring_->spend(a.terms() * b.terms());
    if (a.bits() + b.bits() > largest_bits) throw OutOfBudget{};
    Poly r(*a.ring_);
    fmpz_mpoly_mul(r.value_, a.value_, b.value_, a.context());
    check(r);
    return r;
}

Poly Poly::scaled(const Number& integer) const {
    if (integer.is_one()) return *this;
    if (bits() + integer.bits() > largest_bits) throw OutOfBudget{};
    Integer c(integer);
    Poly r(*ring_);
    fmpz_mpoly_scalar_mul_fmpz(r.value_, value_, c.get(), context());
    return r;
}

Poly Poly::with(std::size_t unknown, std::int64_t value) const {
    Integer v{Number(value)};
    Poly r(*ring_);
    if (!fmpz_mpoly_evaluate_one_fmpz(r.value_, value_, static_cast<slong>(unknown), v.get(), context()))
        throw OutOfBudget{};
    return r;
}

Poly pow(const Poly& base, std::uint64_t exponent) {
    if (base.terms() == 1) {
        if (base.bits() * exponent > largest_bits || exponent > (1u << 30)) throw OutOfBudget{};
        Poly r(base.ring());
        fmpz_mpoly_pow_ui(r.get(), base.get(), exponent, base.context());
        return r;
    }
    // Bounds the terms of the result by a product of what each multiplication adds.
    if (exponent > 64) throw OutOfBudget{};
    Poly result(base.ring(), 1);
    for (std::uint64_t i = 0; i < exponent; ++i) result = result * base;
    return result;
}

std::optional<Poly> divide(const Poly& a, const Poly& b) {
    a.ring().spend(a.terms() * b.terms());
    Poly q(a.ring());
    if (!fmpz_mpoly_divides(q.get(), a.get(), b.get(), a.context())) return std::nullopt;
    return q;
}

std::vector<Poly> coefficients(const Poly& p, std::size_t unknown) {
    const std::int64_t degree = std::max<std::int64_t>(p.degree(unknown), 0);
    if (degree > 200) throw OutOfBudget{};
    std::vector<Poly> result;
    const slong variable[] = {static_cast<slong>(unknown)};
    for (std::int64_t i = 0; i <= degree; ++i) {
        result.emplace_back(p.ring());
        const ulong exponent[] = {static_cast<ulong>(i)};
        fmpz_mpoly_get_coeff_vars_ui(result.back().get(), p.get(), variable, exponent, 1, p.context());
    }
    p.ring().spend(p.terms());
    return result;
}

Primitive primitive(const Poly& p) {
    Primitive result{1, std::vector<std::uint64_t>(p.ring().count()), Poly(p.ring())};
    Poly content(p.ring());
    fmpz_mpoly_term_content(content.get(), p.get(), p.context());
    result.monomial = content.exponents(0);
    const bool negative = p.coefficient(0).sign() < 0;
    const Poly divisor = negative ? -content : content;
    result.content = divisor.coefficient(0);
    fmpz_mpoly_divexact(result.rest.get(), p.get(), divisor.get(), p.context());
    return result;
}

}  // namespace pdiff::normal
