// What is built of partial derivatives: gradient, Hessian, Jacobian, divergence, curl, Laplacian and their kin.
#pragma once

#include <span>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Vectors and matrices are Op::vector; a matrix is a vector of rows. All results are simplified.
// Each throws Error{usage} where the shape does not fit.

Expr gradient_vector(Pool& pool, Expr f, std::span<const Expr> variables);
Expr hessian(Pool& pool, Expr f, std::span<const Expr> variables);     // symmetric, each entry computed once
Expr jacobian(Pool& pool, Expr f, std::span<const Expr> variables);    // rows: entries of f
Expr divergence(Pool& pool, Expr f, std::span<const Expr> variables);  // as many entries as variables
Expr curl(Pool& pool, Expr f, std::span<const Expr> variables);        // 3 entries: a vector; 2: a scalar
Expr laplacian(Pool& pool, Expr f, std::span<const Expr> variables);   // of a vector: entry by entry
Expr directional(Pool& pool, Expr f, std::span<const Expr> variables, Expr direction, bool unit);
// d f/dt where every variable but t depends on t: x(t) and x'(t) in the result.
Expr total_derivative(Pool& pool, Expr f, Expr t);
// dy/dx (and, for a longer sequence, the higher ones) from the equation or expression f = 0.
Expr implicit_derivative(Pool& pool, Expr f, Expr y, std::span<const Expr> sequence);

struct Partial {
    std::vector<Expr> sequence;
    Expr value;
};
// Every partial derivative of order n, each once: for x, y and n = 2: xx, xy, yy.
std::vector<Partial> partials(Pool& pool, Expr f, std::span<const Expr> variables, std::size_t order);

}  // namespace pdiff
