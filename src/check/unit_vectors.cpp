#include "check/unit_vectors.hpp"

#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {

std::vector<Expr> components(Pool& pool, Expr value, std::span<const Expr> units) {
    std::vector<Expr> parts, terms;
    for (const Expr unit : units) {
        std::vector<Expr> at;
        for (const Expr other : units) at.push_back(other == unit ? one : zero);
        try {
            parts.push_back(substitute(pool, value, units, at));
        } catch (const Error& error) {
            if (error.kind != ErrorKind::undefined) throw;
            return {};
        }
        terms.push_back(product(pool, {parts.back(), unit}));
    }
    if (!is_zero(pool, subtract(pool, value, sum(pool, terms)))) return {};
    return parts;
}

}  // namespace pdiff
