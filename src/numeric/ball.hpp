// Owners of the FLINT types that numeric/ computes with: real and complex balls, rationals and integers.
#pragma once

#include <acb.h>
#include <arb.h>
#include <flint/fmpq.h>
#include <flint/fmpz.h>

#include <utility>

namespace pdiff {

// Owns one FLINT value and stands wherever FLINT expects a pointer to it.
template <class Struct, void (*init)(Struct*), void (*clear)(Struct*), void (*set)(Struct*, const Struct*)>
class Owner {
public:
    Owner() { init(&value_); }
    Owner(const Owner& other) : Owner() { set(&value_, &other.value_); }
    Owner(Owner&& other) noexcept : Owner() { std::swap(value_, other.value_); }
    Owner& operator=(const Owner& other) {
        if (this != &other) set(&value_, &other.value_);
        return *this;
    }
    Owner& operator=(Owner&& other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    ~Owner() { clear(&value_); }

    operator Struct*() { return &value_; }
    operator const Struct*() const { return &value_; }
    Struct* operator->() { return &value_; }
    const Struct* operator->() const { return &value_; }

private:
    Struct value_;
};

namespace owners {
inline void init(arb_struct* x) { arb_init(x); }
inline void clear(arb_struct* x) { arb_clear(x); }
inline void set(arb_struct* x, const arb_struct* y) { arb_set(x, y); }
inline void init_complex(acb_struct* x) { acb_init(x); }
inline void clear_complex(acb_struct* x) { acb_clear(x); }
inline void set_complex(acb_struct* x, const acb_struct* y) { acb_set(x, y); }
inline void init_rational(fmpq* x) { fmpq_init(x); }
inline void clear_rational(fmpq* x) { fmpq_clear(x); }
inline void set_rational(fmpq* x, const fmpq* y) { fmpq_set(x, y); }
inline void init_integer(fmpz* x) { fmpz_init(x); }
inline void clear_integer(fmpz* x) { fmpz_clear(x); }
inline void set_integer(fmpz* x, const fmpz* y) { fmpz_set(x, y); }
}  // namespace owners

using Ball = Owner<arb_struct, owners::init, owners::clear, owners::set>;
using ComplexBall = Owner<acb_struct, owners::init_complex, owners::clear_complex, owners::set_complex>;
using Rational = Owner<fmpq, owners::init_rational, owners::clear_rational, owners::set_rational>;
using Integer = Owner<fmpz, owners::init_integer, owners::clear_integer, owners::set_integer>;

}  // namespace pdiff
