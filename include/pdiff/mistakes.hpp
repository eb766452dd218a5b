// The name of the mistake in a wrong derivative: which rule was broken, where, and what should stand there.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/evaluate.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// What an answer answers; the shape of the answer must be that of the question, or nearly.
enum class Asked : std::uint8_t {
    derivative,  // by `variables` in sequence; of a vector, entry by entry
    gradient,    // a vector, by each of `variables`
    hessian,     // a matrix
    jacobian,    // a matrix: rows for the entries of the function
    implicit,    // dy/dx from function = 0: `variables` are y, x
};

struct Question {
    Expr function{};  // canonical
    Expr typed{};     // Parsed::typed: mistakes are made in what is written; `function` does where there is none
    Asked asked = Asked::derivative;
    std::vector<Expr> variables;
};

// A row of the table at a place.
struct Mistake {
    std::string_view name;           // "inner derivative forgotten"
    std::string_view topic;          // "chain rule"
    Expr place{};                    // the part of the question where it happened; all of it for a mistaken task
    Expr found{}, should{};          // what was taken for the derivative of `place`, and what it is
    std::string where;               // `place` as text, as it was typed where that is known; empty for a mistaken task
    bool everywhere = false;         // at all places where the rule applies; `place` is the first
    std::string advice;              // "multiply by 2*x"
    std::vector<std::size_t> entry;  // of a gradient or Hessian, from 1; empty: the answer as a whole
};

// Mistakes that together make the answer: one, or two at once.
struct Explanation {
    std::vector<Mistake> mistakes;
};

struct Diagnosis {
    std::vector<Explanation> explanations;  // each gives this very answer, by proof; the likely ones first; empty: none
    std::string tell_apart;                 // where there are two: a function whose wrong derivatives would differ
};

// Why `answer`, which is not `right`, was given. A right answer, and one of which nothing is proved, has no mistakes.
// Work is bounded by counts.
Diagnosis diagnose(Pool& pool, const Question& question, Expr right, Expr answer);

// The lines that a person reads: "likely mistake: inner derivative forgotten (chain rule) at sin(x^2): multiply by
// 2*x".
std::vector<std::string> describe(const Diagnosis& diagnosis);

// The table: a line for each row, or a page in Markdown with an example of each, worked out.
std::string mistakes_list();
std::string mistakes_page();

}  // namespace pdiff
