// All partial derivatives of functions of very many variables, through the library.
#include <fmt/format.h>
#include <sys/resource.h>

#include <ctime>
#include <string_view>
#include <vector>

#include "pdiff/differentiate.hpp"
#include "pdiff/expr.hpp"

namespace {

using namespace pdiff;

std::vector<Expr> symbols(Pool& pool, std::size_t count) {
    std::vector<Expr> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(pool.symbol(fmt::format("x{}", i)));
    return all;
}

Expr rosenbrock(Pool& pool, const std::vector<Expr>& x) {
    const Expr hundred = pool.number(100);
    std::vector<Expr> terms;
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
        const Expr valley = subtract(pool, x[i + 1], power(pool, x[i], two));
        terms.push_back(product(pool, {hundred, power(pool, valley, two)}));
        terms.push_back(power(pool, subtract(pool, one, x[i]), two));
    }
    return sum(pool, terms);
}

Expr product_of_all(Pool& pool, const std::vector<Expr>& x) { return product(pool, x); }

void measure(std::string_view name, std::size_t count, Expr (*make)(Pool&, const std::vector<Expr>&)) {
    Pool pool;
    const std::vector<Expr> x = symbols(pool, count);
    const Expr f = make(pool, x);
    const std::size_t before = pool.size();
    const std::clock_t start = std::clock();  // of the processor: other programs do not count
    const std::vector<Expr> partials = gradient(pool, f, x);
    const double milliseconds = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:<34}{:>9}{:>11.1f} ms{:>10} new operations{:>8} MB at most\n", name, partials.size(), milliseconds,
               pool.size() - before, usage.ru_maxrss / 1024);
}

}  // namespace

int main() {
    measure("product, all partials", 1'000, product_of_all);
    measure("product, all partials", 10'000, product_of_all);
    measure("product, all partials", 100'000, product_of_all);
    measure("Rosenbrock, all partials", 1'000, rosenbrock);
    measure("Rosenbrock, all partials", 10'000, rosenbrock);
    measure("Rosenbrock, all partials", 100'000, rosenbrock);
}
