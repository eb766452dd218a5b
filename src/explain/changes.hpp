// A simplification as lines of whole expressions, each with the identity that was used.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "algebra/trace.hpp"
#include "explain/law_reader.hpp"
#include "pdiff/explain.hpp"

namespace pdiff::explain {

// From `from` to `to`, which the traced rewritings lead to. Nothing where both are the same.
void add_changes(Pool& pool, LawReader& laws, std::vector<Change>& list, Expr from, const Trace& trace, Expr to);

// One more line, if it says something new.
void add_change(std::vector<Change>& list, Expr from, Expr to, std::string reason);

// A first partial may hold at seams of its function too.
struct Closing {
    Expr f{};
    Expr x{};
};

// A raw result as `pdiff` shows it: simplified, completed at its seams, in form.
Expr finish(Pool& pool, LawReader& laws, std::vector<Change>& list, Expr raw, std::optional<Closing> closing,
            Form form);

}  // namespace pdiff::explain
