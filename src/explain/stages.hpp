// One stage of a worked solution: a derivative by one variable, or the conclusion from several.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pdiff/explain.hpp"

namespace pdiff::explain {

// One derivative by one variable; `f` is the function that it all began with.
struct Task {
    Expr f{};
    Form form = Form::automatic;
    bool closes = false;  // a first partial, completed at its seams
    bool last = true;
};

// Of `now`, which came of `task.f`.
Stage derivative_stage(Pool& pool, const Task& task, Expr now, Expr x);

// Puts together what the stages before found, by a formula in u, v and w.
Stage conclusion(Pool& pool, std::string_view formula, std::span<const Expr> values, std::string reason, Form form);

}  // namespace pdiff::explain
