#include "algebra/gain/polynomial_image.hpp"

#include <doctest/doctest.h>

#include <string>

#include "pdiff/parse.hpp"

using namespace pdiff;

namespace {

struct Two {
    std::string a, b;
    bool yes;
};
struct One {
    std::string sum;
    bool yes;
};

}  // namespace

TEST_CASE("a factor that two polynomials share shows in their images") {
    for (const Two& row : {
             Two{"x^2 - 1", "x^3 + 1", true}, Two{"x^2 + 1", "x^3 + 1", false},
             Two{"5*x*y - 45*x - 9*y + 81", "x*y - 9*x", true}, Two{"5*x*y - 45*x - 9*y + 82", "x*y - 9*x", false},
             Two{"x^2 - y^2", "x + y", true}, Two{"x^2 + y^2", "x + y", false}, Two{"x/2 + 1/3", "9*x + 6", true},
             Two{"x/y + 1", "x + y", true}, Two{"x + sin(y)", "x + 1", true},  // no polynomial: it may
         }) {
        CAPTURE(row.a);
        CAPTURE(row.b);
        Pool pool;
        CHECK(may_share_factor(pool, parse_expr(pool, row.a), parse_expr(pool, row.b)) == row.yes);
    }
}

TEST_CASE("a factor that a polynomial has twice shows in its image") {
    for (const One& row : {
             One{"x^2 + 2*x + 1", true},
             One{"x^2 + 2*x + 2", false},
             One{"x^2 + 2*x*y + y^2", true},
             One{"x^3 - 3*x - 2", true},
             One{"4*x^6 + 12*x^4 + 3*x^2 + 1", false},
         }) {
        CAPTURE(row.sum);
        Pool pool;
        CHECK(may_repeat_factor(pool, parse_expr(pool, row.sum)) == row.yes);
    }
}

TEST_CASE("four terms that are a product of two sums are seen") {
    for (const One& row : {
             One{"6*x*y + 3*x + 4*y + 2", true},
             One{"6*x*y + 3*x + 4*y + 3", false},
             One{"x^3 + x^2 + x + 1", true},
             One{"x^2 + 2*x + 1", false},
         }) {
        CAPTURE(row.sum);
        Pool pool;
        CHECK(is_product_of_two(pool, parse_expr(pool, row.sum)) == row.yes);
    }
}

TEST_CASE("small roots are seen") {
    for (const One& row : {
             One{"10 + 23*x + 10*x^2 - 3*x^3", true},
             One{"2*x^2 + 3*x + 1", true},
             One{"x^2 + 1", false},
             One{"x + 1", false},
             One{"x*y - 1", false},
         }) {
        CAPTURE(row.sum);
        Pool pool;
        CHECK(has_small_root(pool, parse_expr(pool, row.sum)) == row.yes);
    }
}

TEST_CASE("the terms of a product of polynomials are counted without making it") {
    struct Row {
        std::string a, b;
        std::size_t terms;
    };
    for (const Row& row : {
             Row{"x + y", "x - y", 2},
             Row{"x + y", "x^2 - x*y + y^2", 2},
             Row{"3*x^3 + 1", "y^7 + 2*x^6 + x^3 + 2", 6},
             Row{"x^2 + 1", "x^2 + 2", 3},
         }) {
        CAPTURE(row.a);
        Pool pool;
        CHECK(terms_of_product(pool, parse_expr(pool, row.a), parse_expr(pool, row.b)) == row.terms);
    }
}
