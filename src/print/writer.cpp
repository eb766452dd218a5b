#include "writer.hpp"

#include "names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pdiff/error.hpp"

namespace pdiff::printing {

void Writer::start(const Pool& pool, Expr root, const PrintOptions& options, std::string& out) {
    pool_ = &pool;
    row_ = &row(options.format);
    options_ = options;
    options_.decimals = options.decimals && row_->for_reading;
    options_.typed = options.typed && row_->for_reading;
    bare_numbers_ = row_->number.open.empty() && row_->number.close.empty();
    out_ = &out;
    begin_ = out.size();
    limit_ = pool.limits().output_bytes;
    bars_ = 0;
    pi_clash_ = euler_clash_ = Clash::unknown;
    order.start(pool, root);
    shared.clear();
    references.clear();
    todo_.clear(), factors_.clear(), terms_.clear(), radicals_.clear();
}

void Writer::write(Expr e) {
    defined_ = e;
    todo_.push_back({.kind = Kind::value, .a = e});
    while (!todo_.empty()) {
        const Item item = todo_.back();
        todo_.pop_back();
        mark_ = todo_.size();
        nested_ = 0;
        step(item);
        if (todo_.size() > mark_ + 1) std::reverse(todo_.begin() + mark_, todo_.end());
        check_size();
    }
}

void Writer::check_size() const {
    if (out_->size() - begin_ > limit_) too_long(limit_);
}

void too_long(std::size_t limit) {
    throw Error(ErrorKind::limit, fmt::format("the result is longer than {} bytes", limit), {},
                fmt::format("--limit output_bytes={} allows more", limit > SIZE_MAX / 4 ? limit : 4 * limit));
}

void Writer::step(const Item& item) {
    switch (item.kind) {
        case Kind::text:
            out_->append(item.text, item.size);
            break;
        case Kind::value:
            expand(item.a, item.binding);
            break;
        case Kind::power:
            power(item.a, item.b, false, item.binding);
            break;
        case Kind::power_below:
            power(item.a, item.b, true, item.binding);
            break;
        case Kind::magnitude:
            write_magnitude(item.a, item.binding);
            break;
        case Kind::numerator:
            write_numerator(pool_->number(item.a));
            break;
        case Kind::denominator:
            write_integer(pool_->number(item.a).denominator());
            break;
        case Kind::term:
        case Kind::first_term:
            signed_term(terms_[item.size], item.kind == Kind::first_term, item.binding);
            break;
        case Kind::radical:
            radical(item.size, item.b, item.binding);
            break;
        case Kind::radicand:
            write_integer(radicals_[item.size]);
            break;
        case Kind::superscript:
            write_exponent(pool_->number(item.a), item.below);
            break;
        case Kind::count:
            write_digits(item.size);
            break;
        case Kind::matrix_row:
            matrix_row(item.a);
            break;
        case Kind::bound:
            put("u_"), out_->append(fmt::format_int(item.size).c_str());
            break;
        case Kind::release:
            terms_.shrink(item.size);
            factors_.shrink(item.factors);
            break;
        case Kind::end_bars:
            --bars_;
            break;
    }
}

// Here once, since growing a vector is much code.
void Writer::wait(const Item& item) { todo_.push_back(item); }

// The first values of a step need no stack of their own; so recursion is no deeper than that.
void Writer::value(Expr e, Binding binding) {
    constexpr std::uint32_t most_nested = 32;
    if (!immediate() || nested_ == most_nested) return wait({.kind = Kind::value, .binding = binding, .a = e});
    ++nested_;
    if (!remembers_ || pool_->op(e) < Op::sum)
        expand(e, binding);
    else
        remembered_value(e, binding);
}

void Writer::remember_parts() {
    remembers_ = true;
    remembered_.clear();
    remembered_text_.clear();
}

void Writer::remembered_value(Expr e, Binding binding) {
    constexpr std::size_t most_parts = 256, most_bytes = 1 << 16;
    if (remembered_.empty()) remembered_.resize(most_parts);
    Remembered& r = remembered(e, binding);
    if (r.size > 0 && r.e == e && r.binding == binding) {
        out_->append(remembered_text_, r.begin, r.size);
        return;
    }
    const std::size_t begin = out_->size();
    const bool named_before = std::exchange(named_constant_, false);
    expand(e, binding);
    const bool named = std::exchange(named_constant_, named_before || named_constant_);
    // Not all of it is there yet, or no room, or it depends on the names around it.
    if (!immediate() || remembered_text_.size() > most_bytes || named) return;
    r = {e, binding, static_cast<std::uint32_t>(remembered_text_.size()),
         static_cast<std::uint32_t>(out_->size() - begin)};
    remembered_text_.append(*out_, begin);
}

void Writer::refer(Expr e) { references.push_back({out_->size(), e}); }

void Writer::expand(Expr e, Binding binding) {
    if (is_shared(e)) return refer(e);
    switch (pool_->op(e)) {
        case Op::number:
            return write_number(e, binding);
        case Op::symbol:
        case Op::function_name:
            return write_name(pool_->name(e));
        case Op::pi:
        case Op::euler:
        case Op::infinity:
        case Op::truth:
            return constant(e);
        case Op::sum:
            return sum(e, binding);
        case Op::product:
            return product(e, binding);
        case Op::power:
            return product(e, binding);
        case Op::call:
            return call(e, one, false);
        case Op::derived_name:
            return derived(e, 0);
        case Op::apply:
            return apply(e);
        case Op::diff:
            return differentiated(e);
        case Op::piecewise:
            return piecewise(e);
        case Op::vector:
            return vector(e);
        case Op::logic_and:
        case Op::logic_or:
            return junction(e, binding);
        case Op::less:
        case Op::less_equal:
        case Op::equal:
        case Op::not_equal:
        case Op::is_integer:
        case Op::logic_not:
            return comparison(e, binding);
    }
}

void Writer::constant(Expr e) {
    const FormatRow& r = *row_;
    const auto named = [&](std::string_view name, std::string_view word, std::string_view beside_symbol, Clash& clash) {
        named_constant_ = true;
        if (clash == Clash::unknown && !beside_symbol.empty()) clash = clash_of(name);
        text(clash == Clash::yes ? beside_symbol : word);
    };
    if (e == pi) return named("pi", r.pi, r.pi_beside_symbol, pi_clash_);
    if (e == euler) return named("e", r.euler, r.euler_beside_symbol, euler_clash_);
    text(e == infinity ? r.infinity : e == truth_true ? r.yes : r.no);
}

// A symbol may have the constant's name; whether one has is looked up once.
Writer::Clash Writer::clash_of(std::string_view name) {
    return order.structure().has_symbol(name) ? Clash::yes : Clash::no;
}

void Writer::write_name(std::string_view name) {
    if (row_->write_name == nullptr)
        put(name);
    else
        row_->write_name(name, *out_);
    if (!row_->reserved.empty()) write_suffix(name);
}

// Behind a name that means something else in this format.
void Writer::write_suffix(std::string_view name) {
    for (std::size_t at = row_->reserved.find(name); at != std::string_view::npos;
         at = row_->reserved.find(name, at + 1))
        if (row_->reserved[at - 1] == ' ' && row_->reserved[at + name.size()] == ' ') {
            out_->append(row_->reserved_suffix);
            return;
        }
}

bool Writer::as_decimal(const Number& n) const { return options_.decimals && !n.is_integer() && n.to_decimal(); }

void Writer::write_number(Expr e, Binding binding) {
    if (pool_->number(e).sign() >= 0) return write_magnitude(e, binding);
    bracketed(Binding::sum, binding, [&] {
        text(row_->negative);
        push({.kind = Kind::magnitude, .binding = Binding::product, .a = e});
    });
}

void Writer::write_magnitude(Expr e, Binding binding) {
    const Number& n = pool_->number(e);
    if (n.is_integer()) return write_integer(n);
    if (as_decimal(n)) {
        std::string digits = *n.to_decimal();
        if (digits[0] == '-') digits.erase(0, 1);
        out_->append(row_->number.open).append(digits).append(row_->number.close);
        return;
    }
    const bool apart = row_->grouped && row_->rational.empty();
    const Binding own = !row_->rational.empty() ? Binding::atom : apart ? Binding::power : Binding::product;
    bracketed(own, binding, [&] {
        fill(row_->rational.empty() ? row_->fraction : row_->rational,
             [&](int part) { push({.kind = part == 1 ? Kind::numerator : Kind::denominator, .a = e}); });
    });
}

void Writer::write_exponent(const Number& n, bool below) {
    const std::string digits = n.to_string();
    write_superscript(std::string_view(digits).substr(below && digits[0] == '-' ? 1 : 0), *out_);
}

void Writer::write_numerator(const Number& n) {
    const std::int64_t v = n.small_numerator();
    if (n.big()) return write_integer(n.numerator());
    write_digits(v < 0 ? -static_cast<std::uint64_t>(v) : static_cast<std::uint64_t>(v));
}

// Without its sign.
void Writer::write_integer(const Number& n) {
    if (!n.big()) return write_numerator(n);
    const std::string digits = n.to_string();
    out_->append(row_->number.open).append(digits, digits[0] == '-' ? 1 : 0).append(row_->number.close);
}

void Writer::write_many_digits(std::uint64_t n) {
    const fmt::format_int digits(n);
    out_->append(row_->number.open).append(digits.data(), digits.size()).append(row_->number.close);
}

}  // namespace pdiff::printing
