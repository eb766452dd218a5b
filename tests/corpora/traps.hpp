// Derivatives that some system gets wrong over the reals, each with the right answer clause by clause.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pdiff::test {

// "cos(x) if x < 0": what the derivative is where the condition holds. No condition: everywhere.
struct Clause {
    std::string value;  // "undefined", or an expression
    std::string condition;
};

enum class Asked : std::uint8_t {
    function,   // the derivative as a function: compared at points
    at_point,   // its value at a point, through the program
    refusal,    // the input is to be refused
    undecided,  // a question that pdiff cannot be asked, or an answer in words
};

struct Trap {
    std::string id;
    std::string expression;
    std::vector<std::string> sequence;
    std::string point;                                             // "x=0"
    std::vector<std::pair<std::string, std::string>> replacement;  // in the derivative
    std::vector<Clause> clauses;
    Asked asked = Asked::function;
};

// Nothing where the collection is absent.
std::vector<Trap> read_traps();

}  // namespace pdiff::test
