// Notes on readings that a person could have meant differently.
#include <fmt/format.h>

#include <algorithm>

#include "grammar/utf8.hpp"
#include "parse/greek.hpp"
#include "parse/reader.hpp"

namespace pdiff {

using ast::Bracket;
using ast::Kind;
using ast::Link;
using ast::NodeId;

void Reader::note(Span span, std::string message) {
    constexpr std::size_t most_notes = 20;
    if (options_.strict)
        throw Error(ErrorKind::syntax, fmt::format("ambiguous: {}", message), span,
                    "write the brackets, or leave out --strict");
    if (!construct_.typed && parsed_.notes.size() < most_notes) parsed_.notes.push_back({std::move(message), span});
}

namespace {

// Source text for a note, shortened.
std::string shown(std::string_view text) {
    std::string quoted = utf8::quote(text);
    return quoted.substr(1, quoted.size() - 2);
}

}  // namespace

std::string bracketed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    text.remove_prefix(std::min(first, text.size()));
    const std::string inside = shown(text);
    return inside.starts_with('(') ? inside : fmt::format("({})", inside);
}

// Names that are more often variables, and long names that may be a function of another program.
void Reader::note_unknown(Name& name, std::span<const Expr> args, Span span) {
    constexpr std::string_view usual = "fghuvpqFGHUVPQ";
    const bool letter = name.text.size() == 1;
    if (name.noted || name.declared_function || is_greek_name(name.text)) return;
    if (letter ? args.size() != 1 || usual.find(name.text) != std::string_view::npos : name.text.size() == 2) return;
    name.noted = true;
    note(span, fmt::format("{} is read as an unknown function{}", utf8::quote(name.text),
                           letter ? fmt::format("; a product is written {}*(...)", name.text) : ""));
}

// sinx
void Reader::note_joined(Name& name, NodeId id) {
    if (name.text.size() < 3 || name.noted || name.declared_variable || is_greek_name(name.text)) return;
    name.noted = true;
    const std::string_view function = joined_function(name.text);
    if (function.empty()) return;
    note(tree_.nodes[id].span, fmt::format("{} is read as one variable; the function is written {}({})",
                                           utf8::quote(name.text), function, name.text.substr(function.size())));
}

// √x^2
void Reader::note_root(NodeId id) {
    const ast::Node& base = tree_.nodes[tree_.child(id, 0)];
    if (base.kind != Kind::square_root || base.bracket != Bracket::none || !source_.text_of(base.span).starts_with("√"))
        return;
    note(tree_.nodes[id].span, fmt::format("read as ({}){}", shown(source_.text_of(base.span)),
                                           shown(source_.text_of({base.span.end, tree_.nodes[id].inner.end}))));
}

// The factors in `group` belong together; factor `next` follows.
void Reader::note_reading(NodeId chain, Span group, std::size_t next) {
    const ast::Node& node = tree_.nodes[chain];
    const ast::Operand operand = tree_.children(chain)[next];
    const Span whole{tree_.nodes[tree_.child(chain, 0)].span.begin,
                     tree_.nodes[tree_.children(chain).back().node].span.end};
    const char* sign = operand.link == Link::divide ? "/" : "*";
    note(node.span, fmt::format("read as {}({}){}{}", shown(source_.text_of({whole.begin, group.begin})),
                                shown(source_.text_of(group)), sign,
                                shown(source_.text_of({tree_.nodes[operand.node].span.begin, whole.end}))));
}

// The factor `i` and the one behind it; true where there was something to say.
bool Reader::note_factor(NodeId chain, std::size_t i) {
    const auto children = tree_.children(chain);
    if (i + 1 >= children.size()) return false;
    const bool joined = children[i + 1].link == Link::juxtaposed, divided = children[i + 1].link == Link::divide;
    if (!joined && !divided) return false;
    const ast::Node& node = tree_.nodes[children[i].node];
    const ast::Node& next = tree_.nodes[children[i + 1].node];
    const Span all{tree_.nodes[children[0].node].span.begin, node.span.end};
    const bool touching = joined && node.span.end == next.span.begin;
    const bool after_division = joined && children[i].link == Link::divide;  // 1/2x
    const bool open_root = touching && node.kind == Kind::square_root && node.bracket == Bracket::none &&
                           source_.text_of(node.span).starts_with("√");  // √2x
    const bool open_bars = joined && note_bars(chain, i);
    if (after_division || open_bars || open_root || note_power(children[i].node, touching, divided, next)) {
        note_reading(chain, after_division ? all : node.span, i + 1);
        return true;
    }
    return false;
}

// |a|b|c| is |a|*b*|c| and could be |a*|b|*c|.
bool Reader::note_bars(NodeId chain, std::size_t i) const {
    const auto children = tree_.children(chain);
    if (i + 2 >= children.size() || children[i + 2].link != Link::juxtaposed) return false;
    const auto bars = [&](std::size_t k) {
        return tree_.nodes[children[k].node].kind == Kind::absolute &&
               source_.text_of(children[k].node).starts_with('|');
    };
    return bars(i) && !bars(i + 1) && bars(i + 2);
}

// e^2x, x^-1/2, f^2(x)
bool Reader::note_power(NodeId id, bool touches_next, bool divided, const ast::Node& next) {
    const bool by_number = next.kind == Kind::number, by_brackets = touches_next && next.bracket == Bracket::round;
    const ast::Node& node = tree_.nodes[id];
    if (node.kind != Kind::power || node.bracket != Bracket::none) return false;
    const NodeId base = tree_.child(id, 0), exponent = tree_.child(id, 1);
    const ast::Node& top = tree_.nodes[exponent];
    if (top.bracket != Bracket::none || top.kind == Kind::superscript) return false;
    const bool constant = tree_.nodes[base].count == 0 && pool().op(values_[base]) != Op::symbol;
    const bool usual = tree_.nodes[base].kind == Kind::name && source_.text_of(base).size() == 1 &&
                       std::string_view("fghFGH").find(source_.text_of(base)) != std::string_view::npos;
    if (usual && by_brackets) return true;  // f^2(x)
    const bool simple = top.kind == Kind::number || top.kind == Kind::name || top.kind == Kind::negation;
    if (touches_next) return constant && simple;
    return divided && (top.kind == Kind::negation || (by_number && values_[exponent] == one));
}

// The argument of a function without brackets: one factor, or a number and one factor, is what anybody means.
void Reader::note_argument(NodeId chain, std::size_t head, std::size_t first, std::size_t end) {
    const auto children = tree_.children(chain);
    std::size_t factors = 0;
    bool divided = false;
    for (std::size_t i = first; i < end; ++i) {
        const Expr v = values_[children[i].node];
        divided |= children[i].link == Link::divide;
        if (!pool().is_number(v) && v != pi) ++factors;
    }
    if (factors <= 1 && !divided) return;
    std::string text = shown(source_.text_of(
        Span{tree_.nodes[children[head].node].span.begin, tree_.nodes[children[first - 1].node].span.end}));
    for (std::size_t i = first; i < end; ++i) {
        text += i == first ? "(" : children[i].link == Link::divide ? "/" : "*";
        text += shown(source_.text_of(tree_.nodes[children[i].node].span));
    }
    const Span span{tree_.nodes[children[head].node].span.begin, tree_.nodes[children[end - 1].node].span.end};
    note(span, fmt::format("read as {})", text.substr(0, 200)));
}

}  // namespace pdiff
