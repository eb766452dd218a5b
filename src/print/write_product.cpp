// Products: the minus in front, what has a negative exponent below the fraction bar.
#include <algorithm>

#include "writer.hpp"

namespace pdiff::printing {
namespace {

constexpr std::int64_t always_split = 1000;  // sqrt(6) is read as sqrt(2)*sqrt(3); prime factors below this are found

constexpr std::string_view typed_over = "/";

bool is_unit(const Number& n) {
    if (n.small_denominator() != 0) return n.small_numerator() == 1 || n.small_numerator() == -1;
    const Number numerator = n.numerator();
    return numerator.is_one() || numerator == Number(-1);
}

}  // namespace

// A product of factors_[first, first + count) with a number, both without sign.
struct Writer::Fraction {
    std::size_t first, count;
    Expr coefficient;
    bool whole_above;  // the coefficient as it is (a decimal) or its numerator
    bool number_above, number_below;
    std::size_t above, below;
};

void Writer::product(Expr e, Binding binding) {
    if (options_.typed && pool_->op(e) == Op::power) return power(pool_->args(e)[0], pool_->args(e)[1], false, binding);
    const auto first = factors_.size(), terms = terms_.size();
    const Expr coefficient = pool_->op(e) == Op::product ? pool_->lead(e) : one;
    gather(e);
    const bool in_line = options_.typed && !row_->grouped;
    const bool chain = in_line && std::ranges::any_of(std::span(factors_).subspan(first), &Factor::below);
    const auto body = [&](Binding inner) {
        if (chain)
            typed_chain(first, coefficient, inner);
        else
            factors(first, factors_.size() - first, coefficient, inner);
    };
    if (pool_->number(coefficient).sign() >= 0) {
        body(binding);
    } else {
        bracketed(Binding::sum, binding, [&] {
            text(row_->negative);
            body(Binding::product);
        });
    }
    release(terms, first);
}

// Appends the factors of `e` in order, but for its coefficient.
void Writer::gather(Expr e) {
    const std::size_t first = factors_.size();
    const Op op = is_shared(e) ? Op::symbol : pool_->op(e);
    if (op == Op::product) {
        for (const auto& [base, exponent] : pool_->pairs(e)) add_factor(base, exponent);
        if (options_.typed) return;
        order.sort_factors(std::span(factors_).subspan(first));
        merge_radicals(first);
    } else if (op == Op::power) {
        add_factor(pool_->args(e)[0], pool_->args(e)[1]);
    } else {
        factors_.push_back({e, one, is_shared(e) ? Rank::name : order.rank(e, one), false});
    }
}

void Writer::add_factor(Expr base, Expr exponent) {
    const bool below = pool_->is_number(exponent) && pool_->number(exponent).sign() < 0 && !keeps_power(exponent) &&
                       pool_->op(base) != Op::euler;
    factors_.push_back({base, exponent, order.rank(base, exponent), below});
}

// x^(-0.9) where decimals are written.
bool Writer::keeps_power(Expr exponent) const {
    const Number& n = pool_->number(exponent);
    return as_decimal(n) && n.small_denominator() != 2;
}

void Writer::factors(std::size_t first, std::size_t count, Expr coefficient, Binding binding) {
    const Number& c = pool_->number(coefficient);
    Fraction f{.first = first,
               .count = count,
               .coefficient = coefficient,
               .whole_above = as_decimal(c),
               .number_above = false,
               .number_below = false,
               .above = 0,
               .below = 0};
    for (std::size_t i = first; i < first + count; ++i)
        if (!factors_[i].merged) ++(factors_[i].below ? f.below : f.above);
    f.number_above = f.whole_above || !is_unit(c);
    f.number_below = !f.whole_above && !c.is_integer();
    if (!f.number_below && f.below == 0) return side(f, false, binding);
    if (f.above + f.below == 0) return push({.kind = Kind::magnitude, .binding = binding, .a = coefficient});
    const bool grouped = row_->grouped;
    bracketed(grouped ? Binding::power : Binding::product, binding, [&] {
        fill(row_->fraction, [&](int part) {
            side(f, part == 2, grouped ? Binding::any : part == 1 ? Binding::product : Binding::power);
        });
    });
}

// What stands above or below the bar.
void Writer::side(const Fraction& f, bool below, Binding binding) {
    const bool number = below ? f.number_below : f.number_above;
    const std::size_t count = (below ? f.below : f.above) + (number ? 1 : 0);
    const auto write_number_part = [&] {
        const Kind kind = below ? Kind::denominator : f.whole_above ? Kind::magnitude : Kind::numerator;
        push({.kind = kind, .binding = Binding::power, .a = f.coefficient});
    };
    if (count == 0) return push({.kind = Kind::numerator, .a = one});
    if (count == 1 && number) return write_number_part();
    const auto next_below = [&](std::size_t i) {
        while (factors_[i].below != below || factors_[i].merged) ++i;
        return i;
    };
    if (count == 1) return factor(factors_[next_below(f.first)], binding);
    bracketed(Binding::product, binding, [&] {
        if (number) write_number_part();
        std::size_t i = f.first;
        for (std::size_t k = number ? 1 : 0; k < count; ++k, ++i) {
            i = next_below(i);
            if (k > 0) text(starts_with_number(factors_[i]) ? row_->times_number : row_->times);
            factor(factors_[i], Binding::power);
        }
    });
}

bool Writer::starts_with_number(const Factor& f) const { return pool_->is_number(f.base) && f.exponent != half; }

void Writer::factor(const Factor& f, Binding binding) {
    if (f.exponent == one) return f.rank == Rank::radical ? whole(f.base, binding) : value(f.base, binding);
    if (f.rank == Rank::radical && &f + 1 < factors_.data() + factors_.size() && (&f + 1)->merged)
        return merged_radical(f, binding);
    if (immediate() && binding <= Binding::power) return power(f.base, f.exponent, f.below, binding);
    push({.kind = f.below ? Kind::power_below : Kind::power, .binding = binding, .a = f.base, .b = f.exponent});
}

// sqrt(2)*sqrt(3) is written sqrt(6).
void Writer::merge_radicals(std::size_t first) {
    const auto merges = [this](const Factor& f) {
        return f.rank == Rank::radical && f.exponent != one && pool_->is_number(f.exponent) &&
               pool_->number(f.base) < Number(always_split);
    };
    for (std::size_t i = first; i + 1 < factors_.size() && factors_[i].rank == Rank::radical;) {
        std::size_t end = i + 1;
        if (merges(factors_[i]))
            while (end < factors_.size() && merges(factors_[end]) && factors_[end].exponent == factors_[i].exponent)
                factors_[end++].merged = true;
        i = end;
    }
}

// Below an exponent only: sqrt(2)*sqrt(3) as one power.
void Writer::merged_radical(const Factor& f, Binding binding) {
    Number base = pool_->number(f.base);
    for (const Factor* next = &f + 1; next < factors_.data() + factors_.size() && next->merged; ++next)
        base = base * pool_->number(next->base);
    push({.kind = Kind::radical,
          .binding = binding,
          .size = static_cast<std::uint32_t>(radicals_.size()),
          .b = f.exponent});
    radicals_.push_back(base);
}

// In the order given: a/b*c stays so.
void Writer::typed_chain(std::size_t first, Expr coefficient, Binding binding) {
    bracketed(Binding::product, binding, [&] {
        bool empty = coefficient == one || coefficient == minus_one;
        if (!empty) push({.kind = Kind::magnitude, .binding = Binding::product, .a = coefficient});
        const std::size_t end = factors_.size();
        for (std::size_t i = first; i < end; ++i) {
            const Factor& f = factors_[i];
            if (empty && f.below) push({.kind = Kind::numerator, .a = one}), empty = false;
            if (!empty) text(f.below ? typed_over : row_->times);
            factor(f, Binding::power);
            empty = false;
        }
    });
}

}  // namespace pdiff::printing
