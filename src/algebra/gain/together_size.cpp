#include "algebra/gain/together_size.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "algebra/gain/monomials.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 160;   // of the numerator before like terms are merged
constexpr std::int32_t unit = 60;         // the exponent 1: halves to sixths are whole
constexpr double largest_exponent = 1e8;  // in units
constexpr std::uint32_t exponential_mark = 1u << 31;

class Counter {
public:
    Counter(const Pool& pool, Survey& f) : pool_(pool), survey_(f) {}

    std::optional<TogetherSize> operator()(Expr sum, std::size_t eighths) {
        std::size_t now = 0;
        std::vector<Term> terms;
        terms.reserve(pool_.pairs(sum).size() + 1);
        if (pool_.lead(sum) != zero) terms.push_back({pool_.number(pool_.lead(sum)).to_double(), {}}), ++now;
        for (const Pair& p : pool_.pairs(sum)) {
            terms.push_back({pool_.number(p.second).to_double(), {}});
            now += p.second != one && p.second != minus_one;
            now += read(p.first, terms.back());
            now += is_reciprocal(pool_.number(p.second), terms.back());
        }
        if (brackets_.empty()) return std::nullopt;  // like terms have been collected
        // The lowest power of what stands in a denominator comes out of every term.
        for (const Expr d : brackets_) {
            std::int32_t lowest = 0;
            for (const Term& t : terms) lowest = std::min(lowest, exponent(t, d));
            for (Term& t : terms) add(t, d, -lowest);
            if (lowest < 0) below_ += size(d) + (lowest < -unit);
        }
        if (below_ == 0 && nothing_in_common(terms)) return std::nullopt;
        if ((below_ + least_size(terms)) * 8 > now * eighths) return std::nullopt;
        Monomials numerator;
        for (const Term& t : terms)
            if (!multiply_out(t, numerator)) return std::nullopt;
        return TogetherSize{now, below_ + merged_size(numerator)};
    }

private:
    struct Power {
        Expr base;
        std::int32_t exponent;
    };
    struct Term {
        double coefficient;
        SmallVector<Power, 8> powers = {};
    };

    static std::int32_t units(const Number& n) {
        const double value = n.to_double() * static_cast<double>(unit);
        if (value > largest_exponent || value < -largest_exponent) return unit;
        return static_cast<std::int32_t>(value < 0 ? value - 0.5 : value + 0.5);
    }
    static std::int32_t exponent(const Term& t, Expr base) {
        for (std::size_t i = 0; i < t.powers.size(); ++i)
            if (t.powers[i].base == base) return t.powers[i].exponent;
        return 0;
    }
    static void add(Term& t, Expr base, std::int32_t e) {
        if (e == 0) return;
        for (Power& p : t.powers.all())
            if (p.base == base) {
                p.exponent += e;
                return;
            }
        t.powers.push_back({base, e});
    }

    // 1/(3*x): the 1 is written.
    static bool is_reciprocal(const Number& coefficient, const Term& t) {
        return std::ranges::all_of(t.powers.all(), [](const Power& p) { return p.exponent < 0; }) &&
               (coefficient.numerator().is_one() || (-coefficient.numerator()).is_one());
    }

    // Number of factors.
    std::size_t read(Expr term, Term& into) {
        if (pool_.op(term) == Op::product) {
            std::size_t n = 0;
            for (const Pair& p : pool_.pairs(term)) n += read_power(p.first, p.second, into);
            return n;
        }
        if (pool_.op(term) == Op::power) return read_power(pool_.args(term)[0], pool_.args(term)[1], into);
        return read_power(term, one, into);
    }

    std::size_t read_power(Expr base, Expr exponent, Term& into) {
        std::int32_t e = unit;
        Expr key = base;
        if (pool_.is_number(exponent)) {
            e = units(pool_.number(exponent));
            if (is_cube_root(base)) key = pool_.args(base)[0], e /= 3;
        } else {
            if (base != euler) return opaque_power(base, exponent, into);
            key = exponential(exponent);  // exp(2*u) is the square of exp(u)
            if (pool_.op(exponent) == Op::product && pool_.pairs(exponent).size() == 1 &&
                pool_.pairs(exponent)[0].second == one) {
                key = exponential(pool_.pairs(exponent)[0].first);
                e = units(pool_.number(pool_.lead(exponent)));
            }
        }
        add(into, key, e);
        const bool bracket = is_sum(key);
        if ((bracket || e < 0 || e % unit != 0) && std::ranges::find(brackets_.all(), key) == brackets_.all().end())
            brackets_.push_back(key);
        return size(key) + (key != base || exponent != one);
    }

    std::size_t opaque_power(Expr base, Expr exponent, Term& into) {
        add(into, base, unit + 1 + static_cast<std::int32_t>(index(exponent) % (1u << 24)) * 7);  // like no other power
        return size(base) + size(exponent);
    }

    // An unknown for exp(u) that is not u.
    static Expr exponential(Expr u) { return Expr{index(u) | exponential_mark}; }
    static bool is_exponential(Expr key) { return (index(key) & exponential_mark) != 0; }
    bool is_cube_root(Expr e) const { return pool_.op(e) == Op::call && pool_.function(e) == Function::cbrt; }
    bool is_sum(Expr key) const { return !is_exponential(key) && pool_.op(key) == Op::sum; }

    std::size_t size(Expr key) {
        return is_exponential(key) ? 1 + survey_.weight(Expr{index(key) & ~exponential_mark}) : survey_.weight(key);
    }

    std::optional<std::size_t> unknown(Expr base) {
        for (std::size_t i = 0; i < unknowns_.size(); ++i)
            if (unknowns_[i] == base) return i;
        if (unknowns_.size() == most_unknowns) return std::nullopt;
        unknowns_.push_back(base);
        return unknowns_.size() - 1;
    }

    // Whether no two terms agree in what no bracket can bring, and none is a product of brackets: then none can merge.
    bool nothing_in_common(std::span<const Term> terms) const {
        if (!std::ranges::all_of(brackets_.all(), [&](Expr b) { return !is_sum(b) || holds_names_alone(b); }))
            return false;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (std::ranges::count_if(terms[i].powers.all(), [&](const Power& p) { return is_sum(p.base); }) > 1)
                return false;
            for (std::size_t k = 0; k < i; ++k)
                if (agree(terms[i], terms[k])) return false;
        }
        return true;
    }
    bool is_opened(const Power& p) const {
        return is_sum(p.base) && p.exponent > 0 && p.exponent % unit == 0 && p.exponent <= 3 * unit;
    }
    // What is no name in the brackets that are opened.
    SmallVector<Expr> kernels_of_brackets(std::span<const Term> terms) {
        SmallVector<Expr> kernels;
        for (const Term& t : terms)
            for (const Power& p : t.powers.all()) {
                if (p.exponent == 0 || !is_opened(p) || holds_names_alone(p.base)) continue;
                for (const Pair& inner : pool_.pairs(p.base)) {
                    Term read{0, {}};
                    read_inner(inner.first, read);
                    for (const Power& q : read.powers.all())
                        if (!is_name(q.base)) kernels.push_back(q.base);
                }
            }
        return kernels;
    }
    // What multiplied out is not smaller: terms that agree with no other in their kernels merge with none, and stay as
    // many as those of a bracket, or two.
    std::size_t least_size(std::span<const Term> terms) {
        struct Part {
            std::uint64_t kernels = 0;
            std::size_t size = 0, monomials = 1;
        };
        SmallVector<Part, 24> parts;
        const SmallVector<Expr> inner = kernels_of_brackets(terms);
        for (const Term& t : terms) {
            Part part;
            for (const Power& p : t.powers.all()) {
                if (p.exponent == 0 || is_name(p.base) || std::ranges::count(inner.all(), p.base) > 0) continue;
                if (is_opened(p)) {
                    const std::size_t count = pool_.pairs(p.base).size() + (pool_.lead(p.base) != zero);
                    part.monomials = part.monomials == 1 && p.exponent == unit ? count : 2;
                    continue;
                }
                part.kernels += (index(p.base) + 1) * 0x9e3779b97f4a7c15u * static_cast<std::uint64_t>(p.exponent);
                part.size += size(p.base) + (p.exponent != unit);
            }
            parts.push_back(part);
        }
        std::size_t least = 0;
        for (const Part& p : parts.all())
            if (std::ranges::count(parts.all(), p.kernels, &Part::kernels) == 1) least += p.size * p.monomials;
        return least;
    }
    bool is_name(Expr key) const { return !is_exponential(key) && pool_.op(key) == Op::symbol; }
    bool holds_names_alone(Expr sum) const {
        return std::ranges::all_of(pool_.pairs(sum), [&](const Pair& t) {
            if (pool_.op(t.first) == Op::power) return is_name(pool_.args(t.first)[0]);
            if (pool_.op(t.first) != Op::product) return is_name(t.first);
            return std::ranges::all_of(pool_.pairs(t.first), [&](const Pair& p) { return is_name(p.first); });
        });
    }
    bool agree(const Term& a, const Term& b) const {
        const auto in = [&](const Term& x, const Term& y) {
            return std::ranges::all_of(x.powers.all(), [&](const Power& p) {
                return is_name(p.base) || is_sum(p.base) || exponent(y, p.base) == p.exponent;
            });
        };
        return in(a, b) && in(b, a);
    }
    // Brackets with small positive powers are multiplied out, once nested.
    bool multiply_out(const Term& t, Monomials& into) {
        Monomials product, bracket, next;
        product.push_back({{}, t.coefficient});
        for (const Power& p : t.powers.all()) {
            if (p.exponent == 0) continue;
            if (!is_opened(p)) {
                const auto u = unknown(p.base);
                if (!u) return false;
                for (Monomial& m : product.all()) m.raise(*u, p.exponent);
                continue;
            }
            bracket.clear();
            if (!open_bracket(p.base, bracket)) return false;
            for (std::int32_t i = 0; i < p.exponent / unit; ++i) {
                if (product.size() * bracket.size() > most_terms) return false;
                next.clear();
                for (const Monomial& a : product.all())
                    for (const Monomial& b : bracket.all()) {
                        Monomial m = a;
                        m.multiply(b);
                        next.push_back(m);
                    }
                product.assign(next);
            }
        }
        for (const Monomial& m : product.all()) into.push_back(m);
        return into.size() <= most_terms;
    }

    bool open_bracket(Expr sum, Monomials& into) {
        if (pool_.lead(sum) != zero) into.push_back({{}, pool_.number(pool_.lead(sum)).to_double()});
        for (const Pair& p : pool_.pairs(sum)) {
            Term t{pool_.number(p.second).to_double(), {}};
            read_inner(p.first, t);
            Monomial m{{}, t.coefficient};
            for (const Power& q : t.powers.all()) {
                const auto u = unknown(q.base);
                if (!u) return false;
                m.raise(*u, q.exponent);
            }
            into.push_back(m);
        }
        return into.size() <= most_terms;
    }

    void read_inner(Expr term, Term& into) {
        const std::size_t brackets = brackets_.size();
        read(term, into);
        brackets_.shrink(brackets);
    }

    std::size_t merged_size(const Monomials& terms) {
        const Monomials all = with_like_terms_merged(terms);
        const double content = common_coefficient(all);
        std::size_t size = content != 1;
        for (const Monomial& m : all.all()) {
            const double c = m.coefficient / content;
            size += (c != 1 && c != -1) || m.mark() == 0;  // a number
            for (std::size_t u = 0; u < unknowns_.size(); ++u)
                if (const int e = m.exponents[u]; e != 0) size += this->size(unknowns_[u]) + (e != unit);
        }
        return size;
    }

    const Pool& pool_;
    Survey& survey_;
    SmallVector<Expr, 8> brackets_, unknowns_;
    std::size_t below_ = 0;
};

}  // namespace

std::optional<TogetherSize> together_size(const Pool& pool, Survey& f, Expr sum, std::size_t eighths) {
    return Counter(pool, f)(sum, eighths);
}

}  // namespace pdiff
