#include "algebra/forms/joined_fractions.hpp"

#include <algorithm>
#include <vector>

#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/multiply_out.hpp"
#include "algebra/forms/shortest.hpp"
#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_terms = 12;
constexpr std::ptrdiff_t most_fractions = 3;  // more of them are the partial fractions they are meant to be

// The bracket below the line of a term that holds nothing but names and brackets; zero where there is not just one.
Expr divisor(const Pool& pool, Expr term, Traits t) {
    if (!(t & trait::bracket_below) || (t & trait::irrational)) return zero;
    const SmallVector<Pair> factors = factors_of(pool, term);
    Expr found = zero;
    for (const Pair& p : factors.all()) {
        if (pool.op(p.first) != Op::sum || pool.number(p.second).sign() > 0) continue;
        if (found != zero) return zero;
        found = p.first;
    }
    return found;
}

}  // namespace

Expr join_fractions(Pool& pool, Survey& f, MeasureScratch& scratch) {
    const Expr e = f.expr();
    if (pool.op(e) != Op::sum || !(f.traits(e) & trait::bracket_below) || pool.pairs(e).size() > most_terms) return e;
    std::vector<Pair> terms(pool.pairs(e).begin(), pool.pairs(e).end());
    std::vector<Expr> divisors;  // of each
    for (const Pair& t : terms) divisors.push_back(divisor(pool, t.first, f.traits(t.first)));
    std::vector<Expr> distinct;
    for (const Expr d : divisors)
        if (d != zero && !(f.traits(d) & trait::irrational) && std::ranges::find(distinct, d) == distinct.end())
            distinct.push_back(d);

    Expr best = e;
    for (const Expr d : distinct) {
        const auto count = std::ranges::count(divisors, d);
        if (count < 2 || count > most_fractions || static_cast<std::size_t>(count) == divisors.size()) continue;
        std::vector<Pair> over, others;
        std::vector<Expr> divisors_of_others;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            (divisors[i] == d ? over : others).push_back(terms[i]);
            if (divisors[i] != d) divisors_of_others.push_back(divisors[i]);
        }
        others.push_back({contents_in_front(pool, multiply_out(pool, sum_of_multiples(pool, over)), scratch), one});
        divisors_of_others.push_back(zero);
        std::vector<Pair> all = others;
        all.push_back({one, pool.lead(e)});
        Shortest shortest(pool, best, scratch);
        shortest.offer(sum_of_multiples(pool, all));
        if (shortest.best() == best) continue;
        best = shortest.best();
        terms = std::move(others);
        divisors = std::move(divisors_of_others);
    }
    return best;
}

}  // namespace pdiff
