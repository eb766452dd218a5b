// The derivative rules and the differentials of the function table, parsed on first use.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "calculus/derivative_rules.hpp"
#include "pdiff/expr.hpp"
#include "rewrite/template.hpp"

namespace pdiff {

// The part of a differential that belongs to one operand: its last letter is that operand's differential.
struct PartialLaw {
    enum class Kind : unsigned char { zero, formula, symbolic };  // symbolic: no closed form, D[i](f)(...)
    Kind kind = Kind::symbolic;
    Template formula;
};

// "n, u" is {"n", "u"}; "u, v..." is {"u", "v"}.
std::vector<std::string> parameter_names(std::string_view parameters);

// For u^v: letters u, v (c stands for u or v), then the differential. Index 0 is the part of the base, 1 of the
// exponent.
const PartialLaw& power_law(Law law, std::size_t operand);

// For a function: letters are its parameters, then the differential.
const PartialLaw& function_law(Function f, std::size_t operand);

// Letters u, v, w.
const Template& curve_law(CurveLaw law);

// The conditions of a function row, in its parameters; truth_true templates where the row names none.
const Template& smooth_condition(Function f);
const Template& domain_condition(Function f);

}  // namespace pdiff
