// The derivatives that a task asks of one expression.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/task.hpp"
#include "cli/workspace.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/parse.hpp"

namespace pdiff::cli {

struct Result {
    enum class Kind : std::uint8_t { partial, total, implicit, directional, other };
    Kind kind = Kind::partial;
    std::vector<Expr> sequence;  // what it was differentiated by; of an operator, its variables
    Expr value{};
    Expr subject{};  // the variable y of dy/dx, the vector of a directional derivative
    std::shared_ptr<const Conditions> where = nullptr;  // nothing: no conditions; many results share theirs
    const OperatorRow* row = nullptr;                   // of Kind::other
    bool complete = true;                               // the form; false where its bounds were met
};

struct Answer {
    Parsed parsed;
    std::vector<Expr> variables;  // of the expression, in order
    std::vector<Result> results;
    bool labelled = false;
};

// Throws Error.
Answer answer(Workspace& workspace, const Task& task, std::string_view text);

}  // namespace pdiff::cli
