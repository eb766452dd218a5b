#include "algebra/normal/field.hpp"

#include <algorithm>

namespace pdiff::normal {
namespace {

constexpr std::int64_t largest_exponent = std::int64_t{1} << 40;

std::int64_t exponent_of(const Value& v, std::uint32_t factor) {
    for (const Power& p : v.powers)
        if (p.factor == factor) return p.exponent;
    return 0;
}

// The exponents of two ascending lists added.
std::vector<Power> merge(std::span<const Power> a, std::span<const Power> b) {
    std::vector<Power> result;
    std::size_t i = 0, k = 0;
    while (i < a.size() || k < b.size()) {
        if (k == b.size() || (i < a.size() && a[i].factor < b[k].factor)) {
            result.push_back(a[i++]);
        } else if (i == a.size() || b[k].factor < a[i].factor) {
            result.push_back(b[k++]);
        } else {
            const std::int64_t e = a[i].exponent + b[k].exponent;
            if (e > largest_exponent || e < -largest_exponent) throw OutOfBudget{};
            if (e != 0) result.push_back({a[i].factor, e});
            ++i, ++k;
        }
    }
    return result;
}

}  // namespace

std::optional<std::uint32_t> Field::find(Expr e) const {
    for (std::uint32_t i = 0; i < kernels_.size(); ++i)
        if (kernels_[i].expr == e) return i;
    return std::nullopt;
}

std::uint32_t Field::add_kernel(const Kernel& k) {
    if (kernels_.size() == ring_.count()) throw OutOfKernels{};
    kernels_.push_back(k);
    const auto i = static_cast<std::uint32_t>(kernels_.size() - 1);
    factors_.push_back({Poly::unknown(ring_, i), i, true, {}});
    return i;
}

Value Field::kernel_value(std::uint32_t i) {
    for (std::uint32_t f = 0; f < factors_.size(); ++f)
        if (factors_[f].kernel == i) return {1, {{f, 1}}};
    throw OutOfBudget{};
}

// root^n is the radicand: |exponent| stays below n.
Value Field::fold_roots(Value v) {
    for (bool again = true; again;) {
        again = false;
        for (const Power p : v.powers) {
            const auto k = factors_[p.factor].kernel;
            if (!k || kernels_[*k].relation != Relation::root) continue;
            const std::int64_t degree = kernels_[*k].degree, whole = p.exponent / degree;
            if (whole == 0) continue;
            const Power taken[] = {{p.factor, -whole * degree}};
            v.powers = merge(v.powers, taken);
            const Value radicand = power(kernels_[*k].radicand, whole);
            v.coefficient = v.coefficient * radicand.coefficient;
            v.powers = merge(v.powers, radicand.powers);
            again = true;
            break;
        }
    }
    return v;
}

Value Field::multiply(const Value& a, const Value& b) {
    if (a.is_zero() || b.is_zero()) return {};
    ring_.spend(1 + a.powers.size() + b.powers.size());
    Value r{a.coefficient * b.coefficient, merge(a.powers, b.powers)};
    if (r.coefficient.bits() > 20'000) throw OutOfBudget{};
    return fold_roots(std::move(r));
}

std::vector<Value> Field::terms(const Poly& numerator, const Number& coefficient, std::span<const Power> below) {
    std::vector<Value> result;
    Value denominator{coefficient, {}};
    for (const Power& p : below) denominator.powers.push_back({p.factor, -p.exponent});
    for (std::size_t t = 0; t < numerator.terms(); ++t) {
        Value term = multiply(denominator, constant(numerator.coefficient(t)));
        const auto exponents = numerator.exponents(t);
        for (std::uint32_t i = 0; i < kernels(); ++i)
            if (exponents[i] != 0)
                term = multiply(term, power(kernel_value(i), static_cast<std::int64_t>(exponents[i])));
        result.push_back(std::move(term));
    }
    return result;
}

Value Field::power(const Value& a, std::int64_t exponent) {
    if (exponent == 0) return constant(1);
    if (a.is_zero()) {
        if (exponent < 0) throw OutOfBudget{};  // undefined; the canonical form says so in its own way
        return {};
    }
    const std::size_t bits = a.coefficient.is_one() ? 0 : a.coefficient.bits();
    const std::int64_t size = exponent < 0 ? -exponent : exponent;
    if (size > largest_exponent || static_cast<double>(bits) * static_cast<double>(size) > 20'000) throw OutOfBudget{};
    Value r{bits == 0 ? Number(1) : pow(a.coefficient, exponent), a.powers};
    for (Power& p : r.powers) {
        if (p.exponent > largest_exponent / size || p.exponent < -largest_exponent / size) throw OutOfBudget{};
        p.exponent *= exponent;
    }
    return fold_roots(std::move(r));
}

// What all terms share comes out, the rest is multiplied out and added.
Value Field::add(std::span<const Value> all) {
    std::vector<const Value*> terms;
    for (const Value& t : all)
        if (!t.is_zero()) terms.push_back(&t);
    if (terms.empty()) return {};
    if (terms.size() == 1) return *terms[0];

    Value shared{terms[0]->coefficient, terms[0]->powers};
    for (const Value* t : terms) {
        shared.coefficient = gcd(shared.coefficient, t->coefficient);
        for (Power& p : shared.powers) p.exponent = std::min(p.exponent, exponent_of(*t, p.factor));
        for (const Power& p : t->powers)
            if (p.exponent < 0 && exponent_of(shared, p.factor) == 0 &&
                std::ranges::none_of(shared.powers, [&](const Power& s) { return s.factor == p.factor; }))
                shared.powers.push_back(p);
    }
    std::erase_if(shared.powers, [](const Power& p) { return p.exponent == 0; });
    std::ranges::sort(shared.powers, {}, &Power::factor);

    std::vector<Power> inverse = shared.powers;
    for (Power& p : inverse) p.exponent = -p.exponent;
    Poly total(ring_);
    for (const Value* t : terms) {
        const Number c = t->coefficient / shared.coefficient;
        total = total + expand(merge(t->powers, inverse)).scaled(c);
    }
    const Value sum = value(total);
    return sum.is_zero() ? sum : multiply(shared, cancel(sum, shared.powers));
}

// The new polynomials of a sum divided by the denominators they stand over.
Value Field::cancel(Value sum, std::span<const Power> shared) {
    for (const Power& d : shared) {
        if (d.exponent > 0 || factors_[d.factor].kernel) continue;
        for (const Power p : sum.powers) {
            if (factors_[p.factor].kernel || p.factor == d.factor) continue;
            Poly rest = factors_[p.factor].poly;
            std::int64_t times = 0;
            for (; times < -d.exponent; ++times) {
                auto q = divide(rest, factors_[d.factor].poly);
                if (!q) break;
                rest = std::move(*q);
            }
            if (times == 0) continue;
            Value replaced = power(value(rest), p.exponent);
            const Power out[] = {{p.factor, -p.exponent}};
            const Power in[] = {{d.factor, times * p.exponent}};
            sum.powers = merge(sum.powers, out);
            sum.powers = merge(sum.powers, in);
            sum = multiply(sum, replaced);
            break;
        }
    }
    return sum;
}

Poly Field::expand(std::span<const Power> powers) {
    Poly result(ring_, 1);
    for (const Power& p : powers) {
        if (p.exponent < 0) throw OutOfBudget{};
        result = result * pow(factors_[p.factor].poly, static_cast<std::uint64_t>(p.exponent));
        if (!factors_[p.factor].kernel) result = reduce(std::move(result));
    }
    return result;
}

std::vector<Power> Field::above(const Value& v) {
    std::vector<Power> result;
    for (const Power& p : v.powers)
        if (p.exponent > 0) result.push_back(p);
    return result;
}

std::vector<Power> Field::below(const Value& v) {
    std::vector<Power> result;
    for (const Power& p : v.powers)
        if (p.exponent < 0) result.push_back({p.factor, -p.exponent});
    return result;
}

std::uint32_t Field::factor_of(const Poly& p) {
    for (std::uint32_t i = 0; i < factors_.size(); ++i)
        if (factors_[i].poly == p) return i;
    factors_.push_back({p, std::nullopt, false, {}});
    return static_cast<std::uint32_t>(factors_.size() - 1);
}

Value Field::split(const Value& v) {
    const auto is_whole = [&](const Power& p) {
        return factors_[p.factor].is_split && factors_[p.factor].parts.empty();
    };
    if (std::ranges::all_of(v.powers, is_whole)) return v;
    Value result = constant(v.coefficient);
    for (const Power& p : v.powers) {
        if (!factors_[p.factor].is_split) {
            std::vector<Power> parts;
            for (const auto& [base, exponent] : factor(factors_[p.factor].poly))
                parts.push_back({factor_of(base), exponent});
            if (parts.size() == 1 && parts[0].exponent == 1) parts.clear();
            for (const Power& part : parts) factors_[part.factor].is_split = true;
            factors_[p.factor].parts = std::move(parts);
            factors_[p.factor].is_split = true;
        }
        Value power_of{1, factors_[p.factor].parts};
        std::ranges::sort(power_of.powers, {}, &Power::factor);
        if (power_of.powers.empty()) power_of.powers.push_back({p.factor, 1});
        result = multiply(result, power(power_of, p.exponent));
    }
    return result;
}

// Even powers with positive coefficients, of names or of what is positive itself.
bool Field::is_positive(std::uint32_t factor) const {
    const Poly& p = factors_[factor].poly;
    if (p.terms() > 64) return false;
    for (std::size_t t = 0; t < p.terms(); ++t) {
        if (p.coefficient(t).sign() < 0) return false;
        const auto exponents = p.exponents(t);
        for (std::size_t i = 0; i < kernels_.size(); ++i)
            if (exponents[i] % 2 == 1 && !kernels_[i].positive) return false;
    }
    return true;
}

}  // namespace pdiff::normal
