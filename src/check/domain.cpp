#include "check/domain.hpp"

#include <algorithm>

#include "calculus/laws.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

class Collector {
public:
    Collector(Pool& pool, std::vector<Expr>& conditions) : pool_(pool), conditions_(conditions) {}

    void visit(Expr e) {
        switch (pool_.op(e)) {
            case Op::power:
                return add_power(pool_.args(e)[0], pool_.args(e)[1]);
            case Op::product: {
                const std::vector<Pair> pairs(pool_.pairs(e).begin(), pool_.pairs(e).end());
                for (const Pair& p : pairs) add_power(p.first, p.second);
                return;
            }
            case Op::call: {
                const SmallVector<Expr> args = operands(e);
                return add(domain_condition(pool_.function(e)).instantiate(pool_, args));
            }
            default:
                return;
        }
    }

private:
    SmallVector<Expr> operands(Expr e) const {
        SmallVector<Expr> args;
        for (const Expr a : pool_.args(e)) args.push_back(a);
        return args;
    }

    void add_power(Expr base, Expr exponent) {
        if (pool_.is_constant(base) && !pool_.is_number(base)) return;
        if (!pool_.is_number(exponent)) {
            if (pool_.is_constant(base)) return;
            return add(compare(Op::less, zero, base));
        }
        const Number& n = pool_.number(exponent);
        if (n.is_integer()) {
            if (n.sign() < 0) add(compare(Op::not_equal, base, zero));
            return;
        }
        add(compare(n.sign() < 0 ? Op::less : Op::less_equal, zero, base));
    }

    Expr compare(Op op, Expr a, Expr b) {
        const Expr sides[] = {a, b};
        return rebuild(pool_, op, sides);
    }

    void add(Expr condition) {
        condition = simplify(pool_, condition);
        if (condition == truth_true || std::ranges::find(conditions_, condition) != conditions_.end()) return;
        conditions_.push_back(condition);
    }

    Pool& pool_;
    std::vector<Expr>& conditions_;
};

// Operands last; nothing inside a piecewise expression.
std::vector<Expr> outside_of_pieces(const Pool& pool, std::span<const Expr> roots) {
    const std::vector<Expr> order = reachable(pool, roots);
    std::vector<bool> reached(order.size());
    const auto mark = [&](Expr e) {
        reached[static_cast<std::size_t>(std::ranges::lower_bound(order, e) - order.begin())] = true;
    };
    for (const Expr root : roots) mark(root);
    std::vector<Expr> outside;
    for (std::size_t i = order.size(); i-- > 0;) {
        if (!reached[i] || pool.op(order[i]) == Op::piecewise) continue;
        outside.push_back(order[i]);
        for (const Expr a : pool.args(order[i])) mark(a);
    }
    return outside;
}

}  // namespace

std::vector<Expr> domain_conditions(Pool& pool, std::span<const Expr> roots) {
    std::vector<Expr> conditions;
    Collector collector(pool, conditions);
    std::vector<Expr> outside = outside_of_pieces(pool, roots);
    std::ranges::reverse(outside);
    for (const Expr e : outside) collector.visit(e);
    return conditions;
}

}  // namespace pdiff
