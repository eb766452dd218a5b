#include "algebra/gain/fraction_gain.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t longest_conjugate = 6;  // terms

// Of a polynomial in one name with few terms: its value at a number.
std::optional<Number> value_at(const Pool& pool, Expr sum, Expr name, const Number& x) {
    Number value = pool.number(pool.lead(sum));
    for (const Pair& t : pool.pairs(sum)) {
        const bool is_power =
            pool.op(t.first) == Op::power && pool.args(t.first)[0] == name && pool.is_number(pool.args(t.first)[1]);
        if (t.first != name && !is_power) return std::nullopt;
        const auto n = is_power ? pool.number(pool.args(t.first)[1]).to_int() : std::optional<std::int64_t>(1);
        if (!n || *n < 0 || *n > 8) return std::nullopt;
        value = value + pool.number(t.second) * pow(x, *n);
    }
    return value;
}

// x + 2 divides x^2 - 4.
bool divides(const Pool& pool, Expr linear, Expr sum) {
    if (pool.op(linear) != Op::sum || pool.op(sum) != Op::sum || linear == sum || pool.pairs(linear).size() != 1 ||
        pool.pairs(sum).size() > 3)
        return false;
    const auto [name, coefficient] = pool.pairs(linear)[0];
    if (pool.op(name) != Op::symbol) return false;
    const auto value = value_at(pool, sum, name, -pool.number(pool.lead(linear)) / pool.number(coefficient));
    return value && value->is_zero();
}

// A number, a root of one, or a whole power of the name; `name` is zero until one is met.
bool is_of_name(const Pool& pool, Expr e, Expr& name) {
    const Expr base = pool.op(e) == Op::power ? pool.args(e)[0] : e;
    if (pool.is_number(base)) return true;
    if (pool.op(base) != Op::symbol || (name != zero && name != base)) return false;
    name = base;
    return base == e || (pool.is_number(pool.args(e)[1]) && pool.number(pool.args(e)[1]).is_integer());
}

bool is_polynomial(const Pool& pool, Expr sum, Expr& name) {
    return std::ranges::all_of(pool.pairs(sum), [&](const Pair& t) {
        if (pool.op(t.first) != Op::product) return is_of_name(pool, t.first, name);
        return std::ranges::all_of(pool.pairs(t.first), [&](const Pair& p) {
            return p.second == one
                       ? is_of_name(pool, p.first, name)
                       : pool.is_number(p.first) || (is_of_name(pool, p.first, name) && pool.is_number(p.second));
        });
    });
}

// (x + 1)^2 + 3 too.
bool is_nearly_polynomial(const Pool& pool, Expr sum, Expr& name) {
    if (is_polynomial(pool, sum, name)) return true;
    if (pool.pairs(sum).size() != 1 || pool.op(pool.pairs(sum)[0].first) != Op::power) return false;
    const auto square = pool.args(pool.pairs(sum)[0].first);
    return pool.op(square[0]) == Op::sum && pool.is_number(square[1]) && is_polynomial(pool, square[0], name);
}

// (1/x + 1)/y: a sum with fractions over something.
bool is_compound(const Pool& pool, Expr product, const Pair& p) {
    const auto pairs = pool.pairs(product);
    return pool.op(p.first) == Op::sum && p.second == one && has_fractions(pool, p.first) &&
           std::ranges::any_of(pairs,
                               [&](const Pair& q) { return is_below(pool, q.first, q.second) && q.first != euler; });
}

}  // namespace

bool is_below(const Pool& pool, Expr base, Expr exponent) {
    if (pool.is_number(exponent)) return pool.number(exponent).sign() < 0;
    return base == euler && pool.op(exponent) == Op::product && pool.number(pool.lead(exponent)).sign() < 0;
}

bool is_polynomial_in_names(const Pool& pool, Expr sum) {
    const auto is_power = [&](Expr base, Expr exponent) {
        return pool.op(base) == Op::symbol && pool.is_number(exponent) && pool.number(exponent).sign() > 0;
    };
    return std::ranges::all_of(pool.pairs(sum), [&](const Pair& t) {
        if (pool.op(t.first) == Op::power) return is_power(pool.args(t.first)[0], pool.args(t.first)[1]);
        if (pool.op(t.first) != Op::product) return pool.op(t.first) == Op::symbol;
        return std::ranges::all_of(pool.pairs(t.first), [&](const Pair& p) { return is_power(p.first, p.second); });
    });
}

bool has_fractions(const Pool& pool, Expr sum) {
    for (const Pair& t : pool.pairs(sum)) {
        if (pool.op(t.first) == Op::power && is_below(pool, pool.args(t.first)[0], pool.args(t.first)[1])) return true;
        if (pool.op(t.first) == Op::product)
            for (const Pair& p : pool.pairs(t.first))
                if (is_below(pool, p.first, p.second)) return true;
    }
    return false;
}

// The same terms but for signs.
bool differ_in_signs(const Pool& pool, Expr a, Expr b) {
    if (pool.op(a) != Op::sum || pool.op(b) != Op::sum) return false;
    const auto x = pool.pairs(a), y = pool.pairs(b);
    const auto same = [&](Expr c, Expr d) { return c == d || (pool.number(c) + pool.number(d)).is_zero(); };
    return x.size() == y.size() && same(pool.lead(a), pool.lead(b)) &&
           std::ranges::equal(
               x, y, [&](const Pair& s, const Pair& t) { return s.first == t.first && same(s.second, t.second); });
}

// (2*x - 1)^2 + 3 and (2*x + 1)^2 + 3
bool are_conjugate_squares(const Pool& pool, Expr a, Expr b) {
    if (pool.op(a) != Op::sum || pool.op(b) != Op::sum || pool.lead(a) != pool.lead(b) || pool.pairs(a).size() != 1 ||
        pool.pairs(b).size() != 1 || pool.pairs(a)[0].second != pool.pairs(b)[0].second)
        return false;
    const Expr p = pool.pairs(a)[0].first, q = pool.pairs(b)[0].first;
    return p != q && pool.op(p) == Op::power && pool.op(q) == Op::power && pool.args(p)[1] == pool.args(q)[1] &&
           differ_in_signs(pool, pool.args(p)[0], pool.args(q)[0]);
}

bool are_conjugates(const Pool& pool, const Pair& a, const Pair& b) {
    if (pool.op(a.first) != Op::sum || pool.op(b.first) != Op::sum) return false;
    const auto x = pool.pairs(a.first), y = pool.pairs(b.first);
    if (x.size() > longest_conjugate || x.size() != y.size()) return false;
    bool opposite = true;
    const auto differ_in_sign = [&](Expr c, Expr d) {
        const bool negative = (pool.number(c) + pool.number(d)).is_zero();
        opposite = opposite && negative;
        return c == d || negative;
    };
    if (!differ_in_sign(pool.lead(a.first), pool.lead(b.first))) return false;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (x[i].first != y[i].first || !differ_in_sign(x[i].second, y[i].second)) return false;
    // Of different powers only x - y and y - x.
    return a.second == b.second || opposite;
}

// Of a sum: a term over something other than a name.
bool divides_by_more_than_names(const Pool& pool, Expr sum) {
    const auto is_other = [&](Expr base, Expr exponent) {
        return pool.op(base) != Op::symbol && is_below(pool, base, exponent);
    };
    return std::ranges::any_of(pool.pairs(sum), [&](const Pair& t) {
        if (pool.op(t.first) == Op::power) return is_other(pool.args(t.first)[0], pool.args(t.first)[1]);
        return pool.op(t.first) == Op::product &&
               std::ranges::any_of(pool.pairs(t.first), [&](const Pair& p) { return is_other(p.first, p.second); });
    });
}

bool shares_denominators(const Pool& pool, Expr sum) {
    SmallVector<Pair, 8> seen;
    const bool names_too =
        pool.pairs(sum).size() == 2 && pool.lead(sum) == zero && divides_by_more_than_names(pool, sum);
    const auto meets = [&](const Pair& p) {
        const bool name = names_too && pool.op(p.first) == Op::symbol;
        if (!is_below(pool, p.first, p.second) ||
            (!name && (pool.op(p.first) != Op::sum || pool.pairs(p.first).size() > longest_conjugate)))
            return false;
        const bool met = std::ranges::any_of(seen.all(), [&](const Pair& s) {
            return s == p || (s.first != p.first &&
                              (are_conjugates(pool, s, p) || are_conjugate_squares(pool, s.first, p.first) ||
                               divides(pool, s.first, p.first) || divides(pool, p.first, s.first)));
        });
        seen.push_back(p);
        return met;
    };
    for (const Pair& t : pool.pairs(sum)) {
        if (pool.op(t.first) == Op::power && meets({pool.args(t.first)[0], pool.args(t.first)[1]})) return true;
        if (pool.op(t.first) == Op::product && std::ranges::any_of(pool.pairs(t.first), meets)) return true;
    }
    return false;
}

// A square root among the terms of a sum, or in one of them.
Expr root_in(const Pool& pool, Expr sum) {
    const auto is_root = [&](Expr base, Expr exponent) {
        return pool.op(base) == Op::sum && pool.is_number(exponent) && pool.number(exponent).denominator() == Number(2);
    };
    for (const Pair& t : pool.pairs(sum)) {
        if (pool.op(t.first) == Op::power && is_root(pool.args(t.first)[0], pool.args(t.first)[1]))
            return pool.args(t.first)[0];
        if (pool.op(t.first) != Op::product) continue;
        for (const Pair& p : pool.pairs(t.first))
            if (is_root(p.first, p.second)) return p.first;
    }
    return zero;
}

bool roots_meet(const Pool& pool, Expr product) {
    for (const Pair& below : pool.pairs(product)) {
        if (pool.op(below.first) != Op::sum || !is_below(pool, below.first, below.second)) continue;
        const Expr root = root_in(pool, below.first);
        if (root == zero) continue;
        for (const Pair& p : pool.pairs(product))
            if (p.first != below.first &&
                (p.first == root || (pool.op(p.first) == Op::sum && root_in(pool, p.first) == root)))
                return true;
    }
    return false;
}

bool are_partial_fractions(const Pool& pool, Expr sum) {
    if (pool.pairs(sum).size() > 6 || pool.lead(sum) != zero) return false;
    Expr name = zero, first = zero;
    bool differ = false;
    const auto look = [&](Expr base, Expr exponent) {  // false where it is neither a number nor a polynomial
        if (pool.op(base) != Op::sum) return is_of_name(pool, base, name);
        if (!pool.is_number(exponent) || !pool.number(exponent).is_integer()) return false;
        if (pool.number(exponent).sign() < 0) differ |= first != zero && first != base, first = base;
        return is_nearly_polynomial(pool, base, name);
    };
    for (const Pair& t : pool.pairs(sum)) {
        if (pool.op(t.first) == Op::power) {
            if (!look(pool.args(t.first)[0], pool.args(t.first)[1])) return false;
        } else if (pool.op(t.first) != Op::product ||
                   !std::ranges::all_of(pool.pairs(t.first), [&](const Pair& p) { return look(p.first, p.second); })) {
            return false;
        }
    }
    return differ;
}

// k*(a*x + b)^2 + c
struct CompletedSquare {
    Number k, c;
    Expr inner;
};
std::optional<CompletedSquare> completed_square(const Pool& pool, Expr sum) {
    if (pool.op(sum) != Op::sum || pool.lead(sum) == zero || pool.pairs(sum).size() != 1) return std::nullopt;
    const auto [term, k] = pool.pairs(sum)[0];
    if (pool.op(term) != Op::power || pool.op(pool.args(term)[0]) != Op::sum || !pool.is_number(pool.args(term)[1]) ||
        pool.number(pool.args(term)[1]) != Number(2))
        return std::nullopt;
    return CompletedSquare{pool.number(k), pool.number(pool.lead(sum)), pool.args(term)[0]};
}

// Whether the sum is a multiple of the square multiplied out.
bool is_multiple_of(const Pool& pool, Expr sum, const CompletedSquare& square) {
    const Expr inner = square.inner;
    if (pool.pairs(inner).size() != 1) return false;
    const auto [name, slope] = pool.pairs(inner)[0];
    const Number a = pool.number(slope), b = pool.number(pool.lead(inner));
    const Number constant = square.c + square.k * b * b;
    if (constant.is_zero()) return false;
    const Number ratio = pool.number(pool.lead(sum)) / constant;
    return std::ranges::all_of(pool.pairs(sum), [&](const Pair& t) {
        const bool linear = t.first == name, is_square = pool.op(t.first) == Op::power && pool.args(t.first)[0] == name;
        const Number expected = square.k * a * (linear ? b * 2 : a) * ratio;
        return (linear || is_square) && (pool.number(t.second) - expected).is_zero();
    });
}

bool completed_squares_meet(const Pool& pool, Expr sum) {
    std::optional<CompletedSquare> square;
    SmallVector<Expr, 8> open;
    const auto look = [&](Expr base, Expr exponent) {
        if (pool.op(base) != Op::sum || !pool.is_number(exponent) || pool.lead(base) == zero) return;
        const Number& n = pool.number(exponent);
        if (n.is_integer() && n.sign() > 0) return;
        if (!square) square = completed_square(pool, base);
        if (pool.pairs(base).size() == 2) open.push_back(base);
    };
    for (const Pair& t : pool.pairs(sum)) {
        if (pool.op(t.first) == Op::power) look(pool.args(t.first)[0], pool.args(t.first)[1]);
        if (pool.op(t.first) == Op::product)
            for (const Pair& p : pool.pairs(t.first)) look(p.first, p.second);
    }
    return square && !open.empty() &&
           std::ranges::any_of(open.all(), [&](Expr e) { return is_multiple_of(pool, e, *square); });
}

bool is_simpler_square(const Pool& pool, Expr sum) {
    const auto square = completed_square(pool, sum);
    if (!square) return false;
    const Expr inner = square->inner;
    const Number b = pool.number(pool.lead(inner)), number = square->c + square->k * b * b;
    if (number.is_zero()) return true;
    if (pool.pairs(inner).size() != 1) return false;
    const Number a = pool.number(pool.pairs(inner)[0].second);
    const Number content = gcd(gcd(square->k * a * a, square->k * a * b * 2), number);
    const Number factor = content / gcd(square->k, square->c);
    return !factor.is_one() && exact_root(factor, 2);  // a root of it is a number, too
}

std::vector<Expr> compound_numerators(const Pool& pool, Survey& f) {
    std::vector<Expr> result;
    if (!(f.in_products() & trait::bracket) || !(f.in_sums() & trait::below)) return result;
    for (const Expr e : f.order) {
        if (pool.op(e) != Op::product || !(f.traits(e) & trait::bracket) || !(f.traits(e) & trait::below)) continue;
        for (const Pair& p : pool.pairs(e))
            if (pool.op(p.first) == Op::sum && (f.traits(p.first) & trait::below) && is_compound(pool, e, p))
                result.push_back(p.first);
    }
    return result;
}

}  // namespace pdiff
