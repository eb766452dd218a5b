#include "check/cell.hpp"

#include <algorithm>

#include "expr/small_vector.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

bool is_comparison(Op op) { return op == Op::less || op == Op::less_equal || op == Op::equal || op == Op::not_equal; }

// (magnitude * Π base^power)^exponent, of positive numbers.
Expr product_of_powers(Pool& pool, Expr exponent, const std::vector<Pair>& powers, Expr magnitude) {
    std::vector<Expr> factors = {power(pool, magnitude, exponent)};
    for (const Pair& p : powers) factors.push_back(power(pool, p.first, product(pool, {p.second, exponent})));
    return product(pool, factors);
}

}  // namespace

Cell::Outcome Cell::run() {
    try {
        pass();
    } catch (const Error& e) {
        if (e.kind != ErrorKind::undefined) throw;
        outcome_ = Outcome::empty;
    }
    // An operand without a value leaves none to the whole, but for a piece that is not chosen.
    if (outcome_ == Outcome::empty && has_pieces(pool_, order_)) outcome_ = Outcome::lost;
    return outcome_;
}

void Cell::pass() {
    for (const Expr e : order_) {
        SmallVector<Expr> args;
        bool changed = false;
        for (const Expr a : pool_.args(e)) args.push_back(image_[a]), changed |= image_[a] != a;
        const Expr g = changed ? rebuild(pool_, pool_.op(e), args, function_of(e)) : e;
        image_[e] = pool_.is_constant(g) ? g : in_cell(g);
        if (outcome_ != Outcome::reached) return;
    }
}

Expr Cell::in_cell(Expr e) {
    switch (pool_.op(e)) {
        case Op::power:
            return raised(pool_.args(e)[0], pool_.args(e)[1]);
        case Op::product: {
            const Expr lead = pool_.lead(e);
            const std::vector<Pair> pairs(pool_.pairs(e).begin(), pool_.pairs(e).end());
            std::vector<Expr> factors = {lead};
            for (const Pair& p : pairs) factors.push_back(raised(p.first, p.second));
            return product(pool_, factors);
        }
        case Op::call:
            return called(e);
        case Op::piecewise:
            return chosen(e);
        default:
            return is_comparison(pool_.op(e)) ? decided(e) : e;
    }
}

std::optional<SignedFactors> Cell::split(Expr u) {
    auto factors = factoring_.split(u, signs_, missing_);
    if (!factors) outcome_ = missing_ ? Outcome::open : Outcome::lost;
    return factors;
}

Expr Cell::raised(Expr base, Expr exponent) {
    const bool number = pool_.is_number(exponent);
    if (base == euler && !number) return exponential(exponent);
    if (pool_.is_constant(base) || (number && pool_.number(exponent).is_integer())) return power(pool_, base, exponent);
    const auto u = split(base);
    if (!u) return base;
    if (u->sign > 0) return product_of_powers(pool_, exponent, u->powers, u->magnitude);
    // Defined at integer exponents: left as it is.
    if (!number) return power(pool_, base, exponent);
    add_isolated(*u);
    outcome_ = Outcome::empty;
    return base;
}

// A root of p^2*q is defined where p is 0, whatever the sign of q: no cell need be near.
void Cell::add_isolated(const SignedFactors& u) {
    for (const Pair& p : u.powers) {
        const bool vanishes = pool_.is_number(p.second) && pool_.number(p.second).sign() > 0;
        const auto factor = factor_of(p.first);
        if (vanishes && factor && std::ranges::find(u.odd, *factor) == u.odd.end()) boundaries_.push_back(*factor);
    }
}

// e^(c*log(q) + rest) is q^c*e^rest.
Expr Cell::exponential(Expr exponent) {
    const bool has_log = pool_.called()[static_cast<std::size_t>(Function::log)];
    const Expr expanded = has_log ? in_form(pool_, exponent, Form::expanded) : exponent;
    std::vector<Expr> factors, rest;
    const auto take = [&](Expr term, Expr coefficient) {
        std::vector<Expr> others = {coefficient};
        std::optional<Expr> base;
        const std::vector<Pair> pairs = factors_of(term);
        for (const Pair& p : pairs) {
            if (!base && p.second == one && is_log(p.first))
                base = pool_.args(p.first)[0];
            else
                others.push_back(power(pool_, p.first, p.second));
        }
        if (base)
            factors.push_back(power(pool_, *base, product(pool_, others)));
        else
            rest.push_back(product(pool_, {coefficient, term}));
    };
    if (pool_.op(expanded) == Op::sum) {
        rest.push_back(pool_.lead(expanded));
        const std::vector<Pair> terms(pool_.pairs(expanded).begin(), pool_.pairs(expanded).end());
        for (const Pair& t : terms) take(t.first, t.second);
    } else {
        take(expanded, one);
    }
    factors.push_back(exp(pool_, sum(pool_, rest)));
    return product(pool_, factors);
}

std::vector<Pair> Cell::factors_of(Expr e) const {
    if (pool_.op(e) != Op::product) return {{e, one}};
    std::vector<Pair> pairs(pool_.pairs(e).begin(), pool_.pairs(e).end());
    pairs.push_back({pool_.lead(e), one});
    return pairs;
}

Expr Cell::called(Expr e) {
    const Expr argument = pool_.args(e)[0];
    switch (pool_.function(e)) {
        case Function::abs:
            if (const auto u = split(argument)) return u->sign > 0 ? argument : negate(pool_, argument);
            return e;
        case Function::sign:
            if (const auto u = split(argument)) {
                boundaries_.insert(boundaries_.end(), u->odd.begin(), u->odd.end());
                return u->sign > 0 ? one : minus_one;
            }
            return e;
        case Function::log:
            if (const auto u = split(argument)) return logarithm(*u);
            return e;
        case Function::max:
        case Function::min:
            return extreme(e);
        default:
            return e;
    }
}

Expr Cell::logarithm(const SignedFactors& u) {
    if (u.sign < 0) {
        outcome_ = Outcome::empty;
        return zero;
    }
    std::vector<Expr> terms;
    if (u.magnitude != one) terms.push_back(call(pool_, Function::log, {u.magnitude}));
    for (const Pair& p : u.powers) terms.push_back(product(pool_, {p.second, call(pool_, Function::log, {p.first})}));
    return sum(pool_, terms);
}

Expr Cell::extreme(Expr e) {
    const bool largest = pool_.function(e) == Function::max;
    const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
    Expr best = args[0];
    for (const Expr a : std::span(args).subspan(1)) {
        const Expr above = subtract(pool_, a, best);
        if (above == zero) continue;
        const auto u = split(above);
        if (!u) return e;
        if ((u->sign > 0) == largest) best = a;
    }
    return best;
}

// A comparison holds in all of an open cell or in none of it.
Expr Cell::decided(Expr e) {
    const Op op = pool_.op(e);
    const Expr difference = subtract(pool_, pool_.args(e)[0], pool_.args(e)[1]);
    const auto u = split(difference);
    if (!u) return e;
    for (const Pair& p : u->powers)
        if (const auto factor = factor_of(p.first)) boundaries_.push_back(*factor);
    if (op == Op::equal || op == Op::not_equal) return op == Op::not_equal ? truth_true : truth_false;
    return u->sign < 0 ? truth_true : truth_false;
}

// The factor whose sign was assumed; nothing where it is known.
std::optional<Expr> Cell::factor_of(Expr positive) {
    if (signs_.of(positive)) return positive;
    const Expr negative = negate(pool_, positive);
    return signs_.of(negative) ? std::optional(negative) : std::nullopt;
}

Expr Cell::chosen(Expr e) {
    const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
    for (std::size_t i = 0; i + 1 < args.size(); i += 2) {
        if (args[i] == truth_true) return args[i + 1];
        if (args[i] != truth_false) return e;
    }
    if (args.size() % 2 == 1) return args.back();
    outcome_ = Outcome::empty;
    return e;
}

bool has_pieces(const Pool& pool, std::span<const Expr> roots) {
    if (!pool.has(Op::piecewise)) return false;
    const std::vector<Expr> order = reachable(pool, roots);
    return std::ranges::any_of(order, [&](Expr e) { return pool.op(e) == Op::piecewise; });
}

}  // namespace pdiff
