// Brackets of the tree builder: opened, separated, paired and closed.
#include <fmt/format.h>

#include "grammar/tree_builder.hpp"

namespace pdiff::ast {

void TreeBuilder::open(Pending pending, std::uint32_t end) {
    if (++open_brackets_ > limits_.nesting)
        throw Error(ErrorKind::limit, fmt::format("brackets nested deeper than the limit of {}", limits_.nesting),
                    span_to(end), "raise the limit with --limit nesting=N");
    stack_.push_back({pending, pending_link_, 1, span_to(end)});
    pending_link_ = Link::none;
    expects_operand_ = true;
    after_juxtaposition_ = after_sign_ = false;
}

bool TreeBuilder::open_call(std::uint32_t end) {
    auto& multiplied = readings_.multiplied;
    const std::uint32_t name = tree_.nodes[operands_.back().node].span.begin;
    while (!multiplied.empty() && multiplied.front() < name) multiplied = multiplied.subspan(1);
    if (!multiplied.empty() && multiplied.front() == name) return false;
    open(Pending::call, end);
    stack_.back().link = operands_.back().link;
    return true;
}

void TreeBuilder::empty_call(std::uint32_t end) {
    const Operand callee = operands_.back();
    operands_.back().link = Link::none;
    const NodeId node = add(Kind::call, 1, {tree_.nodes[callee.node].span.begin, end});
    operands_.push_back({node, callee.link});
}

bool TreeBuilder::separate_groups() {
    const Pending bracket = stack_[innermost_bracket()].pending;
    if (bracket != Pending::numerator && bracket != Pending::root_index) return false;
    while (!is_bracket(stack_.back().pending)) reduce_top();
    Entry& top = stack_.back();
    top.pending = bracket == Pending::numerator ? Pending::denominator : Pending::root_radicand;
    top.count = 2;
    expects_operand_ = true;
    return true;
}

std::size_t TreeBuilder::innermost_bracket() const {
    std::size_t i = stack_.size() - 1;
    while (!is_bracket(stack_[i].pending)) --i;
    return i;
}

void TreeBuilder::comma() {
    while (!is_bracket(stack_.back().pending)) reduce_top();
    Entry& top = stack_.back();
    const bool takes = top.pending == Pending::round || top.pending == Pending::square ||
                       top.pending == Pending::call || (top.pending == Pending::whole_input && readings_.list);
    if (!takes) {
        const auto digit = [&](std::size_t i) { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; };
        const bool decimal = at_ > 0 && digit(at_ - 1) && digit(at_ + 1);
        const bool brace = top.pending == Pending::brace;
        throw Error(ErrorKind::syntax, "expected an operator, found `,`", span_to(at_ + 1),
                    decimal ? "use a point in numbers: 1.5"
                    : brace ? "a vector is written [f, g]"
                            : "a comma separates arguments, as in max(x, y), or entries, as in [f, g]");
    }
    ++top.count;
    expects_operand_ = true;
}

void TreeBuilder::check_closer(const Entry& entry, Closer closer, std::uint32_t end) const {
    if (entry.pending == Pending::whole_input)
        throw Error(ErrorKind::syntax, fmt::format("`{}` closes nothing", spelling(closer)), span_to(end));
    if (closer != row(entry.pending).closer)
        throw Error(ErrorKind::syntax,
                    fmt::format("`{}` cannot close `{}` of byte {}", spelling(closer), row(entry.pending).spelling,
                                entry.span.begin),
                    span_to(end), fmt::format("expected `{}`", spelling(row(entry.pending).closer)));
    if (entry.pending == Pending::numerator || entry.pending == Pending::root_index)
        throw Error(ErrorKind::syntax,
                    fmt::format("expected `{{` behind the first part of `{}`", row(entry.pending).spelling),
                    span_to(end), entry.pending == Pending::numerator ? "write \\frac{a}{b}" : "write \\sqrt[n]{x}");
}

bool TreeBuilder::close(Closer closer, std::uint32_t end) {
    if (closer == Closer::bar && stack_[innermost_bracket()].pending != Pending::bar) return false;
    while (!is_bracket(stack_.back().pending)) reduce_top();
    const Entry entry = stack_.back();
    check_closer(entry, closer, end);
    stack_.pop_back();
    --open_brackets_;
    close_bracket(entry, end);
    return true;
}

void TreeBuilder::close_bracket(const Entry& entry, std::uint32_t end) {
    const Span span{entry.span.begin, end};
    const bool plain = entry.pending == Pending::round || entry.pending == Pending::brace;
    NodeId node = operands_.back().node;
    if (entry.pending == Pending::call) {
        const Operand callee = operands_[operands_.size() - entry.count - 1];
        operands_[operands_.size() - entry.count - 1].link = Link::none;
        node = add(Kind::call, entry.count + 1, {tree_.nodes[callee.node].span.begin, end});
    } else if (plain && entry.count == 1) {
        operands_.pop_back();
        tree_.nodes[node].bracket = entry.pending == Pending::round ? Bracket::round : Bracket::brace;
        tree_.nodes[node].span = span;
    } else {
        const bool indexed = entry.pending == Pending::root_radicand && entry.count == 2;
        node = add(indexed ? Kind::root : row(entry.pending).kind, entry.count, span);
        if (entry.pending == Pending::square) tree_.nodes[node].bracket = Bracket::square;
    }
    operands_.push_back({node, entry.link});
}

void TreeBuilder::finish() {
    while (!is_bracket(stack_.back().pending)) reduce_top();
    const Entry& top = stack_.back();
    if (top.pending != Pending::whole_input)
        throw Error(ErrorKind::syntax, fmt::format("`{}` is never closed", row(top.pending).spelling), top.span,
                    fmt::format("close it with `{}`", spelling(row(top.pending).closer)));
    if (readings_.list) {
        const Span span{0, static_cast<std::uint32_t>(text_.size())};
        add(Kind::tuple, top.count, span);
    }
}

}  // namespace pdiff::ast
