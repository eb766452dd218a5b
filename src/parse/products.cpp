// Products as typed: juxtaposition, and functions without brackets: sin 2x, sin^2 x, sin^-1(x).
#include <fmt/format.h>

#include "grammar/utf8.hpp"
#include "parse/reader.hpp"

namespace pdiff {

using ast::Bracket;
using ast::Kind;
using ast::Link;
using ast::NodeId;

namespace {

bool joined(const ast::Operand& operand) { return operand.link == Link::juxtaposed; }

}  // namespace

void Reader::product(NodeId id) {
    const auto children = tree_.children(id);
    refuse_leibniz(children);
    bool noted = false;
    std::vector<Pair> factors;
    factors.swap(pairs_);
    factors.clear();
    for (std::size_t i = 0; i < children.size();) {
        Pair factor{{}, children[i].link == Link::divide ? minus_one : one};
        const bool applied = is_function(children[i].node) && i + 1 < children.size() && joined(children[i + 1]);
        if (applied) {
            i = application(id, i, factor);
        } else {
            if (joined(children[i])) check_juxtaposition(children[i]);
            factor.first = value(children[i].node);
            noted = noted || note_factor(id, i);
            ++i;
        }
        factors.push_back(factor);
    }
    set(id, factors.size() == 1 && factors[0].second == one ? factors[0].first : construct_.product(factors));
    pairs_.swap(factors);
}

// `d/dx` is no quotient.
void Reader::refuse_leibniz(std::span<const ast::Operand> factors) const {
    const auto text = [&](NodeId id) {
        if (tree_.nodes[id].kind == Kind::call) id = tree_.child(id, 0);
        return tree_.nodes[id].kind == Kind::name ? source_.text_of(id) : std::string_view();
    };
    for (std::size_t i = 1; i < factors.size(); ++i) {
        if (factors[i].link != Link::divide || text(factors[i - 1].node) != "d") continue;
        const std::string_view dx = text(factors[i].node);
        if (dx.size() != 2 || dx[0] != 'd') continue;
        throw Error(
            ErrorKind::syntax, "d/dx is not part of the language",
            Span{tree_.nodes[factors[i - 1].node].span.begin, tree_.nodes[factors[i].node].span.end},
            fmt::format("the variable is given by --wrt {0}; inside an expression write diff(g, {0})", dx.substr(1)));
    }
}

// `x 2` is more likely a lost operator or exponent than a product.
void Reader::check_juxtaposition(ast::Operand operand) const {
    const Span span = tree_.nodes[operand.node].span;
    const char first = source_.text[span.begin];
    if ((first < '0' || first > '9') && first != '.') return;
    throw Error(ErrorKind::syntax, "expected an operator, found a number", span, "write x*2 or x^2");
}

// Whether the argument of a function without brackets ends in front of this factor: at the next function.
bool Reader::ends_argument(NodeId id) const {
    if (is_function(id)) return true;
    while (tree_.nodes[id].kind == Kind::power || tree_.nodes[id].kind == Kind::factorial) id = tree_.child(id, 0);
    return tree_.nodes[id].kind == Kind::call && tree_.nodes[id].bracket == Bracket::none;
}

// Reads the argument that begins at factor `first`; returns the factor behind it.
std::size_t Reader::argument(NodeId chain, std::size_t first, Values& args) {
    const auto children = tree_.children(chain);
    const ast::Node& node = tree_.nodes[children[first].node];
    args.clear();
    if (node.kind == Kind::tuple) {
        for (const ast::Operand& operand : tree_.children(children[first].node)) args.push_back(value(operand.node));
        return first + 1;
    }
    if (node.bracket != Bracket::none || node.kind == Kind::call) {
        args.push_back(value(children[first].node));
        return first + 1;
    }
    std::vector<Pair> factors{{value(children[first].node), one}};
    std::size_t i = first + 1;
    for (; i < children.size() && !ends_argument(children[i].node); ++i) {
        const bool divides = children[i].link == Link::divide;
        if (!divides && !joined(children[i])) break;
        if (divides && tree_.nodes[children[i].node].kind != Kind::number)
            throw Error(ErrorKind::syntax, "it is not clear where the argument of the function ends",
                        tree_.nodes[children[i].node].span, "put the argument in brackets: sin(x)/y or sin(x/y)");
        if (joined(children[i])) check_juxtaposition(children[i]);
        factors.push_back({value(children[i].node), divides ? minus_one : one});
    }
    args.push_back(factors.size() == 1 ? factors[0].first : construct_.product(factors));
    return i;
}

// `sin x`, `sin^2 x`, `ln sin x` from the factor `first` on; returns the factor behind it.
std::size_t Reader::application(NodeId chain, std::size_t first, Pair& result) {
    const auto children = tree_.children(chain);
    std::size_t begin = first + 1;
    while (begin + 1 < children.size() && is_function(children[begin].node) && joined(children[begin + 1])) ++begin;
    if (is_function(children[begin].node)) refuse_function(children[begin].node);
    Values args;
    const std::size_t end = argument(chain, begin, args);
    note_argument(chain, first, begin, end);
    const std::uint32_t last = tree_.nodes[children[end - 1].node].span.end;
    for (std::size_t head = begin; head-- > first;) {
        const NodeId id = children[head].node;
        args.assign(1, apply_head(id, args, {tree_.nodes[id].span.begin, last}));
    }
    result.first = args[0];
    return end;
}

Expr Reader::apply_head(NodeId head, std::span<const Expr> args, Span span) {
    const bool negative = tree_.nodes[head].kind == Kind::negation;
    if (negative) head = tree_.child(head, 0);
    Expr result;
    if (tree_.nodes[head].kind == Kind::power) {
        Name& name = names_[source_.name_of[tree_.child(head, 0)]];
        const Expr exponent = value(tree_.child(head, 1));
        result = exponent == minus_one ? inverse(name, args, span, tree_.nodes[head].span.end)
                                       : construct_.power(apply_name(name, args, span), exponent);
    } else {
        result = apply_name(names_[source_.name_of[head]], args, span);
    }
    return negative ? construct_.negation(result) : result;
}

}  // namespace pdiff
