// The operator stack: the grammar's actions report tokens in order, and the tree grows in the arena without recursion.
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/ast.hpp"
#include "grammar/parse_ast.hpp"
#include "grammar/pending.hpp"
#include "pdiff/limits.hpp"

namespace pdiff::ast {

class TreeBuilder {
public:
    TreeBuilder(Tree& tree, Stacks& stacks, std::string_view text, const Limits& limits, const Readings& readings);

    // ---- state ----
    bool expects_operand() const { return expects_operand_; }
    std::uint32_t position() const { return at_; }
    void set_position(std::uint32_t at) { at_ = at; }  // where the next token begins
    std::string_view text() const { return text_; }
    bool empty() const { return tree_.nodes.empty() && stack_.size() == 1; }
    // What the next token should be, for messages.
    std::string_view expected() const {
        return expects_operand_ && !after_juxtaposition_ ? "an operand" : "an operator";
    }

    // ---- tokens; each begins at position() and ends at `end` ----
    void number(std::uint32_t end) { leaf(Kind::number, end); }
    void name(std::uint32_t end);
    void prime(std::uint32_t end);    // the marks behind the name before
    void derived(std::uint32_t end);  // D[1, 2](f)
    void fraction_of_digits(std::uint32_t end);
    void prefix(Pending pending);
    bool complement();  // false where an operator is missing in front of it
    void sign(bool minus);
    void infix(Infix operation);
    void juxtapose();
    void factorial(std::uint32_t end);
    void superscript(std::uint32_t end);
    void open(Pending pending, std::uint32_t end);
    bool open_call(std::uint32_t end);  // false where the name before is to be multiplied
    bool separate_groups();             // `}{` of \frac{a}{b}, `]{` of \sqrt[n]{a}
    void empty_call(std::uint32_t end);
    void comma();
    bool close(Closer closer, std::uint32_t end);  // false where `|` closes nothing and so opens
    void finish();

private:
    using Entry = Stacks::Entry;

    void leaf(Kind kind, std::uint32_t end);
    void push(NodeId node);
    NodeId add(Kind kind, Span span);                       // without operands
    NodeId add(Kind kind, std::uint32_t count, Span span);  // of the last `count` operands
    void reduce_above(Pending pending);
    void reduce_top();
    void close_bracket(const Entry& entry, std::uint32_t end);
    void check_closer(const Entry& entry, Closer closer, std::uint32_t end) const;
    std::size_t innermost_bracket() const;
    Span span_to(std::uint32_t end) const { return {at_, end}; }

    Tree& tree_;
    std::string_view text_;
    const Limits& limits_;
    Readings readings_;
    Stack<Operand>& operands_;
    Stack<Entry>& stack_;
    Link pending_link_ = Link::none;
    std::uint32_t at_ = 0;
    std::uint32_t open_brackets_ = 0;
    bool expects_operand_ = true;
    bool after_juxtaposition_ = false;
    bool after_sign_ = false;
};

// What happens at every number and name is here, to be inlined.
inline NodeId TreeBuilder::add(Kind kind, Span span) {
    tree_.nodes.push_back({kind, Bracket::none, static_cast<std::uint32_t>(tree_.operands.size()), 0, span, span});
    return tree_.root();
}

inline void TreeBuilder::push(NodeId node) {
    operands_.push_back({node, pending_link_});
    pending_link_ = Link::none;
    expects_operand_ = after_juxtaposition_ = after_sign_ = false;
}

inline void TreeBuilder::leaf(Kind kind, std::uint32_t end) { push(add(kind, span_to(end))); }

}  // namespace pdiff::ast
