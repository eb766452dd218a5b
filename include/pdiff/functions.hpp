// The table of known functions: one row each, in src/expr/functions.def.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "pdiff/range.hpp"

namespace pdiff {

enum class Function : std::uint16_t {
#define FUNCTION(name, ...) name,
#define DEFINITION(...)
#include "pdiff/functions.def"
#undef FUNCTION
#undef DEFINITION
};

enum class Parity : std::uint8_t { none, even, odd };

// Texts are in the input language. The letters in `parameters` stand for the arguments, `du` for the differential of u.
struct FunctionRow {
    std::string_view identifier;             // the enumerator
    std::string_view name = "";              // as typed, where it is not the identifier: two rows may share a name
    std::string_view summary = "";           // a line for the manual
    std::string_view parameters = "u";       // "n, u"; "u..." for any number of arguments, at least one
    std::string_view differential = "";      // the sum of partial*differential; a parameter whose differential is not
                                             // in it has no closed form and stays symbolic, D[1](besselj)(n, u)
    std::string_view smooth = "";            // the condition under which `differential` holds; empty: wherever defined
    std::string_view domain = "";            // where the function is real; empty: everywhere
    Parity parity = Parity::none;            // in the only argument
    std::string_view values = "";            // exact values: "0: 1; pi/2: 0"
    Range range = {};                        // of its values
    std::optional<double> sign_change = {};  // the argument below which it is negative and above which it is positive
    std::string_view aliases = "";           // other input spellings, separated by blanks
    // Other systems' spellings; empty: the same name; "-": none, printed as `name` all the same.
    // A spelling that is a whole template has $1, $2 for the arguments: "Log[10, $1]".
    std::string_view latex = "";  // "\\sin", or a template "\\left|$1\\right|"; empty: \operatorname{name}
    std::string_view sympy = "";
    std::string_view maxima = "";
    std::string_view mathematica = "";
    std::string_view giac = "";
};

// A spelling that the parser replaces by an expression in other functions: sqrt(u) is u^(1/2).
struct DefinitionRow {
    std::string_view name;
    std::string_view parameters;
    std::string_view expression;
    std::string_view summary;
    std::string_view aliases = "";
};

std::span<const FunctionRow> function_rows();
std::span<const DefinitionRow> definition_rows();
const FunctionRow& row(Function f);
std::string_view name(Function f);

// By name or alias and number of arguments: ellipe(m) and ellipe(u, m) are two functions.
std::optional<Function> find_function(std::string_view name, std::size_t arguments);
// All functions that go by this name or alias; empty where there is none.
std::span<const Function> functions_named(std::string_view name);
const DefinitionRow* find_definition(std::string_view name);

// Of a parameter list: how many there are; `variadic` where it ends in "...".
struct Arity {
    std::uint32_t count;
    bool variadic;
};
Arity arity(std::string_view parameters);

}  // namespace pdiff
