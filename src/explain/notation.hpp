// How a row's mathematics is written in a format: d/dx of something, laws, letters.
#pragma once

#include <string>

#include "explain/write.hpp"
#include "pdiff/print.hpp"

namespace pdiff::explain {

class Notation {
public:
    Notation(const Pool& pool, const WriteOptions& options)
        : pool_(pool), format_(options.format), decimals_(options.decimals), function_(options.function) {}

    std::string math(Expr e, bool typed = false);
    std::string name(Expr symbol) { return math(symbol); }
    // f = ..., or an equation as it is
    std::string given(Expr typed);
    // d/dx (f); `partial`: with ∂ where the format has it, since there are other variables.
    std::string derivative(Expr f, Expr x, bool partial);
    // d(u*v) = v*du + u*dv
    std::string law(const LawText& law);
    // u = x^2
    std::string letter(const Letter& letter);
    // y, z
    std::string names(const std::vector<Expr>& symbols);
    std::string equation(const std::string& left, const std::string& right);

private:
    std::string bracketed(Expr f);

    const Pool& pool_;
    Format format_;
    bool decimals_;
    std::string_view function_;
    Printer printer_;
};

}  // namespace pdiff::explain
