#include "parse/statements.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "grammar/utf8.hpp"

namespace pdiff {

using ast::Kind;
using ast::Link;
using ast::NodeId;

namespace {

struct Statement {
    NodeId begin, root;         // its nodes are [begin, root]
    NodeId left = 0, body = 0;  // of a definition
    std::uint32_t name = none;  // that it defines
    bool function = false;      // f(x, y) = ...
};

bool is_equation(const ast::Tree& tree, NodeId root) {
    const ast::Node& node = tree.nodes[root];
    return node.kind == Kind::comparison && node.bracket == ast::Bracket::none && node.count == 2 &&
           tree.children(node)[1].link == Link::equal;
}

// f(x, y) with different names as arguments, and f no function that is known already.
bool is_head(const Source& source, const NameTable& names, NodeId id) {
    const ast::Tree& tree = source.tree;
    const ast::Node& node = tree.nodes[id];
    if (node.kind != Kind::call || node.bracket != ast::Bracket::none || node.count < 2) return false;
    const auto children = tree.children(node);
    for (const ast::Operand& operand : children)
        if (tree.nodes[operand.node].kind != Kind::name) return false;
    const Meaning::Kind kind = names[source.name_of[children[0].node]].meaning.kind;
    if (kind != Meaning::Kind::none && kind != Meaning::Kind::unsupported) return false;
    std::vector<std::uint32_t> seen;
    for (const ast::Operand& operand : children) seen.push_back(source.name_of[operand.node]);
    std::ranges::sort(seen);
    return std::ranges::adjacent_find(seen) == seen.end();
}

Statement statement(const Source& source, const NameTable& names, NodeId begin, NodeId root, bool last) {
    const ast::Tree& tree = source.tree;
    Statement result{.begin = begin, .root = root};
    if (!is_equation(tree, root)) return result;
    result.left = tree.child(root, 0);
    result.body = tree.child(root, 1);
    result.function = is_head(source, names, result.left);
    if (result.function)
        result.name = source.name_of[tree.child(result.left, 0)];
    else if (!last && tree.nodes[result.left].kind == Kind::name)
        result.name = source.name_of[result.left];
    return result;
}

void check_definition(const Source& source, const NameTable& names, const Statement& statement) {
    const Span span = source.tree.nodes[statement.root].span;
    if (statement.name == none)
        throw Error(ErrorKind::syntax,
                    fmt::format("expected a definition before `;`, found {}", utf8::quote(source.text_of(span))), span,
                    "write u = x^2; u + 1, or give one expression at a time");
    const Name& name = names[statement.name];
    if (name.meaning.takes_argument() && !name.meaning.may_be_variable)
        throw Error(ErrorKind::name, fmt::format("{} is a function and cannot be defined", name.text),
                    source.tree.nodes[statement.left].span, "choose another name");
    if (name.defined())
        throw Error(ErrorKind::name, fmt::format("{} is defined twice", name.text),
                    source.tree.nodes[statement.left].span, "give every definition a name of its own");
}

// The last statement `u = u + 1`.
void check_last(const Source& source, const Statement& last) {
    if (last.left == last.body || last.function || source.tree.nodes[last.left].kind != Kind::name) return;
    if (!is_equation(source.tree, last.root)) return;
    const std::uint32_t name = source.name_of[last.left];
    for (NodeId id = last.left + 1; id < last.root; ++id)
        if (source.tree.nodes[id].kind == Kind::name && source.name_of[id] == name)
            throw Error(ErrorKind::cycle, fmt::format("{} is defined by itself", utf8::quote(source.text_of(id))),
                        source.tree.nodes[id].span,
                        "an equation is written with all terms on one side: u - cos(u) = 0");
}

// The statements of the tree; marks in `names` what each defines.
std::vector<Statement> statements(const Source& source, NameTable& names) {
    const ast::Tree& tree = source.tree;
    const NodeId root = tree.root();
    std::vector<Statement> all;
    NodeId begin = 0;
    const auto add = [&](NodeId id, bool last) {
        Statement next = statement(source, names, begin, id, last);
        if (!last) check_definition(source, names, next);
        if (next.name != none) {
            if (last && names[next.name].defined()) check_definition(source, names, next);
            names[next.name].statement = static_cast<std::uint32_t>(all.size());
        }
        all.push_back(next);
        begin = id + 1;
    };
    if (tree.nodes[root].kind != Kind::sequence) {
        add(root, true);
    } else {
        const auto children = tree.children(root);
        for (const ast::Operand& operand : children) add(operand.node, operand.node == children.back().node);
    }
    check_last(source, all.back());
    return all;
}

// Depth first over the statements, each put behind what it needs.
class Order {
public:
    Order(const Source& source, const NameTable& names, const std::vector<Statement>& all)
        : source_(source), names_(names), all_(all), states_(all.size(), State::unseen) {}

    std::vector<std::uint32_t> run() {
        for (std::uint32_t i = 0; i < all_.size(); ++i) {
            if (states_[i] == State::unseen) enter(i);
            while (!stack_.empty()) step();
        }
        return result_;
    }

private:
    enum class State : std::uint8_t { unseen, open, done };
    struct Visit {
        std::uint32_t statement;
        NodeId at;  // the next node to look at
    };

    void enter(std::uint32_t i) {
        states_[i] = State::open;
        stack_.push_back({i, all_[i].name != none ? all_[i].left + 1 : all_[i].begin});
    }

    void step() {
        Visit& visit = stack_.back();
        const Statement& statement = all_[visit.statement];
        if (visit.at > statement.root) {
            states_[visit.statement] = State::done;
            result_.push_back(visit.statement);
            stack_.pop_back();
            return;
        }
        const NodeId id = visit.at++;
        if (source_.tree.nodes[id].kind != Kind::name) return;
        const std::uint32_t name = source_.name_of[id], needs = names_[name].statement;
        if (needs == none || states_[needs] == State::done || is_parameter(statement, name)) return;
        if (states_[needs] == State::open)
            throw Error(ErrorKind::cycle, fmt::format("{} is defined by itself", names_[name].text),
                        source_.tree.nodes[id].span, "a definition may use only other names");
        enter(needs);
    }

    bool is_parameter(const Statement& statement, std::uint32_t name) const {
        if (!statement.function) return false;
        const auto parameters = source_.tree.children(statement.left).subspan(1);
        return std::ranges::any_of(parameters, [&](const ast::Operand& o) { return source_.name_of[o.node] == name; });
    }

    const Source& source_;
    const NameTable& names_;
    const std::vector<Statement>& all_;
    std::vector<State> states_;
    std::vector<Visit> stack_;
    std::vector<std::uint32_t> result_;
};

// Indices in an order that puts every definition in front of its uses.
std::vector<std::uint32_t> order(const Source& source, const NameTable& names, const std::vector<Statement>& all) {
    return Order(source, names, all).run();
}

std::vector<std::uint32_t> parameters(const Source& source, const Statement& statement) {
    std::vector<std::uint32_t> result;
    for (const ast::Operand& operand : source.tree.children(statement.left).subspan(1))
        result.push_back(source.name_of[operand.node]);
    return result;
}

// The body of f(x, y) = ..., in which x and y are variables whatever they are elsewhere.
void read_function(Reader& reader, Pool& pool, NameTable& names, const Source& source, const Statement& statement,
                   Reader::UserFunction& function) {
    std::vector<std::pair<std::uint32_t, Name>> hidden;
    for (const std::uint32_t id : parameters(source, statement)) {
        hidden.emplace_back(id, names[id]);
        Name& name = names[id];
        name.parameter = name.known = true;
        name.statement = none;
        name.value = pool.symbol(name.text);
        function.parameters.push_back(name.value);
    }
    reader.read(statement.left + 1, statement.body + 1);
    function.body = reader.statement(statement.body);
    for (const auto& [id, name] : hidden) {
        const bool noted = names[id].noted, checked = names[id].checked;
        names[id] = name;
        names[id].noted = noted, names[id].checked = checked;
    }
}

}  // namespace

Expr read_statements(Reader& reader, Pool& pool, const Source& source, NameTable& names, Parsed& parsed) {
    for (Name& name : names.all()) name.known = false, name.statement = none;
    const std::vector<Statement> all = statements(source, names);
    Expr value{};
    reader.functions.resize(all.size());
    const bool single = all.size() == 1;
    const std::vector<std::uint32_t> indices = single ? std::vector<std::uint32_t>{0} : order(source, names, all);
    if (single && all[0].name != none) order(source, names, all);
    for (const std::uint32_t i : indices) {
        const Statement& statement = all[i];
        const bool last = i + 1 == all.size();
        if (statement.function) {
            Reader::UserFunction& function = reader.functions[i];
            read_function(reader, pool, names, source, statement, function);
            if (!last) continue;
            parsed.function_name = names[statement.name].text;
            parsed.parameters = function.parameters;
            value = function.body;
        } else if (last) {
            reader.read(statement.begin, statement.root + 1);
            value = reader.statement(statement.root);
        } else {
            reader.read(statement.left + 1, statement.body + 1);
            Name& name = names[statement.name];
            name.value = reader.value(statement.body);
            name.known = true;
            if (reader.typed()) parsed.definitions.push_back({std::string(name.text), name.value});
        }
    }
    return value;
}

}  // namespace pdiff
