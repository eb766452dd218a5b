// Names of the nodes of a graph: the reader's own where there are definitions, else f, u1, u2, ...
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pdiff/expr.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {

class GraphNames {
public:
    // `outputs` as typed; `nodes` are all, and their symbols are taken.
    GraphNames(const Pool& pool, const Parsed& parsed, std::span<const Expr> outputs, std::span<const Expr> nodes);

    // Of an operation as typed: its own name, or the next that is free.
    std::string of(Expr typed);
    std::string next();

private:
    std::unordered_map<Expr, std::string> own_;
    std::unordered_set<std::string> taken_;
    std::size_t count_ = 0;
};

}  // namespace pdiff
