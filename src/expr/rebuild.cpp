// The canonical constructors of what is neither sum, product nor power.
#include <algorithm>

#include "pdiff/expr.hpp"
#include "small_vector.hpp"

namespace pdiff {
namespace {

Expr truth(bool value) { return value ? truth_true : truth_false; }

bool are_different(const Pool& pool, Expr a, Expr b) {
    const Range x = pool.range(a), y = pool.range(b);
    return is_less(x, y) || is_less(y, x) || (b == zero && x.is_nonzero()) || (a == zero && y.is_nonzero());
}

// What the ranges of both sides say. Not of an equation, whose sides need not meet.
std::optional<bool> decided(const Pool& pool, Op op, Expr a, Expr b) {
    const Range x = pool.range(a), y = pool.range(b);
    if (op == Op::not_equal && are_different(pool, a, b)) return true;
    if (op == Op::less && (is_less(x, y) || is_at_most(y, x))) return is_less(x, y);
    if (op == Op::less_equal && (is_at_most(x, y) || is_less(y, x))) return is_at_most(x, y);
    return std::nullopt;
}

// A condition that an equation is, too.
Expr settled(const Pool& pool, Expr condition) {
    if (pool.op(condition) != Op::equal) return condition;
    return are_different(pool, pool.args(condition)[0], pool.args(condition)[1]) ? truth_false : condition;
}

Expr relation(Pool& pool, Op op, Expr a, Expr b) {
    if (a == b) return truth(op == Op::less_equal || op == Op::equal);
    if (pool.is_number(a) && pool.is_number(b)) {
        const Number x = pool.number(a), y = pool.number(b);
        switch (op) {
            case Op::less:
                return truth(x < y);
            case Op::less_equal:
                return truth(x <= y);
            case Op::equal:
                return truth(x == y);
            default:
                return truth(x != y);
        }
    }
    if (const auto known = decided(pool, op, a, b)) return truth(*known);
    if (op == Op::not_equal && pool.is_number(a)) std::swap(a, b);
    return pool.make(op, {a, b});
}

Expr negation(Pool& pool, Expr a) {
    const auto args = pool.args(a);
    switch (pool.op(a)) {
        case Op::truth:
            return truth(a == truth_false);
        case Op::logic_not:
            return args[0];
        case Op::less:
            return pool.make(Op::less_equal, {args[1], args[0]});
        case Op::less_equal:
            return pool.make(Op::less, {args[1], args[0]});
        case Op::equal:
            return pool.make(Op::not_equal, {args[0], args[1]});
        case Op::not_equal:
            return pool.make(Op::equal, {args[0], args[1]});
        default:
            return pool.make(Op::logic_not, {a});
    }
}

// An expression compared with a number from one side: x < 2.
struct Bound {
    Expr of{};
    bool above = false;  // the number lies above
    bool strict = false;
    Number number;
};

std::optional<Bound> as_bound(const Pool& pool, Expr condition) {
    const bool strict = pool.op(condition) == Op::less;
    if (!strict && pool.op(condition) != Op::less_equal) return std::nullopt;
    const Expr a = pool.args(condition)[0], b = pool.args(condition)[1];
    if (pool.is_number(b)) return Bound{a, true, strict, pool.number(b)};
    if (pool.is_number(a)) return Bound{b, false, strict, pool.number(a)};
    return std::nullopt;
}

// x < 1 says more than x < 2.
bool says_more(const Bound& a, const Bound& b) {
    if (a.number == b.number) return a.strict;
    return a.above == (a.number < b.number);
}

// Flattened, each condition and each bound once, true and false folded.
Expr junction(Pool& pool, Op op, std::span<const Expr> args) {
    const Expr neutral = truth(op == Op::logic_and), absorbing = truth(op != Op::logic_and);
    SmallVector<Expr> kept;
    const auto add = [&](Expr a) {
        if (a == neutral) return;
        const auto bound = as_bound(pool, a);
        for (Expr& other : kept) {
            if (other == a) return;
            const auto known = bound ? as_bound(pool, other) : std::nullopt;
            if (!known || known->of != bound->of || known->above != bound->above) continue;
            if (says_more(*bound, *known) == (op == Op::logic_and)) other = a;
            return;
        }
        kept.push_back(a);
    };
    for (const Expr given : args) {
        const Expr a = settled(pool, given);
        if (a == absorbing) return absorbing;
        if (pool.op(a) != op)
            add(a);
        else
            for (const Expr inner : pool.args(a)) add(inner);
    }
    if (kept.empty()) return neutral;
    return kept.size() == 1 ? kept[0] : pool.make(op, kept);
}

// Branches that cannot be reached are dropped; one value for all cases is that value.
Expr piecewise(Pool& pool, std::span<const Expr> args) {
    SmallVector<Expr> kept;
    Expr otherwise{};
    bool total = false;
    for (std::size_t i = 0; i + 1 < args.size() && !total; i += 2) {
        const Expr condition = settled(pool, args[i]);
        if (condition == truth_false) continue;
        total = condition == truth_true;
        if (total)
            otherwise = args[i + 1];
        else
            kept.push_back(condition), kept.push_back(args[i + 1]);
    }
    if (!total && args.size() % 2 == 1) total = true, otherwise = args.back();
    if (total) {
        // The last branches fall to `otherwise` where their values are the same.
        while (!kept.empty() && kept[kept.size() - 1] == otherwise) kept.shrink(kept.size() - 2);
        if (kept.empty()) return otherwise;
        kept.push_back(otherwise);
    }
    return pool.make(Op::piecewise, kept);
}

}  // namespace

Expr call(Pool& pool, Function function, std::span<const Expr> args) { return pool.make(Op::call, args, function); }

Expr rebuild(Pool& pool, Op op, std::span<const Expr> args, Function function) {
    switch (op) {
        case Op::sum: {
            SmallVector<Pair> terms;
            terms.push_back({args[0], one});
            for (std::size_t i = 1; i + 1 < args.size(); i += 2) terms.push_back({args[i], args[i + 1]});
            return sum_of_multiples(pool, terms);
        }
        case Op::product: {
            SmallVector<Pair> powers;
            for (std::size_t i = 1; i + 1 < args.size(); i += 2) powers.push_back({args[i], args[i + 1]});
            if (pool.is_number(args[0])) return product_of_powers(pool, args[0], powers);
            powers.push_back({args[0], one});
            return product_of_powers(pool, one, powers);
        }
        case Op::power:
            return power(pool, args[0], args[1]);
        case Op::call:
            return call(pool, function, args);
        case Op::less:
        case Op::less_equal:
        case Op::equal:
        case Op::not_equal:
            return relation(pool, op, args[0], args[1]);
        case Op::logic_not:
            return negation(pool, args[0]);
        case Op::logic_and:
        case Op::logic_or:
            return junction(pool, op, args);
        case Op::is_integer:
            if (pool.is_number(args[0])) return truth(pool.number(args[0]).is_integer());
            if (pool.range(args[0]).integer) return truth_true;
            return excludes_integers(pool.range(args[0])) ? truth_false : pool.make(op, args);
        case Op::piecewise:
            return piecewise(pool, args);
        default:
            return pool.make(op, args, function);
    }
}

}  // namespace pdiff
