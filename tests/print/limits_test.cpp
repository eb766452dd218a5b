// Deep, shared, large and permuted expressions.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "pdiff/error.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

namespace {

constexpr Format formats[] = {Format::plain, Format::unicode, Format::pretty,      Format::latex, Format::mathml,
                              Format::sympy, Format::maxima,  Format::mathematica, Format::giac};

// Every format gives a text or says that it would be too long.
void print_all(const Pool& pool, Expr e) {
    for (const Format format : formats) {
        try {
            const std::string text = print(pool, e, {.format = format});
            CHECK_FALSE(text.empty());
        } catch (const Error& error) {
            CHECK(error.kind == ErrorKind::limit);
            CHECK(error.hint.find("--limit output_bytes=") != std::string::npos);
        }
    }
}

}  // namespace

TEST_CASE("a million levels") {
    constexpr int depth = 1'000'000;
    Pool pool({.output_bytes = 8u << 20});
    Expr calls = pool.symbol("x"), powers = calls, brackets = calls;
    for (int i = 0; i < depth; ++i) {
        calls = call(pool, Function::sin, {calls});
        powers = pool.make(Op::power, {two, powers});
        brackets = pool.make(Op::power, {pool.make(Op::sum, {one, brackets, one}), pi});
    }
    CHECK(print(pool, calls).size() == 5 * depth + 1);
    for (const Expr e : {calls, powers, brackets}) print_all(pool, e);
}

TEST_CASE("a tree that would be exponentially large is refused") {
    Pool pool({.output_bytes = 100'000});
    Expr e = pool.symbol("x");
    for (int i = 0; i < 300; ++i) e = sum(pool, {call(pool, Function::sin, {e}), call(pool, Function::cos, {e})});
    try {
        print(pool, e);
        FAIL("printed");
    } catch (const Error& error) {
        CHECK(error.message == "the result is longer than 100000 bytes");
        CHECK(error.hint == "--limit output_bytes=400000 allows more");
    }
    print_all(pool, e);
    CHECK(print(pool, e, {.share = true}).size() < 20'000);
}

TEST_CASE("the same text whatever the order of construction") {
    const std::vector<std::string> names = {"x", "y", "z", "x2", "x10", "alpha", "w_1"};
    std::string expected;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        Pool pool;
        std::vector<std::string> shuffled = names;
        std::ranges::shuffle(shuffled, random);
        for (const auto& name : shuffled) pool.symbol(name);
        std::vector<Expr> terms;
        for (const auto& a : names)
            for (const auto& b : names) {
                const Expr x = pool.symbol(a), y = pool.symbol(b);
                terms.push_back(product(pool, {x, call(pool, Function::sin, {sum(pool, {x, y, one})})}));
                terms.push_back(exp(pool, product(pool, {x, y})));
                terms.push_back(divide(pool, sqrt(pool, sum(pool, {x, y})), y));
            }
        std::ranges::shuffle(terms, random);
        // Younger expressions of other shapes, so that no index is as in another round.
        std::vector<Expr> half_of(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(random() % terms.size()));
        product(pool, half_of);
        const std::string text = print(pool, sum(pool, terms));
        if (expected.empty()) expected = text;
        CAPTURE(seed);
        CHECK(text == expected);
    }
}
