// The range of an operation follows from those of its operands; what follows from assumptions starts at the symbols.
#include <algorithm>
#include <cmath>

#include "pdiff/error.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {
namespace {

constexpr Range zero_to_infinity = Range::at_least(0);

// Where a function of an angle has one sign; those with the same signs are named by the first of them.
struct AngleRow {
    Function function, like;
    Range where;
    int sign;
};
using enum Function;
constexpr AngleRow angle_rows[] = {
    {sin, csc, Range::closed_turns(0, 1), 1},      {sin, csc, Range::closed_turns(-1, 0), -1},
    {sin, csc, Range::closed_turns(1, 2), -1},     {cos, sec, Range::closed_turns(-0.5, 0.5), 1},
    {cos, sec, Range::closed_turns(0.5, 1.5), -1}, {tan, cot, Range::closed_turns(0, 0.5), 1},
    {tan, cot, Range::closed_turns(-0.5, 0), -1},  {tan, cot, Range::closed_turns(0.5, 1), -1},
};

bool is_within(const Range& a, const Range& b) {
    return is_at_most({b.low, b.low}, {a.low, a.low}) && is_at_most({a.high, a.high}, {b.high, b.high});
}

bool is_strictly_within(const Range& a, const Range& b) {
    return is_less({b.low, b.low}, {a.low, a.low}) && is_less({a.high, a.high}, {b.high, b.high});
}

Range with_sign(const Range& known, int sign, bool strict) {
    const Range r = strict ? Range::above(0) : zero_to_infinity;
    return intersection(known, sign > 0 ? r : -r);
}

Range of_angle(Function f, const Range& u, Range known) {
    for (const AngleRow& r : angle_rows)
        if ((r.function == f || r.like == f) && is_within(u, r.where))
            known = with_sign(known, r.sign, is_strictly_within(u, r.where));
    return known;
}

Range of_sign_change(double at, const Range& u, Range known) {
    const Range c = Range::closed(at, at);
    if (is_at_most(c, u))
        known = with_sign(known, 1, is_less(c, u) || (at == 0 && u.is_nonzero()));
    else if (is_at_most(u, c))
        known = with_sign(known, -1, is_less(u, c) || (at == 0 && u.is_nonzero()));
    else if (at == 0 && u.is_nonzero())
        known.nonzero = true;
    return known;
}

// Between the values that floor, ceil, ... have at the bounds.
Range of_step(double (*step)(double), const Range& u) {
    Range result = Range::integers();
    if (!u.low.of_pi) result.low = {step(u.low.value), false, false};
    if (!u.high.of_pi) result.high = {step(u.high.value), false, false};
    return result;
}

double rounded(double x) { return std::floor(x + 0.5); }

Range of_extreme(bool is_max, const Range& a, const Range& b) {
    const Range both = hull(a, b);
    const bool first_low = is_at_most({b.low, b.low}, {a.low, a.low}),
               first_high = is_at_most({b.high, b.high}, {a.high, a.high});
    Range result = both;
    if (is_max)
        result.low = first_low ? a.low : b.low;
    else
        result.high = first_high ? a.high : b.high;
    return result;
}

Range of_call(const Pool& pool, Expr e) {
    const Function f = pool.function(e);
    const Range u = pool.range(pool.args(e)[0]);
    Range known = row(f).range;
    if (const auto at = row(f).sign_change) known = of_sign_change(*at, u, known);
    switch (f) {
        case abs:
            return absolute(u);
        case floor:
            return of_step(std::floor, u);
        case ceil:
            return of_step(std::ceil, u);
        case trunc:
            return of_step(std::trunc, u);
        case round:
            return of_step(rounded, u);
        case relu:
            return of_extreme(true, u, Range::closed(0, 0));
        case gamma:
            if (u.is_positive()) known.low = {0, true, false};
            known.integer = u.integer;
            return known;
        case max:
        case min:
            known = u;
            for (const Expr a : pool.args(e).subspan(1)) known = of_extreme(f == max, known, pool.range(a));
            return known;
        default:
            return of_angle(f, u, known);
    }
}

Range of_power(const Pool& pool, Expr base, Expr exponent) {
    if (exponent == one) return pool.range(base);
    const bool is_fraction = pool.is_number(exponent) && !pool.number(exponent).is_integer();
    return power(pool.range(base), pool.range(exponent), is_fraction);
}

}  // namespace

Range Pool::find_range(Expr e) const {
    switch (op(e)) {
        case Op::number:
            return Range::of(number(e));
        case Op::pi:
            return Range::closed_turns(1, 1);
        case Op::euler:
            return Range::closed(2.718281828459045, 2.7182818284590455);
        case Op::symbol:
            if (const Range* known = assumptions_.empty() ? nullptr : assumptions_.find(name(e))) return *known;
            return {};
        case Op::sum: {
            Range total = range(lead(e));
            for (const Pair& p : pairs(e)) total = total + range(p.first) * range(p.second);
            return total;
        }
        case Op::product: {
            Range total = range(lead(e));
            for (const Pair& p : pairs(e)) total = total * of_power(*this, p.first, p.second);
            return total;
        }
        case Op::power:
            return of_power(*this, args(e)[0], args(e)[1]);
        case Op::call:
            return of_call(*this, e);
        case Op::piecewise: {
            if (args(e).empty()) return {};
            Range total = range(args(e)[args(e).size() == 1 ? 0 : 1]);
            for (std::size_t i = 3; i < args(e).size(); i += 2) total = hull(total, range(args(e)[i]));
            if (args(e).size() % 2 == 1) total = hull(total, range(args(e).back()));
            return total;
        }
        default:
            return {};
    }
}

// Operands are older, so that the loop meets them first.
void Pool::find_ranges(std::size_t count) const {
    if (count > ranges_.capacity()) ranges_.reserve(std::max(count, 2 * ranges_.capacity()));  // asked for one by one
    while (ranges_.size() < count) ranges_.push_back(find_range(Expr{static_cast<std::uint32_t>(ranges_.size())}));
}

void Assumptions::add(std::string_view symbol, const Range& range, std::string_view text) {
    const Range* known = find(symbol);
    const Range both = known ? intersection(*known, range) : intersection(range, {});
    if (both.is_empty()) {
        std::string message = "no value of " + std::string(symbol) + " is left by " + std::string(text);
        for (const Fact& f : facts_)
            if (f.symbol == symbol) message += " and " + f.text;
        throw Error(ErrorKind::usage, message);
    }
    ranges_.insert_or_assign(std::string(symbol), both);
    facts_.push_back({std::string(symbol), std::string(text)});
}

const Range* Assumptions::find(std::string_view symbol) const {
    const auto found = ranges_.find(symbol);
    return found == ranges_.end() ? nullptr : &found->second;
}

std::optional<int> known_sign(const Pool& pool, Expr f) {
    const Range& r = pool.range(f);
    if (r.is_positive()) return 1;
    if (r.is_negative()) return -1;
    if (r.is_nonnegative() && r.is_nonpositive()) return 0;
    return std::nullopt;
}

}  // namespace pdiff
