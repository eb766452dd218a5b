// Values of expressions at points where everything that matters is defined.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "check/lanes.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

class PointValues {
public:
    // Points for these symbols at which all of `roots` have values; none where too few are found.
    static std::optional<PointValues> find(const Pool& pool, std::span<const Expr> symbols,
                                           std::span<const Expr> roots);

    // The value of any expression in these symbols; computed once.
    Lanes operator()(Expr e);
    void set(Expr symbol, const Lanes& values);
    // The size of what cancels in e: its rounding error is a small part of that.
    Lanes size(Expr e);

private:
    explicit PointValues(const Pool& pool) : pool_(&pool) {}

    Lanes loss(Expr e, const std::vector<Lanes>& losses, const std::vector<Expr>& order);

    const Pool* pool_;
    std::vector<Lanes> values_;  // by index
    std::vector<bool> known_;
    std::vector<Lanes> args_;
};

}  // namespace pdiff
