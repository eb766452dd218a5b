// The passes one by one over the textbook lines: bench_passes --benchmark_filter=print
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "lines.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "pdiff/simplify.hpp"

namespace {

using namespace pdiff;

constexpr std::size_t line_count = 2000;

// Without the few that divide by zero.
const std::vector<std::string>& lines() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> good;
        for (const std::string& line : bench::textbook_lines(line_count)) {
            Pool pool;
            try {
                differentiate(pool, parse_expr(pool, line), pool.symbol("x"));
                good.push_back(line);
            } catch (const Error&) {
            }
        }
        return good;
    }();
    return all;
}

// Runs `pass(pool, f)` over what `prepare` makes of each line; only the pass is on the clock.
template <class Prepare, class Pass>
void over_lines(benchmark::State& state, Prepare prepare, Pass pass) {
    Pool pool;
    for (auto _ : state) {
        state.PauseTiming();
        pool.reset();
        std::vector<Expr> inputs;
        for (const std::string& line : lines()) inputs.push_back(prepare(pool, line));
        state.ResumeTiming();
        for (const Expr f : inputs) benchmark::DoNotOptimize(pass(pool, f));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(lines().size()));
}

Expr derivative(Pool& pool, const std::string& line) {
    return differentiate(pool, parse_expr(pool, line), pool.symbol("x"));
}

void parse_lines(benchmark::State& state) {
    Pool pool;
    for (auto _ : state) {
        pool.reset();
        for (const std::string& line : lines()) benchmark::DoNotOptimize(parse_expr(pool, line));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(lines().size()));
}

void differentiate_lines(benchmark::State& state) {
    over_lines(state, parse_expr, [](Pool& pool, Expr f) { return differentiate(pool, f, pool.symbol("x")); });
}

void simplify_lines(benchmark::State& state) {
    over_lines(state, derivative, [](Pool& pool, Expr f) { return simplify(pool, f); });
}

void print_lines(benchmark::State& state) {
    over_lines(state, derivative, [](Pool& pool, Expr f) { return print(pool, f); });
}

BENCHMARK(parse_lines)->Unit(benchmark::kMillisecond);
BENCHMARK(differentiate_lines)->Unit(benchmark::kMillisecond);
BENCHMARK(simplify_lines)->Unit(benchmark::kMillisecond);
BENCHMARK(print_lines)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
