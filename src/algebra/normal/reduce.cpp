// Polynomials modulo the relations of their kernels.
#include <algorithm>

#include "algebra/normal/field.hpp"

namespace pdiff::normal {

// unknown^degree replaced by a polynomial in earlier unknowns.
Poly Field::replace(const Poly& p, std::uint32_t i, std::int64_t degree, const Poly& by) const {
    const std::vector<Poly> c = coefficients(p, i);
    const auto n = static_cast<std::size_t>(degree);
    Poly result(p.ring());
    for (std::size_t low = 0; low < n && low < c.size(); ++low) {
        // Horner in unknown^degree.
        const std::size_t top = low + (c.size() - 1 - low) / n * n;
        Poly part = c[top];
        for (std::size_t k = top; k > low; k -= n) part = part * by + c[k - n];
        result = result + part * pow(Poly::unknown(p.ring(), i), low);
    }
    return result;
}

Poly Field::reduce(Poly p) const {
    // A later kernel's relation holds earlier ones.
    for (auto i = static_cast<std::uint32_t>(kernels_.size()); i-- > 0;) {
        const Kernel& k = kernels_[i];
        if (k.relation == Relation::none) continue;
        const std::int64_t degree = k.relation == Relation::root ? k.degree : 2;
        if (p.degree(i) < degree) continue;
        Ring& ring = p.ring();
        if (k.relation == Relation::root) {
            Poly radicand(ring, 1);
            for (const Power& f : k.radicand.powers)
                radicand = radicand * pow(factors_[f.factor].poly, static_cast<std::uint64_t>(f.exponent));
            p = replace(p, i, degree, radicand.scaled(k.radicand.coefficient));
        } else {
            const Poly square = pow(Poly::unknown(ring, k.partner), 2);
            p = replace(p, i, 2, k.relation == Relation::sine ? Poly(ring, 1) - square : square - Poly(ring, 1));
        }
    }
    return p;
}

Poly Field::by_sines(const Poly& p, std::uint32_t i) const {
    const Kernel& k = kernels_[i];
    if (p.degree(k.partner) < 2) return p;
    const Poly square = pow(Poly::unknown(p.ring(), i), 2), unit(p.ring(), 1);
    return replace(p, k.partner, 2, k.relation == Relation::sine ? unit - square : unit + square);
}

// 1 - cos^2 is one term as sin^2: of each pair the representation with fewer terms.
Poly Field::shorter(const Poly& p) const {
    Poly best = p;
    for (std::uint32_t i = 0; i < kernels_.size(); ++i) {
        if (kernels_[i].relation != Relation::sine && kernels_[i].relation != Relation::sinh) continue;
        Poly other = by_sines(best, i);
        if (other.terms() < best.terms()) best = std::move(other);
    }
    return best;
}

bool Field::has_relations(std::uint32_t factor) const {
    const std::vector<int> used = factors_[factor].poly.used();
    for (std::uint32_t i = 0; i < kernels_.size(); ++i) {
        if (kernels_[i].relation == Relation::none) continue;
        if (used[i] != 0 || (kernels_[i].relation >= Relation::sine && used[kernels_[i].partner] != 0)) return true;
    }
    return false;
}

Value Field::with_conjugates_merged(const Value& v) {
    Value result{v.coefficient, {}};
    std::vector<Power> groups;
    for (const Power& p : v.powers)
        (!factors_[p.factor].kernel && has_relations(p.factor) ? groups : result.powers).push_back(p);
    if (groups.size() < 2) return v;
    std::ranges::stable_sort(groups, {}, &Power::exponent);
    for (std::size_t i = 0; i < groups.size();) {
        const std::int64_t exponent = groups[i].exponent;
        std::vector<Power> group;
        for (; i < groups.size() && groups[i].exponent == exponent; ++i) group.push_back({groups[i].factor, 1});
        std::ranges::sort(group, {}, &Power::factor);
        const Value product = group.size() == 1 ? Value{1, group} : value(expand(group));
        if (product.is_zero()) return v;
        result = multiply(result, power(product, exponent));
    }
    return split(result);
}

std::vector<std::uint32_t> Field::angles_of_zeros(const Value& v) const {
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < kernels_.size(); ++i) {
        if (kernels_[i].relation != Relation::sine && kernels_[i].relation != Relation::sinh) continue;
        const auto vanishes = [&](const Power& p) {
            const Poly& poly = factors_[p.factor].poly;
            if (factors_[p.factor].kernel || poly.degree(kernels_[i].partner) < 1) return false;
            const Poly level = poly.with(i, 0);
            return level.with(kernels_[i].partner, 1).is_zero() || level.with(kernels_[i].partner, -1).is_zero();
        };
        if (std::ranges::any_of(v.powers, vanishes)) result.push_back(i);
    }
    return result;
}

Value Field::value(const Poly& unreduced) {
    Poly p = reduce(unreduced);
    if (p.is_zero()) return {};
    p = shorter(p);
    const Primitive parts = primitive(p);
    Value result = constant(parts.content);
    for (std::uint32_t i = 0; i < kernels_.size(); ++i)
        if (parts.monomial[i] != 0)
            result = multiply(result, power(kernel_value(i), static_cast<std::int64_t>(parts.monomial[i])));
    if (parts.rest.is_constant()) return result;
    return multiply(result, {1, {{factor_of(parts.rest), 1}}});
}

}  // namespace pdiff::normal
