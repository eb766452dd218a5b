// Where a derivative holds: the conditions of the rules and functions that it was made with.
#include <algorithm>

#include "calculus/laws.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

class Collector {
public:
    explicit Collector(Pool& pool) : pool_(pool) {}

    void add(std::vector<Expr>& list, Expr condition) {
        condition = simplify(pool_, condition);
        if (condition == truth_true || std::ranges::find(list, condition) != list.end()) return;
        list.push_back(condition);
    }

    void add_call(Conditions& result, Expr e) {
        const Function f = pool_.function(e);
        const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
        if (arity(row(f).parameters).variadic) return add_ties(result, f, args);
        add(result.smooth, smooth_condition(f).instantiate(pool_, args));
        add(result.domain, domain_condition(f).instantiate(pool_, args));
    }

    // The value of a piecewise expression may jump or bend where two sides of a comparison meet.
    void add_boundaries(Conditions& result, Expr condition) {
        std::vector<Expr> open = {condition};
        while (!open.empty()) {
            const Expr c = open.back();
            open.pop_back();
            switch (pool_.op(c)) {
                case Op::less:
                case Op::less_equal:
                case Op::equal:
                case Op::not_equal: {
                    const Expr a = pool_.args(c)[0], b = pool_.args(c)[1];
                    const Expr sides[] = {a, b};
                    add(result.smooth, rebuild(pool_, Op::not_equal, sides));
                    break;
                }
                default:
                    for (const Expr a : pool_.args(c)) open.push_back(a);
            }
        }
    }

private:
    static constexpr std::size_t ties = 8;  // of max and min: with more arguments, one against all others

    void add_ties(Conditions& result, Function f, const std::vector<Expr>& args) {
        const auto differ = [&](Expr a, Expr b) {
            const Expr values[] = {a, b};
            add(result.smooth, smooth_condition(f).instantiate(pool_, values));
        };
        for (std::size_t i = 0; i < args.size(); ++i)
            for (std::size_t k = i + 1; k < std::min(args.size(), i + ties); ++k) differ(args[i], args[k]);
    }

    Pool& pool_;
};

}  // namespace

Conditions conditions(Pool& pool, Expr f, std::span<const Expr> variables) {
    f = simplify(pool, resolve_derivatives(pool, f));
    const std::vector<Expr> order = reachable(pool, f);
    Image varies(order);
    for (const Expr e : order) varies[e] = zero;
    for (const Expr x : variables)
        if (std::ranges::binary_search(order, x)) varies[x] = one;
    for (const Expr e : order)
        if (std::ranges::any_of(pool.args(e), [&](Expr a) { return varies[a] == one; })) varies[e] = one;
    Conditions result;
    Collector collector(pool);
    for (const Expr e : order) {
        if (varies[e] == zero) continue;
        if (pool.op(e) == Op::call) collector.add_call(result, e);
        if (pool.op(e) != Op::piecewise) continue;
        const std::vector<Expr> args(pool.args(e).begin(), pool.args(e).end());
        for (std::size_t i = 0; i + 1 < args.size(); i += 2) collector.add_boundaries(result, args[i]);
    }
    return result;
}

}  // namespace pdiff
