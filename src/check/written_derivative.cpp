#include "check/written_derivative.hpp"

#include <algorithm>
#include <vector>

#include "check/formula.hpp"
#include "pdiff/differentiate.hpp"

namespace pdiff {
namespace {

using Kind = WrittenStep::Kind;

class Notebook {
public:
    explicit Notebook(Pool& pool) : pool_(pool) {}

    Expr plus(Expr a, Expr b) { return chain(a, b, one); }
    Expr minus(Expr a, Expr b) { return chain(a, b, minus_one); }

    Expr times(Expr a, Expr b) {
        if (a == zero || b == zero) return zero;
        std::vector<Expr> factors;
        Number number(1);
        for (const Expr part : {a, b}) add_factors(part, factors, number);
        return product_of(number, factors);
    }

    Expr over(Expr a, Expr b) {
        if (a == zero || b == one) return a;
        return pool_.make(Op::product, {one, a, one, b, minus_one});
    }

    Expr negative(Expr a) { return times(minus_one, a); }

    Expr raised(Expr base, Expr exponent) {
        if (exponent == one) return base;
        return exponent == zero ? one : pool_.make(Op::power, {base, exponent});
    }

private:
    // Terms of a sum stand in one row.
    Expr chain(Expr a, Expr b, Expr sign) {
        if (b == zero) return a;
        if (a == zero) return sign == one ? b : negative(b);
        std::vector<Expr> operands{zero};
        if (pool_.op(a) == Op::sum && pool_.lead(a) == zero)
            operands.assign(pool_.args(a).begin(), pool_.args(a).end());
        else
            operands.insert(operands.end(), {a, one});
        operands.insert(operands.end(), {b, sign});
        return pool_.make(Op::sum, operands);
    }

    void add_factors(Expr part, std::vector<Expr>& factors, Number& number) {
        if (pool_.is_number(part)) {
            number = number * pool_.number(part);
            return;
        }
        const bool flat = pool_.op(part) == Op::product &&
                          std::ranges::all_of(pool_.pairs(part), [](const Pair& p) { return p.second == one; });
        if (!flat) return add_factor(part, factors);
        number = number * pool_.number(pool_.lead(part));
        const std::vector<Pair> pairs(pool_.pairs(part).begin(), pool_.pairs(part).end());
        for (const Pair& p : pairs) {
            if (pool_.is_number(p.first))
                number = number * pool_.number(p.first);
            else
                add_factor(p.first, factors);
        }
    }

    Expr base(Expr e) const { return pool_.op(e) == Op::power ? pool_.args(e)[0] : e; }

    void add_factor(Expr factor, std::vector<Expr>& factors) const {
        auto place =
            std::find_if(factors.rbegin(), factors.rend(), [&](Expr e) { return base(e) == base(factor); }).base();
        factors.insert(place == factors.begin() ? factors.end() : place, factor);
    }

    Expr product_of(const Number& number, const std::vector<Expr>& factors) {
        const bool minus = number.sign() < 0;
        const Number size = minus ? -number : number;
        if (factors.empty()) return pool_.number(number);
        if (number.is_one() && factors.size() == 1) return factors[0];
        std::vector<Expr> operands{minus ? minus_one : one};
        if (!size.is_one()) operands.insert(operands.end(), {pool_.number(size), one});
        for (const Expr f : factors) operands.insert(operands.end(), {f, one});
        return pool_.make(Op::product, operands);
    }

    Pool& pool_;
};

class Differentiation {
public:
    Differentiation(Pool& pool, std::span<const WrittenStep> steps, Expr x)
        : pool_(pool), write_(pool), steps_(steps), x_(x) {}

    Expr run() {
        for (const WrittenStep& step : steps_) done_.push_back(step.varies ? differential(step) : zero);
        return done_.back();
    }

private:
    Expr differential(const WrittenStep& s) {
        const Expr u = steps_[s.first].expr, v = steps_[s.second].expr, du = done_.empty() ? zero : done_[s.first],
                   dv = done_.empty() ? zero : done_[s.second];
        switch (s.kind) {
            case Kind::symbol:
                return one;
            case Kind::add:
                return write_.plus(du, dv);
            case Kind::subtract:
                return write_.minus(du, dv);
            case Kind::negate:
                return write_.negative(du);
            case Kind::multiply:
                return write_.plus(write_.times(du, v), write_.times(u, dv));
            case Kind::divide:
                return quotient(u, v, du, dv);
            case Kind::power:
                return power(s, du, dv);
            case Kind::call:
                return call(outer_derivative(pool_, s.expr, {&u, 1}, 0), du);
            default:
                return differentiate(pool_, s.expr, x_);
        }
    }

    Expr call(Expr outer, Expr du) {
        const bool reciprocal = pool_.op(outer) == Op::power && pool_.args(outer)[1] == minus_one;
        return reciprocal ? write_.over(du, pool_.args(outer)[0]) : write_.times(outer, du);
    }

    Expr quotient(Expr u, Expr v, Expr du, Expr dv) {
        if (dv == zero) return write_.over(du, v);
        return write_.over(write_.minus(write_.times(du, v), write_.times(u, dv)), write_.raised(v, two));
    }

    Expr power(const WrittenStep& s, Expr du, Expr dv) {
        const Expr u = steps_[s.first].expr, v = steps_[s.second].expr;
        const Expr lowered = pool_.is_number(v) ? subtract(pool_, v, one) : write_.minus(v, one);
        const Expr by_base = write_.times(write_.times(v, write_.raised(u, lowered)), du);
        if (dv == zero) return by_base;
        const Expr by_exponent = u == euler
                                     ? write_.times(s.expr, dv)
                                     : write_.times(write_.times(s.expr, pool_.make(Op::call, {u}, Function::log)), dv);
        return write_.plus(by_base, by_exponent);
    }

    Pool& pool_;
    Notebook write_;
    std::span<const WrittenStep> steps_;
    Expr x_;
    std::vector<Expr> done_;
};

}  // namespace

Expr written_derivative(Pool& pool, std::span<const WrittenStep> steps, Expr x) {
    return Differentiation(pool, steps, x).run();
}

}  // namespace pdiff
