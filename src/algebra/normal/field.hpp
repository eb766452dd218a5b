// Rational functions over kernels, kept as products of powers of polynomials: (x^2 + 1)^100 is never multiplied out.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "algebra/normal/polynomial.hpp"
#include "pdiff/expr.hpp"

namespace pdiff::normal {

// factor^exponent, the factor a row of the field's table.
struct Power {
    std::uint32_t factor;
    std::int64_t exponent;
    friend bool operator==(const Power&, const Power&) = default;
};

// coefficient * Π factor^exponent, ascending by factor; zero where the coefficient is.
struct Value {
    Number coefficient;
    std::vector<Power> powers;
    bool is_zero() const { return coefficient.is_zero(); }
    bool is_constant() const { return powers.empty(); }
    friend bool operator==(const Value&, const Value&) = default;
};

// What a kernel satisfies beyond being a name.
enum class Relation : std::uint8_t {
    none,
    root,  // kernel^degree = radicand
    sine,  // kernel^2 = 1 - partner^2
    sinh,  // kernel^2 = partner^2 - 1
};

struct Kernel {
    Expr expr;  // what it stands for
    Relation relation = Relation::none;
    std::int64_t degree = 0;    // root: kernel^degree ...
    Value radicand = {};        // ... is this
    std::uint32_t partner = 0;  // sine, sinh: the kernel of the cosine
    bool positive = false;      // not negative wherever it is defined
    Expr radical = zero;        // root: with `cleared` taken out of it, where denominators are under the root
    Value cleared = {1, {}};    // expr = cleared*radical
};

struct OutOfKernels {};  // the ring must be larger

class Field {
public:
    Field(std::size_t kernels, std::size_t budget) : ring_(kernels, budget) {}

    Ring& ring() { return ring_; }
    std::optional<std::uint32_t> find(Expr e) const;
    std::uint32_t add_kernel(const Kernel& k);
    const Kernel& kernel(std::uint32_t i) const { return kernels_[i]; }
    std::size_t kernels() const { return kernels_.size(); }

    static Value constant(const Number& n) { return {n, {}}; }
    Value kernel_value(std::uint32_t i);
    Value multiply(const Value& a, const Value& b);
    Value power(const Value& a, std::int64_t exponent);
    Value add(std::span<const Value> terms);
    Value add(const Value& a, const Value& b) {
        const Value both[] = {a, b};
        return add(both);
    }

    const Poly& poly(std::uint32_t factor) const { return factors_[factor].poly; }
    std::optional<std::uint32_t> kernel_of(std::uint32_t factor) const { return factors_[factor].kernel; }
    // The polynomial modulo the relations.
    Poly reduce(Poly p) const;
    // Reduced the other way: cos^2 as 1 - sin^2, where i is the kernel of the sine (sinh).
    Poly by_sines(const Poly& p, std::uint32_t i) const;
    // As a value; `p` need not be reduced.
    Value value(const Poly& p);
    // The same with every factor irreducible (as far as that is cheap).
    Value split(const Value& v);
    // Factors that hold roots or sines, of equal exponents, multiplied: (1 - r)*(1 + r) is 1 - r^2, where r^2 is known.
    Value with_conjugates_merged(const Value& v);
    // The sines of the angles at which some bracket is zero for 0 or half a turn, as 1 - cos(u) and 1 + cos(u) are.
    std::vector<std::uint32_t> angles_of_zeros(const Value& v) const;
    // coefficient aside: the factors multiplied out, and the polynomials above and below the line.
    Poly expand(std::span<const Power> powers);
    // The factors with positive (negative) exponents.
    static std::vector<Power> above(const Value& v);
    static std::vector<Power> below(const Value& v);  // exponents turned positive
    // Each term of the numerator by itself over coefficient and denominator.
    std::vector<Value> terms(const Poly& numerator, const Number& coefficient, std::span<const Power> below);
    // Of a factor, wherever it is defined: 1 not negative, 0 unknown.
    bool is_positive(std::uint32_t factor) const;
    std::uint32_t factor_of(const Poly& p);  // of a primitive polynomial

private:
    struct Factor {
        Poly poly;
        std::optional<std::uint32_t> kernel;
        bool is_split = false;
        std::vector<Power> parts = {};
    };
    Value fold_roots(Value v);
    bool has_relations(std::uint32_t factor) const;
    Poly shorter(const Poly& p) const;
    Poly replace(const Poly& p, std::uint32_t i, std::int64_t degree, const Poly& by) const;
    Value cancel(Value sum, std::span<const Power> shared);

    Ring ring_;
    std::vector<Kernel> kernels_;
    std::vector<Factor> factors_;
};

}  // namespace pdiff::normal
