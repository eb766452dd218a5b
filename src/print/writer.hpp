// Writes one expression in one format, from a stack of what is still to be written; no depth is too deep.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "expr/stack.hpp"
#include "format.hpp"
#include "order.hpp"
#include "pdiff/expr.hpp"

namespace pdiff::printing {

// How tightly a text holds together; what must hold tighter than it does is put in brackets.
enum class Binding : std::uint8_t { any, disjunction, conjunction, negation, comparison, sum, product, power, atom };

// Throws Error{limit}.
[[noreturn]] void too_long(std::size_t limit);

// A shared subexpression, written as a name.
struct Reference {
    std::size_t offset;  // in the text
    Expr expression;
};

class Writer {
public:
    void start(const Pool& pool, Expr root, const PrintOptions& options, std::string& out);
    // From here on all is of one pool and in one format: what was written once is copied.
    void remember_parts();
    // Appends `e`. What is marked as shared, other than `e` itself, is left out and noted in `references`.
    void write(Expr e);

    Order order;
    std::vector<std::uint8_t> shared;  // by index; empty where nothing is
    std::vector<Reference> references;

private:
    // What is still to be written.
    struct Item {
        enum class Kind : std::uint8_t {
            text,         // `text`, `size`
            magnitude,    // the number a without its sign
            numerator,    // of the number a, without its sign
            denominator,  // of the number a
            radicand,     // radicals_[size]
            superscript,  // the integer a
            count,        // the number `size`
            bound,        // the free variable number `size` of a derivative
            term,         // terms_[size] with its sign
            first_term,   // without a plus
            release,      // terms_ are needed up to `size` only, factors_ up to `factors`
            value,        // a; this and what follows always waits
            power,        // a^b
            power_below,  // a^-b, b a negative number
            radical,      // radicals_[size] ^ b
            matrix_row,   // the vector a
            end_bars,     // an absolute value ends
        };
        Kind kind;
        Binding binding = Binding::any;
        bool below = false;  // of a superscript: its sign is left out
        std::uint32_t size = 0, factors = 0;
        const char* text = nullptr;
        Expr a{}, b{};
    };
    using Kind = Item::Kind;

    void step(const Item& item);
    // Nothing of this step waits, so what comes next can go straight to the output.
    bool immediate() const { return todo_.size() == mark_; }
    void push(const Item& item) {
        if (item.kind < Kind::value && immediate())
            step(item);
        else
            wait(item);
    }
    void wait(const Item& item);
    // What terms_ and factors_ hold beyond these is needed up to here.
    void release(std::size_t terms, std::size_t factors) {
        if (immediate())
            terms_.shrink(terms), factors_.shrink(factors);
        else
            wait({.kind = Kind::release,
                  .size = static_cast<std::uint32_t>(terms),
                  .factors = static_cast<std::uint32_t>(factors)});
    }
    void refer(Expr e);
    // A text that was written before, and where it is in `remembered_text_`.
    struct Remembered {
        Expr e{};
        Binding binding{};
        std::uint32_t begin = 0, size = 0;
    };
    Remembered& remembered(Expr e, Binding binding) {
        return remembered_[(index(e) * 9 + static_cast<std::uint32_t>(binding)) % remembered_.size()];
    }
    void remembered_value(Expr e, Binding binding);
    void text(std::string_view s) {
        if (immediate())
            put(s);
        else
            wait({.kind = Kind::text, .size = static_cast<std::uint32_t>(s.size()), .text = s.data()});
    }
    // Most texts are a byte long.
    void put(std::string_view s) {
        if (s.size() == 1)
            out_->push_back(s[0]);
        else
            out_->append(s);
    }
    void value(Expr e, Binding binding);
    void check_size() const;

    // Copies `words`; hole(1), hole(2) write the parts.
    template <class Hole>
    void fill(std::string_view words, Hole hole);
    // entry(i) writes the entries.
    template <class Entry>
    void list(const List& l, std::size_t count, Entry entry);
    // Runs `body` between brackets where `own` does not hold as tightly as `needed`.
    template <class Body>
    void bracketed(Binding own, Binding needed, Body body);

    // writer.cpp: leaves
    void expand(Expr e, Binding binding);
    void write_name(std::string_view name);
    void write_suffix(std::string_view name);
    void write_number(Expr e, Binding binding);
    void write_magnitude(Expr e, Binding binding);
    bool as_decimal(const Number& n) const;
    void write_integer(const Number& n);
    void write_numerator(const Number& n);
    void write_exponent(const Number& n, bool below);
    void write_digits(std::uint64_t n) {
        if (n < 10 && bare_numbers_)
            out_->push_back(static_cast<char>('0' + n));
        else
            write_many_digits(n);
    }
    void write_many_digits(std::uint64_t n);
    enum class Clash : std::uint8_t { unknown, no, yes };
    void constant(Expr e);
    Clash clash_of(std::string_view name);
    bool is_shared(Expr e) const { return !shared.empty() && shared[index(e)] && e != defined_; }

    // write_sum.cpp
    void sum(Expr e, Binding binding);
    void typed_sum(Expr e);
    void term(std::uint32_t i, bool first, Binding binding);
    void signed_term(const Term& term, bool first, Binding binding);
    void lead(Expr constant, bool first);
    Term gather_term(Expr term, Expr coefficient);
    bool plus_in_front(std::span<Term> terms, Expr constant) const;

    // write_product.cpp
    struct Fraction;
    void product(Expr e, Binding binding);
    void typed_chain(std::size_t first, Expr coefficient, Binding binding);
    void gather(Expr e);
    void add_factor(Expr base, Expr exponent);
    void merge_radicals(std::size_t first);
    void merged_radical(const Factor& f, Binding binding);
    bool starts_with_number(const Factor& f) const;
    void factors(std::size_t first, std::size_t count, Expr coefficient, Binding binding);
    void side(const Fraction& f, bool below, Binding binding);
    void factor(const Factor& f, Binding binding);
    bool keeps_power(Expr exponent) const;

    // write_power.cpp
    void power(Expr base, Expr exponent, bool below, Binding binding);
    bool is_square_root(Expr exponent, bool below) const;
    void exponent_of(Expr exponent, bool below);
    void radical(std::uint32_t i, Expr exponent, Binding binding);
    bool superscript(Expr exponent) const;
    void whole(Expr base, Binding binding);
    bool is_function_power(Expr base, Expr exponent, bool below) const;

    // write_call.cpp
    std::string_view spelling(Function f) const;
    void function_name(Function f, Expr exponent, bool below);
    template <class Entry>
    void call_with(Function f, Expr exponent, bool below, std::size_t count, Entry entry);
    template <class Entry>
    void named_call(Expr function, std::size_t count, Entry entry);
    void call(Expr e, Expr exponent, bool below);
    void apply(Expr e);
    void derived(Expr f, std::size_t arguments);
    void orders(std::span<const Expr> positions, std::size_t arguments);
    void count(std::size_t n);
    template <class Body, class Variable>
    void derivative(std::size_t variables, Body body, Variable variable);
    void differentiated(Expr e);
    void substituted(Expr f, std::span<const Expr> args);

    // write_condition.cpp
    void comparison(Expr e, Binding binding);
    void junction(Expr e, Binding binding);
    void piecewise(Expr e);
    void vector(Expr e);
    void matrix_row(Expr e);

    const Pool* pool_ = nullptr;
    const FormatRow* row_ = nullptr;
    bool bare_numbers_ = true;  // written as digits alone
    PrintOptions options_;
    std::string* out_ = nullptr;
    std::size_t begin_ = 0;
    std::size_t limit_ = 0;
    Expr defined_{};  // the shared expression whose definition is being written
    Stack<Item> todo_;
    std::size_t mark_ = 0;
    std::uint32_t nested_ = 0;  // values that this step wrote without waiting
    Clash pi_clash_ = Clash::unknown, euler_clash_ = Clash::unknown;
    std::uint32_t bars_ = 0;
    Stack<Factor> factors_;
    Stack<Term> terms_;
    std::vector<Number> radicals_;
    bool remembers_ = false, named_constant_ = false;
    std::vector<Remembered> remembered_;
    std::string remembered_text_;
};

template <class Hole>
void Writer::fill(std::string_view words, Hole hole) {
    for (std::size_t at = 0; at < words.size();) {
        std::size_t dollar = at;
        while (dollar < words.size() && words[dollar] != '$') ++dollar;
        if (dollar > at) text(words.substr(at, dollar - at));
        if (dollar + 1 < words.size()) hole(words[dollar + 1] - '0');
        at = dollar + 2;
    }
}

template <class Entry>
void Writer::list(const List& l, std::size_t count, Entry entry) {
    text(l.open);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text(l.separator);
        entry(i);
    }
    text(l.close);
}

template <class Body>
void Writer::bracketed(Binding own, Binding needed, Body body) {
    if (own >= needed) return body();
    text(row_->bracket.open);
    body();
    text(row_->bracket.close);
}

}  // namespace pdiff::printing
