// Reverse mode: adjoints from the result down to the variables (Griewank & Walther, Evaluating Derivatives, ch. 3).
#include <algorithm>

#include "calculus/differential.hpp"
#include "calculus/products.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

// Operations times partials: up to here each goes forward, and is written as it is by itself.
constexpr std::size_t most_forward = 8192;

class ReverseSweep {
public:
    ReverseSweep(Pool& pool, Expr f, std::span<const Expr> variables)
        : pool_(pool), order_(reachable(pool, f)), varies_(order_), adjoint_(order_), heads_(order_) {
        for (const Expr e : order_) {
            varies_[e] = zero;
            heads_[e] = none;
        }
        for (const Expr x : variables)
            if (std::ranges::binary_search(order_, x)) varies_[x] = one;
        for (const Expr e : order_)
            for (const Expr a : pool.args(e))
                if (varies_[a] == one) varies_[e] = one;
        contribute(f, one);
        for (std::size_t i = order_.size(); i-- > 0;) visit(order_[i]);
    }

    Expr adjoint(Expr x) { return std::ranges::binary_search(order_, x) ? adjoint_[x] : zero; }

private:
    static constexpr Expr none{UINT32_MAX};
    struct Contribution {
        Expr value;
        Expr next;  // index of the next one of the same operation
    };

    // Contributions are summed at once when their operation is visited: one by one would be quadratic.
    void contribute(Expr e, Expr value) {
        if (value == zero || varies_[e] == zero) return;
        contributions_.push_back({value, heads_[e]});
        heads_[e] = Expr{static_cast<std::uint32_t>(contributions_.size() - 1)};
    }

    Expr collect(Expr e) {
        SmallVector<Expr> values;
        for (Expr at = heads_[e]; at != none; at = contributions_[index(at)].next)
            values.push_back(contributions_[index(at)].value);
        if (values.size() == 1) return values[0];
        return values.empty() ? zero : sum(pool_, values);
    }

    void visit(Expr e) {
        const Expr adjoint = adjoint_[e] = collect(e);
        if (adjoint == zero) return;
        switch (pool_.op(e)) {
            case Op::sum: {
                const std::vector<Pair> terms(pool_.pairs(e).begin(), pool_.pairs(e).end());
                for (const Pair& p : terms)
                    if (varies_[p.first] == one)
                        contribute(p.first, p.second == one ? adjoint : product(pool_, {p.second, adjoint}));
                break;
            }
            case Op::product:
                visit_product(e, adjoint);
                break;
            case Op::power:
                visit_power(pool_.args(e)[0], pool_.args(e)[1], adjoint);
                break;
            case Op::call:
            case Op::apply:
                visit_call(e, adjoint);
                break;
            case Op::piecewise:
                visit_piecewise(e, adjoint);
                break;
            default:
                break;
        }
    }

    void visit_power(Expr base, Expr exponent, Expr adjoint) {
        if (varies_[base] == one) contribute(base, power_differential(pool_, base, exponent, adjoint, zero));
        if (varies_[exponent] == one) contribute(exponent, power_differential(pool_, base, exponent, zero, adjoint));
    }

    void visit_product(Expr e, Expr adjoint) {
        const std::vector<Pair> factors(pool_.pairs(e).begin(), pool_.pairs(e).end());
        std::vector<bool> wanted(factors.size());
        for (std::size_t i = 0; i < factors.size(); ++i)
            wanted[i] = varies_[factors[i].first] == one || varies_[factors[i].second] == one;
        const std::vector<Expr> others = cofactors(pool_, e, wanted);
        for (std::size_t i = 0; i < factors.size(); ++i)
            if (wanted[i])
                visit_power(factors[i].first, factors[i].second,
                            adjoint == one ? others[i] : product(pool_, {others[i], adjoint}));
    }

    void visit_call(Expr e, Expr adjoint) {
        const std::size_t first = pool_.op(e) == Op::apply ? 1 : 0, count = pool_.args(e).size();
        for (std::size_t i = first; i < count; ++i)
            if (const Expr a = pool_.args(e)[i]; varies_[a] == one)
                contribute(a, operand_differential(pool_, e, i - first, adjoint));
    }

    void visit_piecewise(Expr e, Expr adjoint) {
        const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
        const std::size_t values = (args.size() + 1) / 2;
        std::vector<Expr> chosen(values, zero);
        for (std::size_t k = 0; k < values; ++k) {
            const Expr value = args[std::min(2 * k + 1, args.size() - 1)];
            if (varies_[value] == zero) continue;
            chosen[k] = adjoint;
            contribute(value, piecewise_differential(pool_, e, chosen));
            chosen[k] = zero;
        }
    }

    Pool& pool_;
    std::vector<Expr> order_;
    Image varies_;
    Image adjoint_;
    Image heads_;
    std::vector<Contribution> contributions_;
};

}  // namespace

std::vector<Expr> reverse_gradient(Pool& pool, Expr f, std::span<const Expr> variables) {
    f = rewrite(pool, resolve_derivatives(pool, f));
    ReverseSweep sweep(pool, f, variables);
    std::vector<Expr> partials;
    partials.reserve(variables.size());
    for (const Expr x : variables) partials.push_back(sweep.adjoint(x));
    return simplify(pool, partials);
}

bool go_forward(const Pool& pool, Expr f, std::size_t partials) {
    return partials * reachable(pool, f).size() <= most_forward;
}

std::vector<Expr> gradient(Pool& pool, Expr f, std::span<const Expr> variables) {
    if (!go_forward(pool, f, variables.size())) return reverse_gradient(pool, f, variables);
    std::vector<Expr> partials;
    partials.reserve(variables.size());
    for (const Expr x : variables) partials.push_back(differentiate(pool, f, x));
    return partials;
}

}  // namespace pdiff
