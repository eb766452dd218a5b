#include "check/on_curve.hpp"

#include <array>

#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {

namespace {

Expr at_zero(Pool& pool, Expr f, Expr v) { return substitute(pool, f, std::span(&v, 1), std::span(&zero, 1)); }

// F = a*v^2 + b*v + c, with a number for a.
std::vector<Branch> solved(Pool& pool, Expr f, Expr v) {
    const std::array<Expr, 2> twice{v, v};
    const Expr first = differentiate(pool, f, v);
    const Expr a = product(pool, {half, in_form(pool, differentiate(pool, f, twice), Form::expanded)});
    if (!pool.is_number(a)) return {};
    const Expr b = at_zero(pool, first, v), c = at_zero(pool, f, v);
    const Expr square = product(pool, {a, power(pool, v, two)});
    const Expr polynomial = sum(pool, {square, product(pool, {b, v}), c});
    if (!is_zero(pool, subtract(pool, f, polynomial))) return {};
    if (a == zero)
        return b == zero ? std::vector<Branch>() : std::vector<Branch>{{v, negate(pool, divide(pool, c, b))}};
    const Expr discriminant = subtract(pool, power(pool, b, two), product(pool, {pool.number(Number(4)), a, c}));
    const Expr root = sqrt(pool, discriminant), below = product(pool, {two, a});
    return {{v, divide(pool, subtract(pool, root, b), below)},
            {v, divide(pool, negate(pool, sum(pool, {root, b})), below)}};
}

bool is_zero_at(Pool& pool, Expr f, std::span<const Expr> by, std::span<const Expr> point) {
    try {
        return substitute(pool, f, by, point) == zero;
    } catch (const Error& error) {
        if (error.kind != ErrorKind::undefined) throw;
        return false;
    }
}

Expr without_sign_of_equality(Pool& pool, Expr curve) {
    return pool.op(curve) == Op::equal ? subtract(pool, pool.args(curve)[0], pool.args(curve)[1]) : curve;
}

}  // namespace

std::vector<Branch> branches(Pool& pool, Expr curve, Expr dependent) {
    const Expr f = without_sign_of_equality(pool, curve);
    std::vector<Expr> order{dependent};
    for (const Expr v : variables(pool, f))
        if (v != dependent) order.push_back(v);
    for (const Expr v : order) try {
            if (std::vector<Branch> found = solved(pool, f, v); !found.empty()) return found;
        } catch (const Error& error) {
            if (error.kind != ErrorKind::undefined) throw;  // no value at 0: no polynomial
        }
    return {};
}

std::optional<Witness> whole_witness(Pool& pool, Expr curve, Expr f, Expr g) {
    constexpr std::int64_t reach = 4;      // coordinates are 1, -1, 2, ..., 0
    constexpr std::size_t dimensions = 3;  // more variables have too many points
    const Expr zero_on_it = without_sign_of_equality(pool, curve);
    const std::vector<Expr> by = variables(pool, pool.make(Op::vector, {zero_on_it, f, g}));
    if (by.empty() || by.size() > dimensions) return std::nullopt;
    std::vector<Expr> values;
    for (std::int64_t n = 1; n <= reach; ++n)
        values.push_back(pool.number(Number(n))), values.push_back(pool.number(Number(-n)));
    values.push_back(zero);
    std::vector<std::size_t> at(by.size());
    for (;;) {
        std::vector<Expr> point;
        for (const std::size_t i : at) point.push_back(values[i]);
        if (is_zero_at(pool, zero_on_it, by, point)) {
            std::vector<Binding> bindings;
            for (std::size_t i = 0; i < by.size(); ++i) bindings.push_back({by[i], point[i]});
            const Comparison c = compare(pool, f, g, bindings);
            if (c.relation == Relation::different) return Witness{std::move(bindings), c.left, c.right};
        }
        std::size_t i = 0;
        while (i < at.size() && ++at[i] == values.size()) at[i++] = 0;
        if (i == at.size()) return std::nullopt;
    }
}

}  // namespace pdiff
