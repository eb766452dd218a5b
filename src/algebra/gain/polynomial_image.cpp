#include "algebra/gain/polynomial_image.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::uint64_t prime = (1ull << 31) - 1;  // so that a product of two residues fits
constexpr std::int64_t highest_degree = 100;

using Residue = std::uint64_t;
using Coefficients = SmallVector<Residue, 32>;  // by degree; the last one is not 0

Residue residue(std::int64_t n) {
    const auto p = static_cast<std::int64_t>(prime);
    return static_cast<Residue>((n % p + p) % p);
}

Residue raised(Residue base, std::uint64_t exponent) {
    Residue result = 1;
    for (; exponent > 0; exponent /= 2, base = base * base % prime)
        if (exponent % 2 != 0) result = result * base % prime;
    return result;
}

Residue inverse(Residue r) { return raised(r, prime - 2); }

// What stands for a name that is not looked at.
Residue value_of(Expr name) { return raised(16807, 1000 + index(name)); }

struct Monomial {
    std::int64_t degree = 0;
    Residue coefficient = 1;
};

// What is no power of a name: nothing, or functions and powers with other exponents as unknowns of their own.
enum class Unknowns : std::uint8_t { names, functions };

// A power as a factor.
bool multiply(const Pool& pool, Monomial& m, Expr name, Expr base, Expr exponent, Unknowns unknowns) {
    if (unknowns == Unknowns::functions && !pool.is_number(exponent)) {
        m.coefficient = m.coefficient * value_of(base) % prime * value_of(exponent) % prime;
        return true;
    }
    const bool is_unknown =
        pool.op(base) == Op::symbol || (unknowns == Unknowns::functions && pool.op(base) == Op::call);
    if (!is_unknown || !pool.is_number(exponent)) return false;
    const auto n = pool.number(exponent).to_int();
    if (!n || *n > highest_degree || *n < -highest_degree) return false;
    if (base == name)
        m.degree += *n;
    else
        m.coefficient =
            m.coefficient *
            raised(*n < 0 ? inverse(value_of(base)) : value_of(base), static_cast<std::uint64_t>(*n < 0 ? -*n : *n)) %
            prime;
    return true;
}

std::optional<Monomial> monomial(const Pool& pool, Expr term, const Number& coefficient, Expr name,
                                 Unknowns unknowns = Unknowns::names) {
    if (coefficient.big()) return std::nullopt;
    Monomial m;
    m.coefficient = residue(coefficient.small_numerator());
    if (coefficient.small_denominator() != 1)
        m.coefficient = m.coefficient * inverse(residue(coefficient.small_denominator())) % prime;
    if (pool.op(term) == Op::product) {
        for (const Pair& p : pool.pairs(term))
            if (!multiply(pool, m, name, p.first, p.second, unknowns)) return std::nullopt;
    } else if (pool.op(term) == Op::power) {
        if (!multiply(pool, m, name, pool.args(term)[0], pool.args(term)[1], unknowns)) return std::nullopt;
    } else if (term != one && !multiply(pool, m, name, term, one, unknowns)) {
        return std::nullopt;
    }
    return m;
}

void trim(Coefficients& c) {
    while (!c.empty() && c[c.size() - 1] == 0) c.shrink(c.size() - 1);
}

// The sum and a number as a polynomial in `name`, without the powers of it that all terms share.
std::optional<Coefficients> image(const Pool& pool, Expr sum, Expr name, const Number& plus = 0,
                                  Unknowns unknowns = Unknowns::names) {
    SmallVector<Monomial> terms;
    std::int64_t least = highest_degree, most = -highest_degree;
    const auto read = [&](Expr term, const Number& coefficient) {
        const auto m = monomial(pool, term, coefficient, name, unknowns);
        if (m) terms.push_back(*m), least = std::min(least, m->degree), most = std::max(most, m->degree);
        return m.has_value();
    };
    const Number constant = pool.number(pool.lead(sum)) + plus;
    if (!constant.is_zero() && !read(one, constant)) return std::nullopt;
    for (const Pair& t : pool.pairs(sum))
        if (!read(t.first, pool.number(t.second))) return std::nullopt;
    if (most - least > highest_degree) return std::nullopt;
    Coefficients c;
    for (std::int64_t i = least; i <= most; ++i) c.push_back(0);
    for (const Monomial& m : terms.all()) {
        Residue& r = c[static_cast<std::size_t>(m.degree - least)];
        r = (r + m.coefficient) % prime;
    }
    trim(c);
    return c;
}

// Euclid's algorithm, without divisions: to whole multiples. In `a` the highest common factor.
bool share_factor(Coefficients& a, Coefficients& b) {
    while (!b.empty()) {
        while (a.size() >= b.size()) {
            const Residue of_a = a[a.size() - 1], of_b = b[b.size() - 1];
            const std::size_t shift = a.size() - b.size();
            for (std::size_t i = 0; i < a.size(); ++i) {
                a[i] = a[i] * of_b % prime;
                if (i >= shift) a[i] = (a[i] + (prime - of_a) * b[i - shift]) % prime;
            }
            trim(a);
        }
        std::swap(a, b);
    }
    return a.size() > 1;
}

Coefficients derivative(const Coefficients& c) {
    Coefficients result;
    for (std::size_t i = 1; i < c.size(); ++i) result.push_back(c[i] * i % prime);
    trim(result);
    return result;
}

// Whether the test holds for some name of the sum.
template <class Test>
bool any_name(const Pool& pool, Expr sum, Test test) {
    SmallVector<Expr, 8> seen;
    const auto look = [&](Expr base) {
        if (pool.op(base) != Op::symbol) return test(base);
        if (std::ranges::find(seen.all(), base) != seen.all().end()) return false;
        seen.push_back(base);
        return test(base);
    };
    return std::ranges::any_of(pool.pairs(sum), [&](const Pair& t) {
        if (pool.op(t.first) == Op::power) return look(pool.args(t.first)[0]);
        if (pool.op(t.first) != Op::product) return look(t.first);
        return std::ranges::any_of(pool.pairs(t.first), [&](const Pair& p) { return look(p.first); });
    });
}

// A term as two numbers: names^exponents, each name at its value, and the coefficient.
struct Term {
    Residue names, coefficient;
};

bool read_terms(const Pool& pool, Expr sum, std::vector<Term>& terms) {
    const auto read = [&](Expr term, Expr coefficient) {
        const auto names = monomial(pool, term, 1, zero), number = monomial(pool, one, pool.number(coefficient), zero);
        if (names && number) terms.push_back({names->coefficient, number->coefficient});
        return names && number;
    };
    if (pool.lead(sum) != zero && !read(one, pool.lead(sum))) return false;
    return std::ranges::all_of(pool.pairs(sum), [&](const Pair& t) { return read(t.first, t.second); });
}

}  // namespace

bool may_share_factor(const Pool& pool, Expr a, Expr b, Share share) {
    return any_name(pool, b, [&](Expr name) {
        auto x = image(pool, a, name), y = image(pool, b, name);
        if (!x || !y) return true;
        const std::size_t longer = std::max(x->size(), y->size());
        return share_factor(*x, *y) && (share == Share::any || x->size() < longer);
    });
}

bool shares_factor(const Pool& pool, Expr a, Expr b) {
    return any_name(pool, b, [&](Expr name) {
        auto x = image(pool, a, name, 0, Unknowns::functions), y = image(pool, b, name);
        return x && y && share_factor(*x, *y);
    });
}

bool may_repeat_factor(const Pool& pool, Expr sum, const Number& plus) {
    return any_name(pool, sum, [&](Expr name) {
        auto x = image(pool, sum, name, plus);
        if (!x) return true;
        Coefficients slope = derivative(*x);
        return share_factor(*x, slope);
    });
}

bool is_product_of_two(const Pool& pool, Expr sum) {
    std::vector<Term> t;
    if (pool.pairs(sum).size() > 4 || !read_terms(pool, sum, t) || t.size() != 4) return false;
    const auto value = [&](std::size_t i, std::size_t k) {
        return t[i].names * t[k].names % prime * (t[i].coefficient * t[k].coefficient % prime) % prime;
    };
    return value(0, 1) == value(2, 3) || value(0, 2) == value(1, 3) || value(0, 3) == value(1, 2);
}

bool has_small_root(const Pool& pool, Expr sum) {
    constexpr std::int64_t roots[] = {1, -1, 2, -2, 3, -3};
    std::size_t names = 0;
    bool found = false;
    any_name(pool, sum, [&](Expr name) {
        const auto c = image(pool, sum, name);
        const auto is_root = [&](Residue x) {
            Residue value = 0;
            for (std::size_t i = c->size(); i-- > 0;) value = (value * x + (*c)[i]) % prime;
            return value == 0;
        };
        found = c && c->size() > 2 && std::ranges::any_of(roots, [&](std::int64_t n) {
                    return is_root(residue(n)) || is_root(inverse(residue(n)));
                });
        return ++names > 1;
    });
    return names == 1 && found;
}

std::size_t terms_of_product(const Pool& pool, Expr a, Expr b) {
    std::vector<Term> x, y;
    if (!read_terms(pool, a, x) || !read_terms(pool, b, y)) return SIZE_MAX;
    std::vector<Term> product;
    for (const Term& s : x)
        for (const Term& t : y) product.push_back({s.names * t.names % prime, s.coefficient * t.coefficient % prime});
    std::ranges::sort(product, {}, &Term::names);
    std::size_t count = 0;
    for (std::size_t i = 0; i < product.size();) {
        Residue sum = 0;
        const Residue names = product[i].names;
        for (; i < product.size() && product[i].names == names; ++i) sum = (sum + product[i].coefficient) % prime;
        count += sum != 0;
    }
    return count;
}

}  // namespace pdiff
