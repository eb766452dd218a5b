// Binding a variable and writing its value into the expression give the same digits.
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"

using namespace pdiff;

namespace {

constexpr unsigned seed = 7;

// A random expression in x, built from the leaves up.
Expr random_expression(Pool& pool, std::mt19937& random) {
    const auto pick = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    constexpr Function functions[] = {Function::sin,  Function::log,   Function::abs,  Function::floor, Function::sign,
                                      Function::atan, Function::gamma, Function::cbrt, Function::frac,  Function::relu};
    std::vector<Expr> made = {pool.symbol("x"), pool.number(Number::fraction(int(pick(9)) - 4, 1 + int(pick(4)))), pi};
    for (int i = 0; i < 8; ++i) {
        const Expr a = made[pick(made.size())], b = made[pick(made.size())];
        switch (pick(5)) {
            case 0:
                made.push_back(sum(pool, {a, b}));
                break;
            case 1:
                made.push_back(product(pool, {a, b}));
                break;
            case 2:
                made.push_back(power(pool, a, b));
                break;
            case 3:
                made.push_back(
                    rebuild(pool, Op::piecewise, std::array{rebuild(pool, Op::less, std::array{a, b}), a, b}));
                break;
            default:
                made.push_back(call(pool, functions[pick(std::size(functions))], {a}));
        }
    }
    return made.back();
}

}  // namespace

TEST_CASE("a bound variable and its value written out give the same digits") {
    MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const char* const points[] = {"0", "1", "-1", "1/3", "-7/2", "sqrt(2)", "-pi", "10^20"};
    int compared = 0;
    for (int i = 0; i < 2000; ++i) {
        Pool pool;
        const Expr x = pool.symbol("x");
        try {
            const Expr f = random_expression(pool, random);
            const Binding point{x, parse_expr(pool, points[std::size_t(i) % std::size(points)])};
            const Evaluation bound = evaluate(pool, f, std::span(&point, 1), 12, {512});
            const Expr written = substitute(pool, f, std::span(&x, 1), std::span(&point.value, 1));
            const Evaluation free = evaluate(pool, written, {}, 12, {512});
            CAPTURE(i);
            // The canonical form may drop what has no value, 0*log(-1), but brings in no such thing.
            CHECK((bound.definedness != Definedness::defined || free.definedness != Definedness::undefined));
            if (bound.digits.empty() || free.digits.empty()) continue;
            // Written out, more may be known to be exact: zeros behind the last digit are dropped.
            const std::string& shorter = bound.digits.size() < free.digits.size() ? bound.digits : free.digits;
            const std::string& longer = &shorter == &bound.digits ? free.digits : bound.digits;
            if (shorter.find('e') == std::string::npos && longer.find('e') == std::string::npos) {
                CHECK(longer.substr(0, shorter.size()) == shorter);
            } else if (shorter.size() == longer.size()) {
                CHECK(shorter == longer);
            }
            ++compared;
        } catch (const Error& error) {
            // An exact constant such as 1/0 in the expression itself.
            CHECK((error.kind == ErrorKind::undefined || error.kind == ErrorKind::limit));
        }
    }
    CHECK(compared > 500);
}
