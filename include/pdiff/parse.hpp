// Text to expression: what names mean, how many arguments a function takes, which reading was chosen and why.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pdiff/error.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

struct ParseOptions {
    std::vector<std::string> wrt;        // the variables of the derivative: these names are variables
    std::vector<std::string> variables;  // names that are variables whatever else they could mean (--var e,gamma)
    std::vector<std::string> functions;  // names that are unknown functions (--function)
    bool split = false;                  // an unknown run of letters is a product of single letters
    bool strict = false;                 // an ambiguous reading is an error instead of a note
    bool typed = false;                  // also build `Parsed::typed`
};

// A reading that a person could have meant differently: "read as (1/2)*x".
struct Note {
    std::string message;
    Span span;
};

// `u = x^2;` in front of the function.
struct Definition {
    std::string name;
    Expr typed{};  // its body as typed; where the name is used, the expression as typed holds the body itself
};

struct Parsed {
    Expr value{};                         // canonical
    Expr typed{};                         // exactly what was typed, built with Pool::make; only if asked for
    std::vector<Definition> definitions;  // each behind those it needs; only with `typed`
    std::string function_name;            // of `f(x, y) = ...`, else empty
    std::vector<Expr> parameters;         // of `f(x, y) = ...`, in that order
    bool decimals = false;                // a decimal point or exponent occurs, so results are printed with decimals
    std::vector<Note> notes;
};

// Keeps its memory from one input to the next: for streams of lines. Not for use by two threads at once.
class Parser {
public:
    Parser();
    ~Parser();
    Parser(Parser&&) noexcept;
    Parser& operator=(Parser&&) noexcept;

    // Throws Error with the span in `text`.
    Parsed parse(Pool& pool, std::string_view text, const ParseOptions& options = {});

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Throws Error with the span in `text`.
Parsed parse(Pool& pool, std::string_view text, const ParseOptions& options = {});

// The value alone; for rules, tests and programs that know their input.
Expr parse_expr(Pool& pool, std::string_view text);

// "x^2,y" is x, x, y: the names of `--wrt`, `--gradient` and the like, Greek and subscripts normalised (θ is theta).
std::vector<std::string> parse_variables(std::string_view text);

// "x=1,y=2/3": names and constant expressions, for --at.
std::vector<std::pair<Expr, Expr>> parse_bindings(Pool& pool, std::string_view text, const ParseOptions& options = {});

// Adds what "x > 0, 0 < y < 1, z != 0, n integer" says of single variables. Throws Error with the span in `text` where
// it cannot be read or leaves no value.
void parse_assumptions(Assumptions& to, std::string_view text, const ParseOptions& options = {});

}  // namespace pdiff
