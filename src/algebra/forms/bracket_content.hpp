// What all terms of a bracket share, in front of the product that the bracket is a factor of.
#pragma once

#include "algebra/forms/measure.hpp"
#include "algebra/gain/survey.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

struct Content {
    Number number = 1;  // with the sign that all terms share
    SmallVector<Pair, 4> powers;
    bool is_one() const { return number.is_one() && powers.empty(); }
    Content number_alone() const { return {.number = number, .powers = {}}; }
};

// Of a sum: what its numbers have in common; negative where they all are.
Number number_content(const Pool& pool, Expr sum);

// Of base^exponent, as far as it may come out of the power.
Content content_of(Pool& pool, const Pair& p);

// Of a product or a power.
SmallVector<Pair> factors_of(const Pool& pool, Expr e);

// The terms of a sum, each without the content.
Expr divided(Pool& pool, Expr sum, const Content& content);

// A product or power with the contents of its brackets in front, where that is not longer.
Expr content_in_front(Pool& pool, Expr e, MeasureScratch& scratch);

// 2*(20*x^3 + 4)*(5*x^4 + 4*x) as 8*x*(5*x^3 + 1)*(5*x^3 + 4), and (-x - 1)*y as -(x + 1)*y: in every product of f
// where that is not longer.
Expr contents_in_front(Pool& pool, Survey& f, MeasureScratch& scratch);
inline Expr contents_in_front(Pool& pool, Expr f, MeasureScratch& scratch) {
    Survey survey(pool, f);
    return contents_in_front(pool, survey, scratch);
}

}  // namespace pdiff
