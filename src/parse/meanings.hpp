// What a name means by itself: a constant, a function of the tables, a form of the language, or nothing yet.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "pdiff/expr.hpp"

namespace pdiff {

// What is written like a call but is none.
enum class Form : std::uint8_t { none, piecewise, diff, integer, logarithm, root };

struct Meaning {
    enum class Kind : std::uint8_t {
        none,         // a variable, or an unknown function where arguments follow
        constant,     // pi, e
        infinite,     // where a bound is expected
        truth,        // true, false
        function,     // of the table
        definition,   // of the table of definitions
        form,         // piecewise(...)
        base,         // log_2: the base is the text behind `log_`
        unsupported,  // sum(...), integral(...): known, but not to this program
    };
    Kind kind = Kind::none;
    Form form = Form::none;        // also of a function: log(x, b)
    bool may_be_variable = false;  // a function whose bare name is read as a variable: beta
    Expr constant{};
    std::span<const Function> functions = {};
    const DefinitionRow* definition = nullptr;

    // A name that takes an argument, with or without brackets.
    bool takes_argument() const {
        return kind == Kind::function || kind == Kind::definition || kind == Kind::form || kind == Kind::base;
    }
    // Of the functions that go by the name.
    std::optional<Function> function(std::size_t arguments) const;
    bool is_constant() const { return kind == Kind::constant || kind == Kind::infinite || kind == Kind::truth; }
};

Meaning meaning_of(std::string_view name);

// The function that a long name seems to begin with: sin of `sinx`; or nothing.
std::string_view joined_function(std::string_view name);

// The known name that `name` is nearly, or nothing.
std::string_view near_miss(std::string_view name);

}  // namespace pdiff
