#include "pdiff/real_roots.hpp"

#include <acb.h>
#include <arb_fmpz_poly.h>
#include <flint/fmpq_poly.h>
#include <flint/fmpz_poly.h>
#include <flint/fmpz_poly_factor.h>

#include <algorithm>

#include "numeric/value.hpp"

namespace pdiff {
namespace {

constexpr std::int64_t most_degree = 64;
constexpr slong root_bits = 64;

class IntegerPolynomial {
public:
    IntegerPolynomial() { fmpz_poly_init(value_); }
    ~IntegerPolynomial() { fmpz_poly_clear(value_); }
    IntegerPolynomial(const IntegerPolynomial&) = delete;
    IntegerPolynomial& operator=(const IntegerPolynomial&) = delete;
    operator fmpz_poly_struct*() { return value_; }
    fmpz_poly_struct* operator->() { return value_; }

private:
    fmpz_poly_t value_;
};

class Reader {
public:
    Reader(const Pool& pool, Expr x) : pool_(pool), x_(x) { fmpq_poly_init(sum_); }
    ~Reader() { fmpq_poly_clear(sum_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    bool read(Expr f, fmpz_poly_t result) {
        if (pool_.op(f) == Op::sum) {
            if (!add(one, pool_.number(pool_.lead(f)))) return false;
            for (const Pair& p : pool_.pairs(f))
                if (!add(p.first, pool_.number(p.second))) return false;
        } else if (!add(f, Number(1))) {
            return false;
        }
        fmpq_poly_get_numerator(result, sum_);
        return true;
    }

private:
    bool add(Expr term, Number coefficient) {
        std::int64_t degree = 0;
        const auto multiply = [&](Expr base, Expr exponent) {
            if (base != x_ || !pool_.is_number(exponent)) return false;
            const auto n = pool_.number(exponent).to_int();
            if (!n || *n < 0 || *n > most_degree) return false;
            degree += *n;
            return true;
        };
        switch (pool_.op(term)) {
            case Op::number:
                coefficient = coefficient * pool_.number(term);
                break;
            case Op::symbol:
                if (!multiply(term, one)) return false;
                break;
            case Op::power:
                if (!multiply(pool_.args(term)[0], pool_.args(term)[1])) return false;
                break;
            case Op::product:
                coefficient = coefficient * pool_.number(pool_.lead(term));
                for (const Pair& p : pool_.pairs(term))
                    if (!multiply(p.first, p.second)) return false;
                break;
            default:
                return false;
        }
        Rational c, present;
        set(c, coefficient);
        fmpq_poly_get_coeff_fmpq(present, sum_, degree);
        fmpq_add(c, c, present);
        fmpq_poly_set_coeff_fmpq(sum_, degree, c);
        return degree <= most_degree;
    }

    const Pool& pool_;
    Expr x_;
    fmpq_poly_t sum_;
};

// Enclosures of the real roots of a squarefree polynomial, ascending and apart from each other.
std::vector<Ball> real_roots(const fmpz_poly_t squarefree) {
    const slong degree = fmpz_poly_degree(squarefree);
    if (degree < 1) return {};
    acb_ptr roots = _acb_vec_init(degree);
    arb_fmpz_poly_complex_roots(roots, squarefree, 0, root_bits);
    std::vector<Ball> result;
    for (slong i = 0; i < degree; ++i) {
        if (!arb_is_zero(acb_imagref(roots + i))) continue;
        result.emplace_back();
        arb_set(result.back(), acb_realref(roots + i));
    }
    _acb_vec_clear(roots, degree);
    std::ranges::sort(result, [](const Ball& a, const Ball& b) { return arf_cmp(arb_midref(a), arb_midref(b)) < 0; });
    return result;
}

// The root that the enclosure holds, where it is rational.
std::optional<Number> rational_root(const fmpz_poly_t polynomial, const Ball& root) {
    // A rational root p/q of an integer polynomial has q | the leading coefficient.
    Integer leading, nearest;
    fmpz_set(leading, fmpz_poly_lead(polynomial));
    Ball scaled;
    arb_mul_fmpz(scaled, root, leading, 4 * root_bits);
    if (!arb_get_unique_fmpz(nearest, scaled)) return std::nullopt;
    Rational candidate, value;
    fmpq_set_fmpz_frac(candidate, nearest, leading);
    fmpz_poly_evaluate_fmpq(value, polynomial, candidate);
    if (!fmpq_is_zero(value)) return std::nullopt;
    char* text = fmpz_get_str(nullptr, 10, fmpq_numref(candidate));
    const std::string numerator(text);
    flint_free(text);
    text = fmpz_get_str(nullptr, 10, fmpq_denref(candidate));
    const std::string denominator(text);
    flint_free(text);
    const bool negative = numerator.starts_with('-');
    const Number n = Number::from_digits(numerator.substr(negative));
    return (negative ? -n : n) / Number::from_digits(denominator);
}

// A number of few digits strictly between two bounds, an infinite one where the pointer is null.
Number simple_between(const double* low, const double* high) {
    const double a = low ? *low : std::min(0.0, *high) - 2, b = high ? *high : std::max(0.0, a) + 2;
    for (std::int64_t scale = 1; scale < (std::int64_t(1) << 40); scale *= 2) {
        const double middle = std::clamp(0.0, a, b) == 0 && a < 0 && b > 0 ? 0 : (a + b) / 2;
        const double candidate = std::round(middle * static_cast<double>(scale)) / static_cast<double>(scale);
        if (candidate > a && candidate < b)
            return Number::fraction(static_cast<std::int64_t>(candidate * static_cast<double>(scale)), scale);
    }
    return Number(0);
}

}  // namespace

std::optional<DividedLine> divide_line(Pool& pool, std::span<const Expr> polynomials, Expr x) {
    IntegerPolynomial all, next, derivative, common;
    fmpz_poly_one(all);
    for (const Expr p : polynomials) {
        Reader reader(pool, x);
        if (!reader.read(p, next) || fmpz_poly_is_zero(next)) return std::nullopt;
        fmpz_poly_mul(all, all, next);
        if (fmpz_poly_degree(all) > most_degree) return std::nullopt;
        fmpz_poly_derivative(derivative, all);
        fmpz_poly_gcd(common, all, derivative);
        fmpz_poly_div(all, all, common);
    }
    DividedLine line;
    const std::vector<Ball> roots = real_roots(all);
    std::vector<double> ends;  // below and above each root
    for (const Ball& root : roots) {
        line.roots.push_back(rational_root(all, root));
        const double middle = arf_get_d(arb_midref(root), ARF_RND_NEAR);
        const double margin = 1e-12 * std::max(1.0, std::abs(middle));
        ends.push_back(middle - margin), ends.push_back(middle + margin);
    }
    for (std::size_t i = 1; i + 1 < ends.size(); i += 2)
        if (ends[i] >= ends[i + 1]) return std::nullopt;  // too near for doubles
    if (ends.empty()) {
        line.between.push_back(Number(0));
        return line;
    }
    line.between.push_back(simple_between(nullptr, &ends.front()));
    for (std::size_t i = 1; i + 1 < ends.size(); i += 2) line.between.push_back(simple_between(&ends[i], &ends[i + 1]));
    line.between.push_back(simple_between(&ends.back(), nullptr));
    return line;
}

}  // namespace pdiff
