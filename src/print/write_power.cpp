// Powers: roots as roots, powers of e as exp, superscripts and powers of functions where a format has them.
#include "writer.hpp"

namespace pdiff::printing {

// 1/2, -1/2 below a fraction bar, or 1/2 as typed: 1*2^-1.
bool Writer::is_square_root(Expr exponent, bool below) const {
    if (pool_->is_number(exponent)) {
        const Number& n = pool_->number(exponent);
        return n.small_denominator() == 2 && n.small_numerator() == (below ? -1 : 1);
    }
    if (pool_->op(exponent) != Op::product || pool_->lead(exponent) != one) return false;
    const auto pairs = pool_->pairs(exponent);
    return pairs.size() == 2 && pairs[0] == Pair{one, one} && pairs[1] == Pair{two, minus_one};
}

// base^exponent, or base^-exponent where it stands below a fraction bar.
void Writer::power(Expr base, Expr exponent, bool below, Binding binding) {
    if (exponent == one || (below && exponent == minus_one)) return whole(base, binding);
    if (is_square_root(exponent, below)) return fill(row_->square_root, [&](int) { value(base, Binding::any); });
    // In grouped formats exp(x) is e with a raised x.
    if (pool_->op(base) == Op::euler) {
        return bracketed(row_->grouped ? Binding::power : Binding::atom, binding,
                         [&] { fill(row_->exponential, [&](int) { value(exponent, Binding::any); }); });
    }
    bracketed(Binding::power, binding, [&] {
        if (is_function_power(base, exponent, below)) return call(base, exponent, below);
        if (superscript(exponent)) return value(base, Binding::atom), exponent_of(exponent, below);
        fill(row_->power, [&](int part) {
            if (part == 2)
                exponent_of(exponent, below);
            else if (pool_->is_number(exponent))
                whole(base, Binding::atom);
            else
                value(base, Binding::atom);
        });
    });
}

// A number in Python is no expression yet: 1/2 would be 0.5.
void Writer::whole(Expr base, Binding binding) {
    if (row_->whole_number.empty() || !pool_->is_number(base) || !pool_->number(base).is_integer())
        return value(base, binding);
    fill(row_->whole_number, [&](int) { value(base, Binding::any); });
}

void Writer::exponent_of(Expr exponent, bool below) {
    if (superscript(exponent)) return push({.kind = Kind::superscript, .below = below, .a = exponent});
    if (!row_->raised_rational.empty() && pool_->is_number(exponent) && !pool_->number(exponent).is_integer() &&
        !as_decimal(pool_->number(exponent))) {
        if (!below && pool_->number(exponent).sign() < 0) text(row_->negative);
        return fill(row_->raised_rational,
                    [&](int part) { push({.kind = part == 1 ? Kind::numerator : Kind::denominator, .a = exponent}); });
    }
    const Binding binding = row_->grouped ? Binding::any : Binding::atom;
    if (below)
        push({.kind = Kind::magnitude, .binding = binding, .a = exponent});
    else
        value(exponent, binding);
}

bool Writer::superscript(Expr exponent) const {
    return row_->superscripts && pool_->is_number(exponent) && pool_->number(exponent).is_integer();
}

// \sin^{2}\left(x\right); \sin^{-1} would be the inverse function.
bool Writer::is_function_power(Expr base, Expr exponent, bool below) const {
    if (!row_->function_powers || pool_->op(base) != Op::call || is_shared(base)) return false;
    if (!pool_->is_number(exponent) || !pool_->number(exponent).is_integer()) return false;
    if (!below && pool_->number(exponent).sign() < 0) return false;
    const Function f = pool_->function(base);
    return spelling(f).find('$') == std::string_view::npos && (f != Function::abs || row_->absolute.empty());
}

// A root of a number that is no expression of its own.
void Writer::radical(std::uint32_t i, Expr exponent, Binding binding) {
    if (exponent == half) return fill(row_->square_root, [&](int) { push({.kind = Kind::radicand, .size = i}); });
    bracketed(Binding::power, binding, [&] {
        fill(row_->power, [&](int part) {
            if (part == 1)
                push({.kind = Kind::radicand, .size = i});
            else
                exponent_of(exponent, false);
        });
    });
}

}  // namespace pdiff::printing
