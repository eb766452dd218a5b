#include "algebra/normal/normalizer.hpp"

#include <algorithm>

#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::normal {
namespace {

constexpr std::size_t most_operations = 4000;

bool is_rational_structure(const Pool& pool, Expr e) {
    const Op op = pool.op(e);
    return op == Op::sum || op == Op::product || op == Op::power || op == Op::call || op == Op::apply;
}

}  // namespace

Value Normalizer::value(Expr root) {
    // What lies inside a kernel that is not opened has no say in the rest.
    const std::vector<Expr> order = reachable(pool_, root);
    if (order.size() > most_operations) throw OutOfBudget{};
    std::unordered_map<std::uint32_t, bool> needed{{index(root), true}};
    for (auto e = order.rbegin(); e != order.rend(); ++e) {
        if (!needed.contains(index(*e)) || !is_rational_structure(pool_, *e)) continue;
        for (const Expr a : pool_.args(*e)) needed[index(a)] = true;
    }
    for (const Expr e : order)
        if (needed.contains(index(e)) && !values_.contains(index(e))) values_[index(e)] = visit(e);
    return of(root);
}

Value Normalizer::visit(Expr e) {
    switch (pool_.op(e)) {
        case Op::number:
            return Field::constant(pool_.number(e));
        case Op::sum:
            return visit_sum(e);
        case Op::product:
            return visit_product(e);
        case Op::power:
            return power(pool_.args(e)[0], pool_.args(e)[1]);
        case Op::call:
            return visit_call(e);
        case Op::pi:
        case Op::euler:
            return kernel({.expr = e, .positive = true});
        case Op::apply: {
            SmallVector<Expr> args;
            args.push_back(pool_.args(e)[0]);
            for (std::size_t i = 1; i < pool_.args(e).size(); ++i) args.push_back(expr(of(pool_.args(e)[i])));
            return opaque(pool_.make(Op::apply, args));
        }
        default:
            return opaque(e);
    }
}

Value Normalizer::visit_sum(Expr e) {
    std::vector<Value> terms{of(pool_.lead(e))};
    for (const Pair& p : pool_.pairs(e)) {
        terms.push_back(of(p.first));
        terms.back().coefficient = terms.back().coefficient * pool_.number(p.second);
    }
    return field_.add(terms);
}

Value Normalizer::visit_product(Expr e) {
    Value result = of(pool_.lead(e));
    const std::vector<Pair> pairs(pool_.pairs(e).begin(), pool_.pairs(e).end());
    for (const Pair& p : pairs) result = field_.multiply(result, power(p.first, p.second));
    return result;
}

Value Normalizer::kernel(const Kernel& k) {
    const auto found = field_.find(k.expr);
    return field_.kernel_value(found ? *found : field_.add_kernel(k));
}

Expr Normalizer::expr(const Poly& p) {
    std::vector<Pair> sum;
    for (std::size_t t = 0; t < p.terms(); ++t) {
        const auto exponents = p.exponents(t);
        SmallVector<Pair> powers;
        for (std::uint32_t i = 0; i < field_.kernels(); ++i)
            if (exponents[i] != 0)
                powers.push_back(
                    {field_.kernel(i).expr, pool_.number(Number(static_cast<std::int64_t>(exponents[i])))});
        sum.push_back({product_of_powers(pool_, one, powers), pool_.number(p.coefficient(t))});
    }
    return sum_of_multiples(pool_, sum);
}

Expr Normalizer::expr(const Value& v) {
    SmallVector<Pair> powers;
    for (const Power& p : v.powers) {
        const auto k = field_.kernel_of(p.factor);
        powers.push_back({k ? field_.kernel(*k).expr : expr(field_.poly(p.factor)), pool_.number(Number(p.exponent))});
    }
    return product_of_powers(pool_, pool_.number(v.coefficient), powers);
}

std::vector<Value> Normalizer::terms(const Value& v) {
    return field_.terms(field_.reduce(field_.expand(Field::above(v))), v.coefficient, Field::below(v));
}

std::optional<std::int64_t> Normalizer::units(std::pair<Expr, Expr> key, const Number& multiple, std::int64_t limit,
                                              Number& unit) {
    const auto [entry, is_new] = lessons_.units.try_emplace(key, gcd(multiple, multiple));
    unit = entry->second;
    const auto n = (multiple / unit).to_int();
    if (n) return *n > limit || *n < -limit ? std::nullopt : n;
    const Number finer = gcd(unit, multiple);
    const auto a = (unit / finer).to_int(), b = (multiple / finer).to_int();
    if (!a || !b || *a > limit || *b > limit || *b < -limit) return std::nullopt;
    entry->second = finer;
    throw Again{};
}

}  // namespace pdiff::normal
