#include "check/signed_factors.hpp"

#include <algorithm>

#include "pdiff/evaluate.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

// The signs that an expression may have where it has a real value, as bits.
using SignSet = std::uint8_t;
constexpr SignSet negative = 1, vanishing = 2, positive = 4, any = 7;

SignSet opposite(SignSet s) {
    return static_cast<SignSet>((s & vanishing) | (s & negative ? positive : 0) | (s & positive ? negative : 0));
}

SignSet times(SignSet a, SignSet b) {
    SignSet result = (a | b) & vanishing;
    if (a & positive) result |= b & ~vanishing;
    if (a & negative) result |= opposite(b) & ~vanishing;
    return result;
}

SignSet plus(SignSet a, SignSet b) {
    if (a == vanishing) return b;
    if (b == vanishing) return a;
    if (((a | b) & negative) && ((a | b) & positive)) return any;
    return static_cast<SignSet>((a & b & vanishing) | ((a | b) & ~vanishing));
}

SignSet set_of(const Range& range) {
    return static_cast<SignSet>((range.is_nonnegative() ? 0 : negative) | (range.is_nonzero() ? 0 : vanishing) |
                                (range.is_nonpositive() ? 0 : positive));
}

SignSet set_of(int sign) { return sign > 0 ? positive : sign < 0 ? negative : vanishing; }

// One pass over f, with the signs of some expressions given.
class Sight {
public:
    Sight(const Pool& pool, Expr f, const Signs& given)
        : pool_(pool), given_(given), order_(reachable(pool, f)), seen_(order_.size()) {
        for (std::size_t i = 0; i < order_.size(); ++i) seen_[i] = look(order_[i]);
    }
    SignSet root() const { return seen_.back(); }

private:
    SignSet of(Expr e) const {
        return seen_[static_cast<std::size_t>(std::ranges::lower_bound(order_, e) - order_.begin())];
    }

    SignSet look(Expr e) const {
        if (const auto sign = given_.of(e)) return set_of(*sign);
        switch (pool_.op(e)) {
            case Op::number:
                return set_of(pool_.number(e).sign());
            case Op::pi:
            case Op::euler:
                return positive;
            case Op::sum: {
                SignSet total = of(pool_.lead(e));
                for (const Pair& p : pool_.pairs(e)) total = plus(total, times(of(p.first), of(p.second)));
                return total;
            }
            case Op::product: {
                SignSet total = of(pool_.lead(e));
                for (const Pair& p : pool_.pairs(e)) total = times(total, raised(p.first, p.second));
                return total;
            }
            case Op::power:
                return raised(pool_.args(e)[0], pool_.args(e)[1]);
            case Op::symbol:
            case Op::call:
                return set_of(pool_.range(e));
            default:
                return any;
        }
    }

    SignSet raised(Expr base, Expr exponent) const {
        const SignSet b = of(base);
        if (b == positive) return positive;
        if (!pool_.is_number(exponent)) return any;
        const Number& n = pool_.number(exponent);
        const SignSet zero_too = n.sign() < 0 ? 0 : b & vanishing;
        // What is no integer is a power of a base that is not negative.
        if (!n.is_integer()) return static_cast<SignSet>(positive | zero_too);
        if (n.is_even()) return static_cast<SignSet>((b & ~vanishing ? positive : 0) | zero_too);
        return static_cast<SignSet>((b & ~vanishing) | zero_too);
    }

    const Pool& pool_;
    const Signs& given_;
    std::vector<Expr> order_;
    std::vector<SignSet> seen_;
};

}  // namespace

std::optional<int> seen_sign(const Pool& pool, Expr f, const Signs& given) {
    const SignSet s = Sight(pool, f, given).root();
    return s == positive ? std::optional(1) : s == negative ? std::optional(-1) : std::nullopt;
}

bool is_seen_non_negative(const Pool& pool, Expr f) { return (Sight(pool, f, {}).root() & negative) == 0; }

std::optional<int> Signs::of(Expr factor) const {
    const auto found = std::ranges::find(signs_, factor, &std::pair<Expr, int>::first);
    return found == signs_.end() ? std::nullopt : std::optional(found->second);
}

const Factoring::Factors& Factoring::factors(Expr u) {
    if (const auto found = known_.find(index(u)); found != known_.end()) return found->second;
    const Expr form = in_form(pool_, u, Form::factored);
    Factors result;
    if (pool_.op(form) == Op::product) {
        result.coefficient = pool_.lead(form);
        const std::vector<Pair> pairs(pool_.pairs(form).begin(), pool_.pairs(form).end());
        for (const Pair& p : pairs) add(result, p.first, p.second);
    } else {
        add(result, form, one);
    }
    return known_.emplace(index(u), std::move(result)).first->second;
}

void Factoring::add(Factors& to, Expr base, Expr exponent) {
    const Expr power_of = power(pool_, base, exponent);
    if (pool_.is_constant(power_of)) {
        to.coefficient = product(pool_, {to.coefficient, power_of});
        return;
    }
    const bool integer = pool_.is_number(exponent) && pool_.number(exponent).is_integer();
    if (!integer) {
        // Of a root or symbolic power no more is known than its own sign.
        if (pool_.is_number(exponent) || seen_sign(pool_, base, {}) == 1)
            to.factors.push_back({base, exponent, false, true, false});
        else
            to.factors.push_back({power_of, one, true, false, false});
        return;
    }
    bool flipped = false;
    if (pool_.op(base) == Op::sum && pool_.number(pool_.pairs(base)[0].second).sign() < 0)
        base = negate(pool_, base), flipped = true;
    const bool odd = pool_.number(exponent).is_odd();
    to.factors.push_back({base, exponent, odd, seen_sign(pool_, base, {}) == 1, flipped});
}

// From what is assumed of its parts, or of an expression that differs from it, or from its negative, by a number.
std::optional<int> Factoring::implied(Expr base, const Signs& signs) {
    if (const auto seen = seen_sign(pool_, base, signs)) return seen;
    for (const auto& [factor, sign] : signs.all()) {
        if (pool_.op(factor) != Op::sum || pool_.op(base) != Op::sum) continue;
        const Expr above = subtract(pool_, base, factor), total = sum(pool_, {base, factor});
        if (pool_.is_number(above) && pool_.number(above).sign() == sign) return sign;
        if (pool_.is_number(total) && pool_.number(total).sign() == -sign) return -sign;
    }
    return std::nullopt;
}

std::optional<SignedFactors> Factoring::split(Expr u, const Signs& signs, std::optional<Expr>& missing) {
    missing.reset();
    const Factors& known = factors(u);
    SignedFactors result;
    const auto sign_of_coefficient = sign_at(pool_, known.coefficient, {});
    if (!sign_of_coefficient || *sign_of_coefficient == 0) return std::nullopt;
    result.sign = *sign_of_coefficient;
    result.magnitude = result.sign > 0 ? known.coefficient : negate(pool_, known.coefficient);
    for (const Factor& f : known.factors) {
        const std::optional<int> sign = f.positive ? 1 : implied(f.base, signs);
        if (!sign) {
            missing = f.base;
            return std::nullopt;
        }
        if (f.odd) {
            result.sign *= f.flipped ? -*sign : *sign;
            if (!f.positive) result.odd.push_back(f.base);
        }
        result.powers.push_back({*sign > 0 ? f.base : negate(pool_, f.base), f.exponent});
    }
    return result;
}

}  // namespace pdiff
