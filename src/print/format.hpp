// A format is a row: the tokens and templates that expressions are written with.
#pragma once

#include <string>
#include <string_view>

#include "pdiff/functions.hpp"
#include "pdiff/print.hpp"

namespace pdiff::printing {

// What is written around and between any number of entries.
struct List {
    std::string_view open, separator, close;
};

// In templates $1, $2 stand for the parts; all else is copied.
struct FormatRow {
    std::string_view name;
    std::string_view FunctionRow::*spelling = nullptr;             // the column of functions.def, if there is one
    void (*write_name)(std::string_view, std::string&) = nullptr;  // of a symbol; as it is where there is none
    std::string_view reserved = "";          // names that mean something else there, between blanks
    std::string_view reserved_suffix = "_";  // ... so they are written with this behind
    bool for_reading = true;                 // decimals and the order as typed are of use
    bool grouped = false;                    // \frac{}{} and ^{} bracket their parts themselves
    bool superscripts = false;               // integer exponents as x²
    bool bars = false;                       // |x|
    bool function_powers = false;            // \sin^{2}(x)
    List document = {"", "", ""};
    List bracket = {"(", "", ")"};
    List number = {"", "", ""};
    std::string_view plus = " + ", minus = " - ", negative = "-";
    std::string_view times = "*", times_number = "*";    // the second before a number
    std::string_view fraction = "$1/$2", rational = "";  // of any two; of two integers
    std::string_view power = "$1^$2", square_root = "sqrt($1)", exponential = "exp($1)";
    std::string_view raised_rational = "";  // 3/2 as an exponent, where it would be drawn as a fraction
    std::string_view whole_number = "";     // an integer as a factor or base, where 1/2 would be 0.5
    std::string_view pi = "pi", euler = "e", infinity = "inf", yes = "true", no = "false";
    std::string_view pi_beside_symbol = "", euler_beside_symbol = "";  // where a symbol has the constant's name
    List arguments = {"(", ", ", ")"};
    std::string_view absolute = "";  // |x|, where it is not a function's name
    std::string_view less = "$1 < $2", less_equal = "$1 <= $2", greater = "$1 > $2", greater_equal = "$1 >= $2";
    std::string_view equal = "$1 = $2", not_equal = "$1 != $2", is_integer = "integer($1)", logic_not = "not $1";
    List logic_and = {"", " and ", ""}, logic_or = {"", " or ", ""};
    List vector = {"[", ", ", "]"}, matrix = {"[", ", ", "]"}, matrix_row = {"[", ", ", "]"};
    List piecewise = {"piecewise(", ", ", ")"};
    std::string_view branch = "$1, $2", otherwise = "$1", no_otherwise = "";  // $1 the condition, $2 the value
    std::string_view function_name = "$1";  // of a known function without a spelling of its own
    // Derivatives of unknown functions: f'(x), else D[1, 2](f), $1 the name and $2 positions or orders.
    std::string_view prime = "'", primed = "$1$2", derived_name = "D[$2]($1)";
    bool derived_by_orders = false;  // f^{(1, 0)} by each argument
    // $1 the function, $2 its variables, $3 their number (nothing for one).
    std::string_view derivative = "diff($1, $2)", derivative_variable = "$1", derivative_separator = ", ";
    std::string_view derivative_order = "";
    // Where only expressions have derivatives: $1 one, $2 its variables, $3 their values, $4 both as
    // `substituted_entry`.
    std::string_view substituted = "", substituted_entry = "$1 = $2";
    bool lines = false;   // markup of layout.hpp, drawn on several lines
    bool shares = false;  // t1 = ...; t2 = ...; result
};

const FormatRow& row(Format format);
std::optional<Format> find(std::string_view name);

}  // namespace pdiff::printing
