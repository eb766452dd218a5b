// Polynomials with integer coefficients in a fixed number of unknowns: FLINT's fmpz_mpoly, owned, with sizes bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <flint/fmpz_mpoly.h>

#include "pdiff/number.hpp"

namespace pdiff::normal {

// Thrown where a step would exceed the budget; the expression then keeps its canonical form.
struct OutOfBudget {};

// The unknowns 0 ... count - 1, and the work that may still be done with them.
class Ring {
public:
    Ring(std::size_t count, std::size_t budget) : budget_(budget) {
        fmpz_mpoly_ctx_init(context_, static_cast<slong>(count), ORD_LEX);
    }
    ~Ring() { fmpz_mpoly_ctx_clear(context_); }
    Ring(const Ring&) = delete;
    Ring& operator=(const Ring&) = delete;

    const fmpz_mpoly_ctx_struct* context() const { return context_; }
    std::size_t count() const { return static_cast<std::size_t>(fmpz_mpoly_ctx_nvars(context_)); }
    // Counts steps of about one term each.
    void spend(std::size_t terms) {
        if (terms > budget_) throw OutOfBudget{};
        budget_ -= terms;
    }
    std::size_t left() const { return budget_; }

private:
    fmpz_mpoly_ctx_t context_;
    std::size_t budget_;
};

class Poly {
public:
    explicit Poly(Ring& ring) : ring_(&ring) { fmpz_mpoly_init(value_, ring.context()); }
    Poly(Ring& ring, std::int64_t constant) : Poly(ring) { fmpz_mpoly_set_si(value_, constant, ring.context()); }
    Poly(const Poly& other) : Poly(*other.ring_) { fmpz_mpoly_set(value_, other.value_, context()); }
    Poly(Poly&& other) noexcept : Poly(*other.ring_) { fmpz_mpoly_swap(value_, other.value_, context()); }
    Poly& operator=(Poly other) noexcept {
        std::swap(ring_, other.ring_);
        std::swap(*value_, *other.value_);
        return *this;
    }
    ~Poly() { fmpz_mpoly_clear(value_, context()); }

    static Poly unknown(Ring& ring, std::size_t i);

    Ring& ring() const { return *ring_; }
    const fmpz_mpoly_ctx_struct* context() const { return ring_->context(); }
    fmpz_mpoly_struct* get() { return value_; }
    const fmpz_mpoly_struct* get() const { return value_; }

    bool is_zero() const { return fmpz_mpoly_is_zero(value_, context()) != 0; }
    bool is_constant() const { return fmpz_mpoly_is_fmpz(value_, context()) != 0; }
    std::size_t terms() const { return static_cast<std::size_t>(fmpz_mpoly_length(value_, context())); }
    std::int64_t degree(std::size_t i) const { return fmpz_mpoly_degree_si(value_, static_cast<slong>(i), context()); }
    std::size_t bits() const;
    friend bool operator==(const Poly& a, const Poly& b) {
        return fmpz_mpoly_equal(a.value_, b.value_, a.context()) != 0;
    }

    Number coefficient(std::size_t term) const;
    // The exponents of a term, one for each unknown.
    std::vector<std::uint64_t> exponents(std::size_t term) const;
    std::vector<int> used() const;

    Poly operator-() const;
    friend Poly operator+(const Poly& a, const Poly& b);
    friend Poly operator-(const Poly& a, const Poly& b);
    friend Poly operator*(const Poly& a, const Poly& b);
    Poly scaled(const Number& integer) const;
    Poly with(std::size_t unknown, std::int64_t value) const;

private:
    Ring* ring_;
    fmpz_mpoly_t value_;
};

Poly pow(const Poly& base, std::uint64_t exponent);
std::optional<Poly> divide(const Poly& a, const Poly& b);  // where it leaves no rest
// coefficients[i]*unknown^i
std::vector<Poly> coefficients(const Poly& p, std::size_t unknown);

// content * Π unknown^exponent * rest, the rest primitive with a positive leading coefficient.
struct Primitive {
    Number content;
    std::vector<std::uint64_t> monomial;
    Poly rest;
};
Primitive primitive(const Poly& p);

// The irreducible factors of a primitive polynomial; itself where factoring it could take long.
std::vector<std::pair<Poly, std::int64_t>> factor(const Poly& p);

}  // namespace pdiff::normal
