// The numeric layer and the normal form as a table of functions, so that the program can load it, and the twelve
// libraries behind FLINT, only when a run needs it. A library user links pdiff_engine and never sees this.
#pragma once

#include <optional>

#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/real_roots.hpp"

namespace pdiff {

// Exceptions do not cross from one shared object to another: the program may hold its own C++ runtime.
template <class T>
struct Guarded {
    T value{};
    std::optional<Error> error;
};

struct Engine {
    Guarded<Evaluation> (*evaluate)(Pool&, Expr, std::span<const Binding>, std::size_t, Precision);
    Guarded<Comparison> (*compare)(Pool&, Expr, Expr, std::span<const Binding>, Precision);
    Guarded<std::optional<int>> (*sign_at)(Pool&, Expr, std::span<const Binding>, Precision);
    Guarded<std::optional<bool>> (*holds_at)(Pool&, Expr, std::span<const Binding>, Precision);
    Guarded<std::optional<bool>> (*is_zero_constant)(Pool&, Expr);
    Guarded<std::optional<DividedLine>> (*divide_line)(Pool&, std::span<const Expr>, Expr);
    Guarded<Expr> (*deep_form)(Pool&, Expr, Form, bool&);
    Guarded<bool> (*is_zero)(Pool&, Expr);
};

inline constexpr char engine_symbol[] = "pdiff_engine";  // extern "C" const Engine* pdiff_engine()

}  // namespace pdiff
