#include "pdiff/operators.hpp"

#include <algorithm>
#include <string>

#include "calculus/dependence.hpp"
#include "calculus/differential.hpp"
#include "calculus/laws.hpp"
#include "expr/scalars.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

bool is_vector(const Pool& pool, Expr f) { return pool.op(f) == Op::vector; }

void require_scalar(const Pool& pool, Expr f, std::string_view what) {
    if (is_vector(pool, f))
        throw Error(ErrorKind::usage, std::string(what) + " takes one function, this is a vector", {},
                    "use --jacobian");
    if (pool.op(f) == Op::equal)
        throw Error(ErrorKind::usage, std::string(what) + " takes a function, this is an equation", {},
                    "use --implicit");
}

std::vector<Expr> require_field(const Pool& pool, Expr f, std::size_t dimension, std::string_view what) {
    const std::vector<Expr> field = entries(pool, f);
    if (is_vector(pool, f) && field.size() == dimension) return field;
    throw Error(ErrorKind::usage,
                std::string(what) + " takes a vector of as many entries as variables: " + std::to_string(dimension) +
                    " variables, " + (is_vector(pool, f) ? std::to_string(field.size()) + " entries" : "no vector"));
}

// The trace and the antisymmetric part of a Jacobian are built of single partials.
Expr partial(Pool& pool, Expr f, Expr x) { return differentiate(pool, f, x); }

}  // namespace

Expr gradient_vector(Pool& pool, Expr f, std::span<const Expr> variables) {
    require_scalar(pool, f, "the gradient");
    return pool.make(Op::vector, gradient(pool, f, variables));
}

Expr hessian(Pool& pool, Expr f, std::span<const Expr> variables) {
    require_scalar(pool, f, "the Hessian");
    const std::size_t n = variables.size();
    std::vector<std::vector<Expr>> matrix(n, std::vector<Expr>(n));
    const bool one_by_one = go_forward(pool, f, n * n);
    const std::vector<Expr> first = one_by_one ? std::vector<Expr>{} : gradient(pool, f, variables);
    for (std::size_t i = 0; i < n; ++i) {
        const std::vector<Expr> row = one_by_one ? std::vector<Expr>{} : gradient(pool, first[i], variables.subspan(i));
        for (std::size_t k = i; k < n; ++k) {
            const Expr pair[] = {variables[i], variables[k]};
            matrix[i][k] = matrix[k][i] = one_by_one ? differentiate(pool, f, pair) : row[k - i];
        }
    }
    std::vector<Expr> rows;
    for (const auto& r : matrix) rows.push_back(pool.make(Op::vector, r));
    return pool.make(Op::vector, rows);
}

Expr jacobian(Pool& pool, Expr f, std::span<const Expr> variables) {
    std::vector<Expr> rows;
    for (const Expr entry : entries(pool, f)) {
        require_scalar(pool, entry, "a row of the Jacobian");
        rows.push_back(pool.make(Op::vector, gradient(pool, entry, variables)));
    }
    return pool.make(Op::vector, rows);
}

Expr divergence(Pool& pool, Expr f, std::span<const Expr> variables) {
    const std::vector<Expr> field = require_field(pool, f, variables.size(), "the divergence");
    std::vector<Expr> terms;
    for (std::size_t i = 0; i < field.size(); ++i) terms.push_back(partial(pool, field[i], variables[i]));
    return simplify(pool, sum(pool, terms));
}

Expr curl(Pool& pool, Expr f, std::span<const Expr> variables) {
    if (variables.size() != 2 && variables.size() != 3)
        throw Error(ErrorKind::usage, "the curl takes 2 or 3 variables, there are " + std::to_string(variables.size()),
                    {}, "name them: --curl x,y,z");
    const std::vector<Expr> field = require_field(pool, f, variables.size(), "the curl");
    const auto rotation = [&](std::size_t i, std::size_t k) {
        return simplify(pool,
                        subtract(pool, partial(pool, field[k], variables[i]), partial(pool, field[i], variables[k])));
    };
    if (field.size() == 2) return rotation(0, 1);
    const Expr components[] = {rotation(1, 2), rotation(2, 0), rotation(0, 1)};
    return pool.make(Op::vector, components);
}

Expr laplacian(Pool& pool, Expr f, std::span<const Expr> variables) {
    std::vector<Expr> result;
    for (const Expr entry : entries(pool, f)) {
        require_scalar(pool, entry, "the Laplacian");
        std::vector<Expr> terms;
        for (const Expr x : variables) {
            const Expr twice[] = {x, x};
            terms.push_back(differentiate(pool, entry, twice));
        }
        result.push_back(simplify(pool, sum(pool, terms)));
    }
    return is_vector(pool, f) ? pool.make(Op::vector, result) : result[0];
}

Expr directional(Pool& pool, Expr f, std::span<const Expr> variables, Expr direction, bool unit) {
    require_scalar(pool, f, "the directional derivative");
    const std::vector<Expr> v = require_field(pool, direction, variables.size(), "the direction");
    const std::vector<Expr> g = gradient(pool, f, variables);
    std::vector<Expr> terms, squares;
    for (std::size_t i = 0; i < v.size(); ++i) {
        terms.push_back(product(pool, {g[i], v[i]}));
        squares.push_back(power(pool, v[i], two));
    }
    Expr result = sum(pool, terms);
    if (unit) result = divide(pool, result, sqrt(pool, sum(pool, squares)));
    return simplify(pool, result);
}

Expr depending_on(Pool& pool, Expr f, Expr t) {
    std::vector<Expr> from, to;
    for (const Expr x : variables(pool, f)) {
        if (x == t) continue;
        from.push_back(x);
        to.push_back(pool.make(Op::apply, {pool.function_name(std::string(pool.name(x))), t}));
    }
    return substitute(pool, f, from, to);
}

Expr total_derivative(Pool& pool, Expr f, Expr t) { return differentiate(pool, depending_on(pool, f, t), t); }

Expr level_function(Pool& pool, Expr f) {
    if (pool.op(f) != Op::equal) return f;
    const Expr left = pool.args(f)[0], right = pool.args(f)[1];
    return subtract(pool, left, right);
}

Expr implicit_derivative(Pool& pool, Expr f, Expr y, std::span<const Expr> sequence) {
    if (is_vector(pool, f))
        throw Error(ErrorKind::usage, "an implicit derivative takes one equation, this is a vector");
    f = level_function(pool, f);
    const Expr by_y = differentiate(pool, f, y);
    if (by_y == zero)
        throw Error(ErrorKind::usage,
                    "the equation does not determine " + std::string(pool.name(y)) + ": it does not depend on it");
    // Each derivative after the first is total.
    const auto by_law = [&](CurveLaw law, std::initializer_list<Expr> values) {
        return simplify(pool, curve_law(law).instantiate(pool, std::span(values.begin(), values.size())));
    };
    const auto slope = [&](Expr x) { return by_law(CurveLaw::slope, {differentiate(pool, f, x), by_y}); };
    Expr g{};
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        const Expr x = sequence[i];
        if (x == y)
            throw Error(ErrorKind::usage, "the dependent variable cannot be differentiated by itself", {},
                        "give another variable to --wrt");
        g = i == 0 ? slope(x)
                   : by_law(CurveLaw::along, {differentiate(pool, g, x), differentiate(pool, g, y), slope(x)});
    }
    return g;
}

std::vector<Partial> partials(Pool& pool, Expr f, std::span<const Expr> variables, std::size_t order) {
    if (order > pool.limits().order)
        throw Error(ErrorKind::limit,
                    "order " + std::to_string(order) + " is above the limit of " + std::to_string(pool.limits().order),
                    {}, "--limit order=N allows more");
    std::vector<Partial> level = {{{}, f}};
    for (std::size_t n = 0; n < order; ++n) {
        std::vector<Partial> next;
        for (const Partial& p : level) {
            // Only variables from the last one on: each multiset once.
            const auto from = p.sequence.empty() ? variables.begin() : std::ranges::find(variables, p.sequence.back());
            for (auto x = from; x != variables.end(); ++x) {
                std::vector<Expr> sequence = p.sequence;
                sequence.push_back(*x);
                next.push_back({std::move(sequence), differentiate(pool, p.value, *x)});
            }
        }
        level = std::move(next);
    }
    return level;
}

}  // namespace pdiff
