// Calls: known functions by their spelling, unknown ones, derivatives of functions.
#include <algorithm>

#include "writer.hpp"

namespace pdiff::printing {
namespace {

constexpr std::size_t most_primes = 3;

}  // namespace

std::string_view Writer::spelling(Function f) const {
    if (row_->spelling == nullptr) return {};
    const std::string_view word = pdiff::row(f).*row_->spelling;
    return word == "-" ? std::string_view() : word;
}

// A known function's name, or f^n where the format writes powers of functions so.
void Writer::function_name(Function f, Expr exponent, bool below) {
    if (exponent == one) {
        if (const std::string_view word = spelling(f); !word.empty()) return text(word);
        return fill(row_->function_name, [&](int) { text(name(f)); });
    }
    fill(row_->power, [&](int part) { part == 1 ? function_name(f, one, false) : exponent_of(exponent, below); });
}

// f(entry(0), entry(1), ...)
template <class Entry>
void Writer::call_with(Function f, Expr exponent, bool below, std::size_t count, Entry entry) {
    const std::string_view word = spelling(f);
    if (word.find('$') != std::string_view::npos)
        return fill(word, [&](int part) { entry(static_cast<std::size_t>(part) - 1); });
    function_name(f, exponent, below);
    list(row_->arguments, count, entry);
}

void Writer::call(Expr e, Expr exponent, bool below) {
    const auto args = pool_->args(e);
    const Function f = pool_->function(e);
    const bool bars = f == Function::abs && !row_->absolute.empty();
    if (bars && !(row_->bars && bars_ > 0)) {  // ||x| - 1| could be read in two ways
        fill(row_->absolute, [&](int) { push({.kind = Kind::value, .a = args[0]}); });
        ++bars_;
        return push({.kind = Kind::end_bars});
    }
    call_with(f, exponent, below, args.size(), [&](std::size_t i) { value(args[i], Binding::any); });
}

// An unknown function, or a known one whose derivative has no closed form.
template <class Entry>
void Writer::named_call(Expr function, std::size_t count, Entry entry) {
    if (const auto known = find_function(pool_->name(function), count))
        return call_with(*known, one, false, count, entry);
    value(function, Binding::any);
    list(row_->arguments, count, entry);
}

void Writer::apply(Expr e) {
    const Expr f = pool_->args(e)[0];
    const auto args = pool_->args(e).subspan(1);
    const auto argument = [&](std::size_t i) { value(args[i], Binding::any); };
    if (pool_->op(f) != Op::derived_name) {
        value(f, Binding::any);
        return list(row_->arguments, args.size(), argument);
    }
    if (!row_->substituted.empty()) return substituted(f, args);
    derived(f, args.size());
    list(row_->arguments, args.size(), argument);
}

// f', D[1, 2](f), f^{(1,1)}
void Writer::derived(Expr f, std::size_t arguments) {
    const Expr function = pool_->args(f)[0];
    const auto positions = pool_->args(f).subspan(1);
    const auto write_function = [&] {
        const auto known = find_function(pool_->name(function), arguments);
        const std::string_view word = known ? spelling(*known) : std::string_view();
        if (word.empty() || word.find('$') != std::string_view::npos)
            value(function, Binding::any);
        else
            text(word);
    };
    if (arguments == 1 && positions.size() <= most_primes && !row_->prime.empty()) {
        return fill(row_->primed, [&](int part) {
            if (part == 1) return write_function();
            for (std::size_t i = 0; i < positions.size(); ++i) text(row_->prime);
        });
    }
    fill(row_->derived_name, [&](int part) {
        if (part == 1) return write_function();
        if (!row_->derived_by_orders)
            return list({"", ", ", ""}, positions.size(), [&](std::size_t i) { value(positions[i], Binding::any); });
        orders(positions, arguments);
    });
}

// How often by each argument.
void Writer::orders(std::span<const Expr> positions, std::size_t arguments) {
    const auto position = [&](Expr p) { return pool_->number(p).to_int().value_or(1); };
    for (const Expr p : positions) arguments = std::max(arguments, static_cast<std::size_t>(position(p)));
    list({"", row_->arguments.separator, ""}, arguments, [&](std::size_t i) {
        count(static_cast<std::size_t>(
            std::ranges::count_if(positions, [&](Expr p) { return position(p) == static_cast<std::int64_t>(i) + 1; })));
    });
}

void Writer::count(std::size_t n) { push({.kind = Kind::count, .size = static_cast<std::uint32_t>(n)}); }

// $1 with respect to `variables` variables.
template <class Body, class Variable>
void Writer::derivative(std::size_t variables, Body body, Variable variable) {
    fill(row_->derivative, [&](int part) {
        if (part == 1) return body();
        if (part == 3) {
            if (variables > 1) fill(row_->derivative_order, [&](int) { count(variables); });
            return;
        }
        list({"", row_->derivative_separator, ""}, variables,
             [&](std::size_t i) { fill(row_->derivative_variable, [&](int) { variable(i); }); });
    });
}

// diff(f, x, y)
void Writer::differentiated(Expr e) {
    const auto args = pool_->args(e);
    derivative(
        args.size() - 1, [&] { value(args[0], row_->grouped ? Binding::power : Binding::any); },
        [&](std::size_t i) { value(args[i + 1], Binding::any); });
}

// Systems that know derivatives only of expressions: f'(x^2) is the derivative of f(u_1), with x^2 put in.
void Writer::substituted(Expr f, std::span<const Expr> args) {
    const Expr function = pool_->args(f)[0];
    const auto positions = pool_->args(f).subspan(1);
    const auto at = [&](std::size_t i) {
        return static_cast<std::size_t>(pool_->number(positions[i]).to_int().value_or(1)) - 1;
    };
    bool distinct = std::ranges::all_of(args, [&](Expr a) { return pool_->op(a) == Op::symbol; });
    for (std::size_t i = 1; distinct && i < args.size(); ++i)
        distinct = std::ranges::find(args.first(i), args[i]) == args.begin() + static_cast<std::ptrdiff_t>(i);
    const auto bound = [&](std::size_t i) { push({.kind = Kind::bound, .size = static_cast<std::uint32_t>(i + 1)}); };
    const auto actual = [&](std::size_t i) { value(args[i], Binding::any); };
    if (distinct)
        return derivative(
            positions.size(), [&] { named_call(function, args.size(), actual); },
            [&](std::size_t i) { actual(at(i)); });
    const List bare = {"", ", ", ""};
    fill(row_->substituted, [&](int part) {
        switch (part) {
            case 1:
                return derivative(
                    positions.size(), [&] { named_call(function, args.size(), bound); },
                    [&](std::size_t i) { bound(at(i)); });
            case 2:
                return list(bare, args.size(), bound);
            case 3:
                return list(bare, args.size(), actual);
            default:
                return list(bare, args.size(), [&](std::size_t i) {
                    fill(row_->substituted_entry, [&](int side) { side == 1 ? bound(i) : actual(i); });
                });
        }
    });
}

}  // namespace pdiff::printing
