// What is asked of every expression, read from the options once: a stream asks it of each line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "pdiff/expr.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/limits.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

namespace pdiff::cli {

// An operator that takes f and its variables and gives one result.
struct OperatorRow {
    std::optional<std::string> Options::*chosen;
    Expr (*apply)(Pool&, Expr, std::span<const Expr>);
    std::string_view plain, unicode, latex;  // the label; $f stands for the function
};

struct Task {
    Options options;
    Limits limits;
    ParseOptions reading;
    Assumptions assumptions;
    Format format = Format::plain;
    Form form = Form::automatic;
    std::string model;  // of --form match:EXPR
    bool json = false;
    bool stream = false;                              // of every line of standard input
    const OperatorRow* row = nullptr;                 // of --gradient and its kin
    std::vector<std::vector<std::string>> sequences;  // of each --wrt
    std::vector<std::string> variables;               // of an operator; empty: those of the expression
    std::string at;
    std::size_t digits = 15;  // of a value that is not rational
};

// Throws Error{usage} for options that make no sense whatever the expression is.
Task make_task(const Options& options);

// The same question by other variables.
Task with_wrt(const Task& task, std::vector<std::string> wrt);

// Of a command that has no use for operators such as --gradient: throws Error{usage} with what it takes for a hint.
void refuse_operators(const Options& options, std::string_view hint);

// The one argument that is no option. Throws Error{usage}, with `example` for a hint, where there is none or more.
const std::string& the_expression(const Options& options, std::string_view example);

}  // namespace pdiff::cli
