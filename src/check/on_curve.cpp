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

}  // namespace

std::vector<Branch> branches(Pool& pool, Expr curve, Expr dependent) {
    const bool equation = pool.op(curve) == Op::equal;
    const Expr f = equation ? subtract(pool, pool.args(curve)[0], pool.args(curve)[1]) : curve;
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

}  // namespace pdiff
