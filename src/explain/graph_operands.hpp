// Which operations of an expression as typed are nodes of its graph, and what each of them is computed from.
#pragma once

#include <functional>
#include <unordered_set>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

// Constants are written into their users, and so is a minus sign unless `kept` has it.
class GraphOperands {
public:
    GraphOperands(const Pool& pool, std::span<const Expr> kept);

    // The nodes that e is computed from, each once, in the order of reading. Conditions decide, they do not contribute.
    std::vector<Expr> operator()(Expr e) const;
    // Every node that the roots consist of, operands first, in the order of reading.
    std::vector<Expr> reachable(std::span<const Expr> roots) const;

    // The operand of a minus sign that is no node of its own.
    bool is_written_in(Expr e) const;

private:
    const Pool& pool_;
    std::unordered_set<Expr> kept_;
};

// e over what `replace` gives for the parts of it; a part that is given back is looked into. As typed, or in canonical
// form for differentiation.
using Replace = std::function<Expr(Expr)>;
Expr with_operands(Pool& pool, Expr e, const Replace& replace, bool canonical);

}  // namespace pdiff
