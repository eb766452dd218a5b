#include "explain/put_in.hpp"

#include <algorithm>
#include <vector>

#include "expr/small_vector.hpp"

namespace pdiff::explain {

namespace {

Expr chain(Pool& pool, Op op, Expr lead, std::span<const Pair> pairs) {
    SmallVector<Expr> args;
    args.push_back(lead);
    for (const Pair& p : pairs) args.push_back(p.first), args.push_back(p.second);
    return pool.make(op, args);
}

Expr loose_sum(Pool& pool, std::span<const Expr> args) {
    SmallVector<Pair> kept;
    bool numbers = true;
    for (std::size_t i = 1; i + 1 < args.size(); i += 2) {
        numbers &= pool.is_number(args[i]);
        if (args[i] != zero) kept.push_back({args[i], args[i + 1]});
    }
    if (numbers) return rebuild(pool, Op::sum, args);
    if (args[0] == zero && kept.size() == 1)
        return kept[0].second == one ? kept[0].first : product(pool, {kept[0].second, kept[0].first});
    return chain(pool, Op::sum, args[0], kept);
}

Expr loose_product(Pool& pool, std::span<const Expr> args) {
    Number lead = pool.number(args[0]);
    SmallVector<Pair> kept;
    for (std::size_t i = 1; i + 1 < args.size(); i += 2) {
        const auto [base, exponent] = Pair{args[i], args[i + 1]};
        if (pool.is_number(base) && exponent == one)
            lead = lead * pool.number(base);
        else if (pool.op(base) == Op::power && exponent == one)
            kept.push_back({pool.args(base)[0], pool.args(base)[1]});
        else if (base != one)
            kept.push_back({base, exponent});
    }
    if (lead.is_zero() || kept.empty()) return pool.number(lead);
    if (lead.is_one() && kept.size() == 1)
        return kept[0].second == one ? kept[0].first : pool.make(Op::power, {kept[0].first, kept[0].second});
    return chain(pool, Op::product, pool.number(lead), kept);
}

Expr loose_power(Pool& pool, Expr base, Expr exponent) {
    if (exponent == one) return base;
    if (exponent == zero || base == one || (pool.is_number(base) && pool.is_number(exponent)))
        return power(pool, base, exponent);
    return pool.make(Op::power, {base, exponent});
}

Expr loose(Pool& pool, Op op, std::span<const Expr> args, Function function) {
    switch (op) {
        case Op::sum:
            return loose_sum(pool, args);
        case Op::product:
            return loose_product(pool, args);
        case Op::power:
            return loose_power(pool, args[0], args[1]);
        case Op::call:
        case Op::piecewise:
            return pool.make(op, args, function);
        default:
            return rebuild(pool, op, args, function);
    }
}

}  // namespace

Expr put_in(Pool& pool, Expr law, std::span<const Expr> letters, std::span<const Expr> values, Merge merge) {
    const std::vector<Expr> order = reachable(pool, law);
    Image image(order);
    for (const Expr e : order) {
        if (const auto letter = std::ranges::find(letters, e); letter != letters.end()) {
            image[e] = values[static_cast<std::size_t>(letter - letters.begin())];
            continue;
        }
        SmallVector<Expr> args;
        for (const Expr a : pool.args(e)) args.push_back(image[a]);
        image[e] = args.empty()          ? e
                   : merge == Merge::all ? rebuild(pool, pool.op(e), args, pool.function(e))
                                         : loose(pool, pool.op(e), args, pool.function(e));
    }
    return image[law];
}

}  // namespace pdiff::explain
