// Sums: terms by falling degree, each behind its sign.
#include <algorithm>

#include "writer.hpp"

namespace pdiff::printing {

void Writer::sum(Expr e, Binding binding) {
    bracketed(Binding::sum, binding, [&] {
        if (options_.typed) return typed_sum(e);
        const auto factors_before = static_cast<std::uint32_t>(factors_.size());
        const auto begin = static_cast<std::uint32_t>(terms_.size());
        for (const auto& [term, coefficient] : pool_->pairs(e)) terms_.push_back(gather_term(term, coefficient));
        const std::span terms = std::span(terms_).subspan(begin);
        order.sort_terms(terms, factors_);
        const bool rising = plus_in_front(terms, pool_->lead(e));
        const Expr constant = pool_->lead(e);
        const auto end = static_cast<std::uint32_t>(terms_.size());
        const bool has_lead = constant != zero || begin == end;
        if (rising && has_lead) lead(constant, true);
        for (std::uint32_t i = begin; i < end; ++i) {
            const bool first = i == begin && !(rising && has_lead);
            term(i, first, Binding::product);
        }
        if (!rising && has_lead) lead(constant, begin == end);
        release(begin, factors_before);
    });
}

// In the order given.
void Writer::typed_sum(Expr e) {
    const auto begin = static_cast<std::uint32_t>(terms_.size());
    const auto factors_before = static_cast<std::uint32_t>(factors_.size());
    const bool has_lead = pool_->lead(e) != zero || pool_->pairs(e).empty();
    if (has_lead) lead(pool_->lead(e), true);
    for (const auto& [term, coefficient] : pool_->pairs(e)) {
        const auto first = static_cast<std::uint32_t>(factors_.size());
        factors_.push_back({term, one, Rank::other, false});
        terms_.push_back({term, coefficient, first, 1, 0, false});
    }
    const auto end = static_cast<std::uint32_t>(terms_.size());
    for (std::uint32_t i = begin; i < end; ++i) {
        const Term& t = terms_[i];
        const bool first = i == begin && !has_lead;
        // -x + y begins with a product.
        const bool product = first && t.coefficient == one && pool_->op(t.term) == Op::product;
        term(i, first, product ? Binding::sum : Binding::product);
    }
    release(begin, factors_before);
}

Term Writer::gather_term(Expr term, Expr coefficient) {
    const auto first = static_cast<std::uint32_t>(factors_.size());
    // Only an expression as typed has a coefficient here, too; it stays in brackets.
    if (pool_->op(term) == Op::product && pool_->lead(term) != one)
        factors_.push_back({term, one, Rank::bracket, false});
    else
        gather(term);
    return {term, coefficient, first, static_cast<std::uint32_t>(factors_.size()) - first, 0, false};
}

// Avoids a minus in front where another order is as good: y - x, 1 - x^2. True: degrees rise, the constant is first.
bool Writer::plus_in_front(std::span<Term> terms, Expr constant) const {
    const auto positive = [this](const Term& t) { return pool_->number(t.coefficient).sign() > 0; };
    if (terms.empty() || positive(terms[0])) return false;
    const auto same_degree = std::ranges::find_if(terms, [&](const Term& t) {
        return t.degree != terms[0].degree || t.constant != terms[0].constant || positive(t);
    });
    if (same_degree != terms.end() && same_degree->degree == terms[0].degree && positive(*same_degree)) {
        std::rotate(terms.begin(), same_degree, same_degree + 1);
        return false;
    }
    const int lead_sign = pool_->number(constant).sign();
    const auto last = std::ranges::find_if(
        terms, [&](const Term& t) { return t.degree == terms.back().degree && t.constant == terms.back().constant; });
    if (lead_sign < 0 || (lead_sign == 0 && !positive(*last))) return false;
    std::ranges::reverse(terms);
    for (auto i = terms.begin(); i != terms.end();) {  // within a degree names keep their order
        const auto end = std::find_if(
            i, terms.end(), [&](const Term& t) { return t.degree != i->degree || t.constant != i->constant; });
        std::reverse(i, end);
        i = end;
    }
    return true;
}

void Writer::term(std::uint32_t i, bool first, Binding binding) {
    if (immediate())
        signed_term(terms_[i], first, binding);
    else
        wait({.kind = first ? Kind::first_term : Kind::term, .binding = binding, .size = i});
}

void Writer::signed_term(const Term& t, bool first, Binding binding) {
    const bool minus = pool_->number(t.coefficient).sign() < 0;
    if (!first)
        text(minus ? row_->minus : row_->plus);
    else if (minus)
        text(row_->negative);
    factors(t.first, t.count, t.coefficient, binding);
}

void Writer::lead(Expr constant, bool first) {
    const bool minus = pool_->number(constant).sign() < 0;
    if (!first)
        text(minus ? row_->minus : row_->plus);
    else if (minus)
        text(row_->negative);
    push({.kind = Kind::magnitude, .binding = Binding::product, .a = constant});
}

}  // namespace pdiff::printing
