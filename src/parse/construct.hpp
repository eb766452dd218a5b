// Building in one of two ways: the canonical form, or just what was typed.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

class Construct {
public:
    Construct(Pool& target, bool as_typed) : pool(target), typed(as_typed) {}

    // Σ coefficient*term with coefficients 1 and -1; Π base^exponent likewise.
    Expr sum(std::span<const Pair> terms) {
        return typed ? chain(Op::sum, zero, terms) : sum_of_multiples(pool, terms);
    }
    Expr product(std::span<const Pair> factors) {
        return typed ? chain(Op::product, one, factors) : product_of_powers(pool, one, factors);
    }
    Expr negation(Expr a) {
        if (!typed) return negate(pool, a);
        return pool.is_number(a) ? pool.number(-pool.number(a)) : pool.make(Op::product, {minus_one, a, one});
    }
    Expr power(Expr base, Expr exponent) {
        return typed ? pool.make(Op::power, {base, exponent}) : pdiff::power(pool, base, exponent);
    }
    Expr call(Function function, std::span<const Expr> args) {
        return typed ? pool.make(Op::call, args, function) : pdiff::call(pool, function, args);
    }
    Expr make(Op op, std::span<const Expr> args) { return typed ? pool.make(op, args) : rebuild(pool, op, args); }
    Expr make(Op op, std::initializer_list<Expr> args) { return make(op, std::span(args.begin(), args.size())); }

    Pool& pool;
    const bool typed;

private:
    Expr chain(Op op, Expr lead, std::span<const Pair> pairs) {
        operands_.assign(1, lead);
        for (const Pair& pair : pairs) operands_.push_back(pair.first), operands_.push_back(pair.second);
        return pool.make(op, operands_);
    }

    std::vector<Expr> operands_;
};

}  // namespace pdiff
