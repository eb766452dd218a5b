// Conditions, piecewise, vectors.
#include <algorithm>

#include "writer.hpp"

namespace pdiff::printing {

void Writer::comparison(Expr e, Binding binding) {
    const auto args = pool_->args(e);
    const Op op = pool_->op(e);
    if (op == Op::is_integer) {
        const bool is_call = row_->is_integer.starts_with("integer(");
        return bracketed(is_call ? Binding::atom : Binding::comparison, binding, [&] {
            fill(row_->is_integer, [&](int) { value(args[0], is_call ? Binding::any : Binding::sum); });
        });
    }
    if (op == Op::logic_not)
        return bracketed(Binding::negation, binding,
                         [&] { fill(row_->logic_not, [&](int) { value(args[0], Binding::atom); }); });
    // A number is written on the right: u > 0. So it was most likely typed too.
    const bool turn = pool_->is_number(args[0]) && !pool_->is_number(args[1]);
    const std::string_view words = op == Op::less         ? (turn ? row_->greater : row_->less)
                                   : op == Op::less_equal ? (turn ? row_->greater_equal : row_->less_equal)
                                   : op == Op::equal      ? row_->equal
                                                          : row_->not_equal;
    const bool swap = turn && (op == Op::less || op == Op::less_equal);
    bracketed(Binding::comparison, binding,
              [&] { fill(words, [&](int part) { value(args[(part == 2) != swap ? 1 : 0], Binding::sum); }); });
}

void Writer::junction(Expr e, Binding binding) {
    const auto args = pool_->args(e);
    const bool all = pool_->op(e) == Op::logic_and;
    const List& l = all ? row_->logic_and : row_->logic_or;
    const Binding own = !l.open.empty() ? Binding::atom : all ? Binding::conjunction : Binding::disjunction;
    const Binding entry = !l.open.empty() ? Binding::any : all ? Binding::negation : Binding::conjunction;
    bracketed(own, binding, [&] { list(l, args.size(), [&](std::size_t i) { value(args[i], entry); }); });
}

void Writer::piecewise(Expr e) {
    const auto args = pool_->args(e);
    const std::size_t branches = args.size() / 2;
    const bool total = args.size() % 2 == 1;
    const bool last = total || !row_->no_otherwise.empty();
    list(row_->piecewise, branches + (last ? 1 : 0), [&](std::size_t i) {
        if (i < branches)
            return fill(row_->branch, [&](int part) { value(args[2 * i + (part == 1 ? 0 : 1)], Binding::any); });
        if (!total) return text(row_->no_otherwise);
        fill(row_->otherwise, [&](int) { value(args.back(), Binding::any); });
    });
}

void Writer::vector(Expr e) {
    const auto args = pool_->args(e);
    const auto is_row = [this](Expr a) { return pool_->op(a) == Op::vector; };
    const bool matrix = !args.empty() && std::ranges::all_of(args, is_row);
    const auto entry = [&](std::size_t i) { value(args[i], Binding::any); };
    if (!matrix) return list(row_->vector, args.size(), entry);
    list(row_->matrix, args.size(), [&](std::size_t i) { push({.kind = Kind::matrix_row, .a = args[i]}); });
}

void Writer::matrix_row(Expr e) {
    list(row_->matrix_row, pool_->args(e).size(), [&](std::size_t i) { value(pool_->args(e)[i], Binding::any); });
}

}  // namespace pdiff::printing
