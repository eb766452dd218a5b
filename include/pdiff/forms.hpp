// The form in which a result is displayed, and the proof that an expression is zero.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "pdiff/expr.hpp"

namespace pdiff {

enum class Form : std::uint8_t {
    automatic,  // the shortest readable one
    raw,        // the canonical form, as simplify() left it
    expanded,   // a sum of products
    factored,   // a product of irreducible polynomials over kernels
    together,   // one numerator over one denominator
};

// "auto", "raw", ...
std::optional<Form> find_form(std::string_view name);
std::string_view form_name(Form form);

// f in a form, equal to f wherever both are defined over the reals. Work is counted and bounded; beyond the bound f
// comes back as it is. Entries of vectors, sides of equations and branches of piecewise expressions are formed one by
// one. Keeps its working memory from one expression to the next.
class Former {
public:
    Former();
    ~Former();
    Former(Former&&) noexcept;
    Former& operator=(Former&&) noexcept;

    // `complete`, where it is given, becomes false if the bounds were met.
    Expr operator()(Pool& pool, Expr f, Form form = Form::automatic, bool* complete = nullptr);

private:
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
};

// The same of one expression.
inline Expr in_form(Pool& pool, Expr f, Form form = Form::automatic, bool* complete = nullptr) {
    return Former()(pool, f, form, complete);
}

// True only where f is proved to be 0 wherever it is defined over the reals.
bool is_zero(Pool& pool, Expr f);

// `model` where f - model is proved zero.
inline std::optional<Expr> match_form(Pool& pool, Expr f, Expr model) {
    return f == model || is_zero(pool, subtract(pool, f, model)) ? std::optional(model) : std::nullopt;
}

}  // namespace pdiff
