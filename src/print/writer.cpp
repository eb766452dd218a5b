#include "writer.hpp"

#include "names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pdiff/error.hpp"

namespace pdiff::printing {

void Writer::start(const Pool& pool, Expr root, const PrintOptions& options, std::string& out) {
    pool_ = &pool;
    row_ = &row(options.format);
    options_ = options;
    options_.decimals = options.decimals && row_->for_reading;
    options_.typed = options.typed && row_->for_reading;
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
        step(item);
        std::reverse(todo_.begin() + static_cast<std::ptrdiff_t>(mark_), todo_.end());
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
            write_integer(pool_->number(item.a).numerator());
            break;
        case Kind::denominator:
            write_integer(pool_->number(item.a).denominator());
            break;
        case Kind::term: {
            const Term t = terms_[item.size];
            factors(t.first, t.count, t.coefficient, item.binding);
            break;
        }
        case Kind::radical:
            radical(item.size, item.b, item.binding);
            break;
        case Kind::radicand:
            write_integer(radicals_[item.size]);
            break;
        case Kind::superscript: {
            const std::string digits = pool_->number(item.a).to_string();
            write_superscript(std::string_view(digits).substr(item.below && digits[0] == '-' ? 1 : 0), *out_);
            break;
        }
        case Kind::count:
            write_integer(Number(item.size));
            break;
        case Kind::matrix_row:
            matrix_row(item.a);
            break;
        case Kind::bound:
            out_->append(fmt::format("u_{}", item.size));
            break;
        case Kind::end_terms:
            terms_.resize(item.size);
            break;
        case Kind::end_factors:
            factors_.resize(item.size);
            break;
        case Kind::end_bars:
            --bars_;
            break;
    }
}

void Writer::text(std::string_view s) {
    if (immediate())
        out_->append(s);
    else if (!s.empty())
        push({.kind = Kind::text, .size = static_cast<std::uint32_t>(s.size()), .text = s.data()});
}

void Writer::value(Expr e, Binding binding) {
    if (immediate() && pool_->op(e) == Op::symbol)
        write_name(pool_->name(e));
    else
        push({.kind = Kind::value, .binding = binding, .a = e});
}

void Writer::expand(Expr e, Binding binding) {
    if (is_shared(e)) {
        references.push_back({out_->size(), e});
        return;
    }
    const FormatRow& r = *row_;
    switch (pool_->op(e)) {
        case Op::number:
            return write_number(e, binding);
        case Op::symbol:
        case Op::function_name:
            return write_name(pool_->name(e));
        case Op::pi:
            return constant("pi", r.pi, r.pi_beside_symbol, pi_clash_);
        case Op::euler:
            return constant("e", r.euler, r.euler_beside_symbol, euler_clash_);
        case Op::infinity:
            return text(r.infinity);
        case Op::truth:
            return text(e == truth_true ? r.yes : r.no);
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

// A symbol may have the constant's name; whether one has is looked up once.
void Writer::constant(std::string_view name, std::string_view word, std::string_view beside_symbol, Clash& clash) {
    if (clash == Clash::unknown && !beside_symbol.empty())
        clash = order.structure().has_symbol(name) ? Clash::yes : Clash::no;
    text(clash == Clash::yes ? beside_symbol : word);
}

void Writer::write_name(std::string_view name) {
    if (row_->write_name == nullptr)
        out_->append(name);
    else
        row_->write_name(name, *out_);
    if (row_->reserved.empty()) return;
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

// Without its sign.
void Writer::write_integer(const Number& n) {
    out_->append(row_->number.open);
    if (n.small_denominator() == 1) {
        const std::int64_t v = n.small_numerator();
        const fmt::format_int digits(v < 0 ? -v : v);
        out_->append(digits.data(), digits.size());
    } else {
        const std::string digits = n.to_string();
        out_->append(digits, digits[0] == '-' ? 1 : 0);
    }
    out_->append(row_->number.close);
}

}  // namespace pdiff::printing
