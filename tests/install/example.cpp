#include <pdiff/differentiate.hpp>
#include <pdiff/evaluate.hpp>
#include <pdiff/parse.hpp>
#include <pdiff/print.hpp>

#include <iostream>

int main() {
    pdiff::Pool pool;
    const pdiff::Expr f = pdiff::parse_expr(pool, "x^2*sin(y)");
    const pdiff::Expr x = pool.symbol("x");
    const pdiff::Expr y = pool.symbol("y");

    const pdiff::Expr df = pdiff::differentiate(pool, f, x);
    std::cout << pdiff::print(pool, df) << '\n';

    const pdiff::Binding point[] = {{x, pdiff::one}, {y, pdiff::half}};
    std::cout << pdiff::evaluate(pool, df, point, 20).digits << '\n';
}
