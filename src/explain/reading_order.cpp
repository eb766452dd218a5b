#include "explain/reading_order.hpp"

#include <algorithm>

namespace pdiff::explain {

using printing::Factor;
using printing::Term;

std::vector<Factor> ReadingOrder::factors(Expr e) {
    std::vector<Factor> result;
    const auto add = [&](Expr base, Expr exponent) {
        const bool below = pool_.is_number(exponent) && pool_.number(exponent).sign() < 0;
        result.push_back({base, exponent, order_.rank(base, exponent), below});
    };
    if (pool_.op(e) == Op::product)
        for (const Pair& p : pool_.pairs(e)) add(p.first, p.second);
    else if (pool_.op(e) == Op::power)
        add(pool_.args(e)[0], pool_.args(e)[1]);
    else
        add(e, one);
    if (std::ranges::all_of(result, [&](const Factor& f) { return knows(f.base) && knows(f.exponent); }))
        order_.sort_factors(result);
    return result;
}

std::vector<Pair> ReadingOrder::pairs(Expr e) {
    std::vector<Pair> result;
    if (pool_.op(e) == Op::product) {
        for (const Factor& f : factors(e)) result.push_back({f.base, f.exponent});
        return result;
    }
    std::vector<Term> terms;
    std::vector<Factor> all;
    for (const auto& [term, coefficient] : pool_.pairs(e)) {
        const std::vector<Factor> own = factors(term);
        terms.push_back({term, coefficient, static_cast<std::uint32_t>(all.size()),
                         static_cast<std::uint32_t>(own.size()), 0, false});
        all.insert(all.end(), own.begin(), own.end());
    }
    if (std::ranges::all_of(all, [&](const Factor& f) { return knows(f.base) && knows(f.exponent); }))
        order_.sort_terms(terms, all);
    for (const Term& t : terms) result.push_back({t.term, t.coefficient});
    return result;
}

}  // namespace pdiff::explain
