// Whether it is worth looking for a shorter form: one pass, without the normal form's machinery.
#pragma once

#include <span>
#include <vector>

#include "algebra/gain/survey.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

constexpr std::size_t heaviest = 320;  // names, numbers and functions in all, of an operation that is formed

struct Gains {
    std::vector<Expr> parts = {};  // the operations that a form may shorten
    std::vector<Expr> sums = {};   // those that are shorter, or more readable, over one denominator and multiplied out
    bool whole = false;            // all of it may be shorter even so
    bool complete = true;          // nothing was too heavy to be looked at
    std::size_t weight = 0;        // names, numbers and functions in all
};

// Of the operations of f. Both are empty where it is seen that no form is shorter: a
// polynomial, a product of powers of different kernels, a sum whose terms neither merge over a common denominator nor
// hold functions of one angle. `multiplied_out`: numerators are new and may have factors that cancel.
Gains find_gains(const Pool& pool, Survey& f, bool multiplied_out = false);

// Whether the outermost operation of f is one of them.
bool may_merge_here(const Pool& pool, Expr f);

// f with `sums` multiplied out: what needs no more than that.
Expr merge_sums(Pool& pool, Expr f, const std::vector<Expr>& order, std::span<const Expr> sums);

}  // namespace pdiff
