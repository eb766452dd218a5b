#include "grammar/tree_builder.hpp"

#include <fmt/format.h>

#include "grammar/utf8.hpp"

namespace pdiff::ast {
TreeBuilder::TreeBuilder(Tree& tree, Stacks& stacks, std::string_view text, const Limits& limits,
                         const Readings& readings)
    : tree_(tree),
      text_(text),
      limits_(limits),
      readings_(readings),
      operands_(stacks.operands),
      stack_(stacks.entries) {
    tree_.clear();
    operands_.clear();
    stack_.clear();
    stack_.push_back({Pending::whole_input, Link::none, 1, {0, 0}});
}

NodeId TreeBuilder::add(Kind kind, std::uint32_t count, Span span) {
    const NodeId node = add(kind, span);
    tree_.nodes.back().count = count;
    tree_.operands.append({operands_.end() - count, count});
    operands_.shrink(operands_.size() - count);
    return node;
}

void TreeBuilder::name(std::uint32_t end) {
    if (end - at_ > limits_.name_bytes)
        throw Error(ErrorKind::limit,
                    fmt::format("a name of {} bytes is longer than the limit of {}", end - at_, limits_.name_bytes),
                    span_to(end), "raise the limit with --limit name_bytes=N");
    auto& split = readings_.split;
    if (split.empty() || split.front() != at_) return leaf(Kind::name, end);
    split = split.subspan(1);
    while (at_ < end) {
        const auto next = at_ + static_cast<std::uint32_t>(utf8::decode(text_, at_).length);
        leaf(Kind::name, next);
        at_ = next;
        if (next < end) juxtapose();
    }
}

void TreeBuilder::prime(std::uint32_t end) {
    const Operand name = operands_.back();
    operands_.back().link = Link::none;
    const NodeId node = add(Kind::prime, 1, {tree_.nodes[name.node].span.begin, end});
    operands_.push_back({node, name.link});
}

// The positions become numbers and the name a name, so that the tree has no text of its own to be read again.
void TreeBuilder::derived(std::uint32_t end) {
    const std::uint32_t begin = at_;
    const Link link = pending_link_;
    const auto is_digit = [&](std::uint32_t i) { return text_[i] >= '0' && text_[i] <= '9'; };
    const auto open = static_cast<std::uint32_t>(text_.find('(', begin));
    auto from = open + 1, to = end - 1;
    while (text_[from] == ' ') ++from;
    while (text_[to - 1] == ' ') --to;
    at_ = from;
    pending_link_ = Link::none;
    leaf(Kind::name, to);
    std::uint32_t count = 1;
    for (std::uint32_t i = begin; i < open; ++i) {
        if (!is_digit(i)) continue;
        at_ = i;
        while (is_digit(i)) ++i;
        leaf(Kind::number, i);
        ++count;
    }
    at_ = begin;
    pending_link_ = link;
    push(add(Kind::derived, count, span_to(end)));
}

void TreeBuilder::fraction_of_digits(std::uint32_t end) {
    const std::uint32_t begin = at_;
    const Link link = pending_link_;
    pending_link_ = Link::none;
    std::uint32_t digit = begin;
    for (int i = 0; i < 2; ++i) {
        while (text_[digit] < '0' || text_[digit] > '9') ++digit;
        at_ = digit++;
        leaf(Kind::number, digit);
    }
    at_ = begin;
    pending_link_ = link;
    push(add(Kind::fraction, 2, span_to(end)));
}

void TreeBuilder::prefix(Pending pending) {
    stack_.push_back({pending, pending_link_, 1, span_to(at_)});
    pending_link_ = Link::none;
    after_juxtaposition_ = after_sign_ = false;
}

bool TreeBuilder::complement() {
    if (after_juxtaposition_) return false;
    prefix(Pending::complement);
    return true;
}

// `count` of a sign is whether it is a minus; a run of signs is one entry.
void TreeBuilder::sign(bool minus) {
    if (after_sign_) {
        stack_.back().count ^= minus ? 1 : 0;
        return;
    }
    const bool tight = stack_.back().pending >= Pending::product;
    prefix(tight ? Pending::tight_sign : Pending::sign);
    stack_.back().count = minus ? 1 : 0;
    after_sign_ = true;
}

void TreeBuilder::reduce_top() {
    const Entry entry = stack_.back();
    stack_.pop_back();
    const bool prefix = is_prefix(entry.pending);
    const std::uint32_t count = prefix ? 1 : entry.count;
    const Operand first = operands_[operands_.size() - count];
    const Span last = tree_.nodes[operands_.back().node].span;
    const Link link = prefix ? entry.link : first.link;
    if (prefix && entry.count == 0) {  // a plus
        operands_.back().link = link;
        return;
    }
    if (!prefix) operands_[operands_.size() - count].link = Link::none;
    const Span span{prefix ? entry.span.begin : tree_.nodes[first.node].span.begin, last.end};
    const NodeId node = add(row(entry.pending).kind, count, span);
    operands_.push_back({node, link});
}

void TreeBuilder::reduce_above(Pending pending) {
    while (!is_bracket(stack_.back().pending) && stack_.back().pending > pending) reduce_top();
}

void TreeBuilder::infix(Infix operation) {
    reduce_above(operation.pending);
    Entry& top = stack_.back();
    if (operation.pending == Pending::sequence && is_bracket(top.pending) && stack_.size() > 1)
        throw Error(ErrorKind::syntax, fmt::format("`{}` is not closed before `;`", row(top.pending).spelling),
                    top.span, fmt::format("close it with `{}`", spelling(row(top.pending).closer)));
    if (top.pending == operation.pending && is_chain(operation.pending))
        ++top.count;
    else
        stack_.push_back({operation.pending, Link::none, 2, span_to(at_)});
    pending_link_ = operation.link;
    expects_operand_ = true;
}

void TreeBuilder::juxtapose() {
    infix({Pending::product, Link::juxtaposed});
    after_juxtaposition_ = true;
}

void TreeBuilder::factorial(std::uint32_t end) {
    reduce_above(Pending::power);
    const Operand operand = operands_.back();
    operands_.back().link = Link::none;
    const NodeId node = add(Kind::factorial, 1, {tree_.nodes[operand.node].span.begin, end});
    operands_.push_back({node, operand.link});
}

void TreeBuilder::superscript(std::uint32_t end) {
    reduce_above(Pending::power);
    const Operand base = operands_.back();
    operands_.back().link = Link::none;
    leaf(Kind::superscript, end);
    const NodeId node = add(Kind::power, 2, {tree_.nodes[base.node].span.begin, end});
    operands_.push_back({node, base.link});
}

}  // namespace pdiff::ast
