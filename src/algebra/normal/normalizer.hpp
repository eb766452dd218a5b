// From expressions to values over kernels and back: what counts as a kernel and what is known of it.
#pragma once

#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "algebra/normal/field.hpp"
#include "pdiff/expr.hpp"

namespace pdiff::normal {

// What earlier attempts at the same expression found out.
struct Lessons {
    std::size_t kernels = 8;                        // room for kernels
    std::map<std::pair<Expr, Expr>, Number> units;  // of the exponents of a base, of the multiples of an angle
    std::map<std::pair<Expr, Expr>, bool> used;     // which of them occur
    std::map<Expr, int> signs;                      // factors of known sign, from roots and logarithms
    bool hyperbolic_exponentials = false;           // sinh and cosh by exponentials
    bool angles_overlap = false;                    // sums of angles have terms in common
    bool angles_apart = false;                      // then sums by the addition theorems, where it is thorough
    std::vector<Expr> half_angles;                  // of which half has a sine or cosine that divides a bracket
};

// Of a positive rational number: the primes and their exponents; a large part that is left counts as a prime.
std::vector<std::pair<Number, std::int64_t>> prime_powers(const Number& positive);

struct Again {};  // a lesson was learned: start over with it

class Normalizer {
public:
    // `thorough`: relations that help to see that a difference is zero, not to print a result.
    Normalizer(Pool& pool, Lessons& lessons, bool thorough, std::size_t budget)
        : pool_(pool), lessons_(lessons), thorough_(thorough), field_(lessons.kernels, budget) {}

    Value value(Expr e);
    Expr expr(const Value& v);
    Expr expr(const Poly& p);
    Field& field() { return field_; }
    Pool& pool() { return pool_; }

private:
    Value visit(Expr e);
    Value visit_sum(Expr e);
    Value visit_product(Expr e);
    Value visit_call(Expr e);
    Value opaque(Expr e) { return kernel({.expr = e}); }
    Value kernel(const Kernel& k);
    Value of(Expr e) { return values_.at(index(e)); }

    // b^e
    Value power(Expr base, Expr exponent);
    Value exponential(Expr base, const Value& exponent);
    Value exponential_term(Expr base, const Number& multiple, Expr exponent);
    Value root(const Value& radicand, const Number& exponent);
    Value root_of_number(const Number& positive, const Number& exponent);
    Value root_of_factor(const Value& not_negative, const Number& exponent);
    Value root_of_rest(const Value& radicand, const Number& exponent);
    Expr grouped(const Value& v);
    int sign_of(std::uint32_t factor);
    void learn_sign(std::uint32_t factor, int sign);
    bool learn_signs(const Value& product);
    Value absolute(const Value& v);
    // The number of units in `multiple` of what `key` names.
    std::optional<std::int64_t> units(std::pair<Expr, Expr> key, const Number& multiple, std::int64_t limit,
                                      Number& unit);

    Value circular(Function f, const Value& argument);
    Value shifted(Function f, const Value& angle, const Number& half_turns);
    Value of_sum(Function f, const Value& angle);
    void compare_terms(const Value& angle, std::span<const Value> terms);
    Value multiple(Function f, const Value& angle);
    Value of_inverse(Function f, Expr key, const Number& multiple);
    Value hyperbolic(Function f, const Value& argument);
    Value logarithm(const Value& argument);
    Value with_parity(Function f, const Value& argument);
    std::vector<Value> terms(const Value& v);

    Pool& pool_;
    Lessons& lessons_;
    bool thorough_;
    Field field_;
    std::unordered_map<std::uint32_t, Value> values_;
    std::map<Expr, Expr> angle_of_term_;  // a sum in which the term occurred
    bool unknown_signs_ = false;          // a kernel was made that another sign would have spared
};

// Runs `attempt(normalizer)` until no new lesson is learned; throws OutOfBudget beyond the bounds.
template <class Attempt>
auto with_normalizer(Pool& pool, Lessons& lessons, bool thorough, std::size_t budget, Attempt attempt) {
    for (int rounds = 0; rounds < 16; ++rounds) {
        Normalizer n(pool, lessons, thorough, budget);
        try {
            return attempt(n);
        } catch (const Again&) {
        } catch (const OutOfKernels&) {
            if (lessons.kernels >= 64) throw OutOfBudget{};
            lessons.kernels *= 2;
        }
    }
    throw OutOfBudget{};
}

template <class Attempt>
auto with_normalizer(Pool& pool, bool thorough, std::size_t budget, Attempt attempt) {
    Lessons lessons;
    return with_normalizer(pool, lessons, thorough, budget, attempt);
}

}  // namespace pdiff::normal
