// What a simplification did, change by change, for who wants to show it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "algebra/identities.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

// Everything that the simplifier does beside the table of identities.
enum class Tidying : std::uint8_t { identity, exact_value, moved_out, extremes, branches, roots, common_factor };

struct TidyingRow {
    Tidying what;
    std::string_view name;
};

inline constexpr TidyingRow tidying_rows[] = {
    {Tidying::identity, "identity"},
    {Tidying::exact_value, "exact value"},
    {Tidying::moved_out, "sign or number taken out of the argument"},
    {Tidying::extremes, "arguments of max and min merged"},
    {Tidying::branches, "branches merged"},
    {Tidying::roots, "roots of products and of their factors"},
    {Tidying::common_factor, "common factor taken out"},
};

// `before` became `after`, somewhere in the expression.
struct Rewriting {
    Expr before, after;
    Tidying what;
    const IdentityRow* identity = nullptr;  // of Tidying::identity

    std::string_view name() const {
        return identity ? identity->name : tidying_rows[static_cast<std::size_t>(what)].name;
    }
};
using Trace = std::vector<Rewriting>;

// As in pdiff/simplify.hpp, with every change noted in order, operands first.
Expr simplify(Pool& pool, Expr f, Trace& trace);
Expr rewrite(Pool& pool, Expr f, Trace& trace);

}  // namespace pdiff
