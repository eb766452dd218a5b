#include "parse/readings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "grammar/utf8.hpp"

namespace pdiff {

using ast::Kind;
using ast::NodeId;

namespace {

struct Offsets {
    std::vector<std::uint32_t> multiplied, split;
};

bool is_call_of_name(const ast::Tree& tree, NodeId id) {
    return tree.nodes[id].kind == Kind::call && tree.nodes[tree.child(id, 0)].kind == Kind::name;
}

bool is_power_of_name(const ast::Tree& tree, NodeId id) {
    return tree.nodes[id].kind == Kind::power && tree.nodes[tree.child(id, 0)].kind == Kind::name;
}

void identify_name(Source& source, NameTable& names, NodeId id) {
    try {
        ++names[source.name_of[id] = names.intern(source.text_of(id))].bare;
    } catch (Error& error) {
        error.span = source.tree.nodes[id].span;
        throw;
    }
}

// The name in front of `(`, of f' or of D[1](f).
void identify_callee(Source& source, NameTable& names, NodeId callee) {
    if (source.tree.nodes[callee].kind != Kind::name) return;
    Name& name = names[source.name_of[callee]];
    --name.bare;
    ++name.called;
    source.sorts[callee] = Sort::callee;
}

// Names get ids, and names in front of `(` are marked.
void identify(Source& source, NameTable& names) {
    const ast::Tree& tree = source.tree;
    names.clear();
    source.name_of.assign(tree.nodes.size(), none);
    source.sorts.assign(tree.nodes.size(), Sort::value);
    source.heads.clear();
    for (NodeId id = 0; id < tree.nodes.size(); ++id) {
        switch (tree.nodes[id].kind) {
            case Kind::name:
                identify_name(source, names, id);
                break;
            case Kind::prime:
            case Kind::derived:
                source.name_of[id] = source.name_of[tree.child(id, 0)];
                identify_callee(source, names, tree.child(id, 0));
                break;
            case Kind::call:
                identify_callee(source, names, tree.child(id, 0));
                if (is_call_of_name(tree, id)) source.heads.push_back(id);
                break;
            case Kind::power:
                if (is_power_of_name(tree, id) && is_call_of_name(tree, tree.child(id, 1))) source.heads.push_back(id);
                break;
            default:
                break;
        }
    }
}

bool multiplies(const Name& name) {
    if (name.declared_variable || name.meaning.is_constant()) return true;
    return name.meaning.kind == Meaning::Kind::none && !name.declared_function && name.bare > 0;
}

void check_multiplied(const Source& source, NodeId call, const Name& name) {
    const std::size_t count = source.tree.nodes[call].count - 1;
    if (count == 1) return;
    throw Error(ErrorKind::name, fmt::format("{} is a variable here and takes no arguments, got {}", name.text, count),
                source.tree.nodes[call].span,
                fmt::format("for a function use another name or --function {}", name.text));
}

bool splits(const Name& name) {
    return name.meaning.kind == Meaning::Kind::none && !name.declared_variable && !name.declared_function &&
           !letters_of(name.typed, name.text).empty();
}

void find_multiplied(const Source& source, const NameTable& names, NodeId call, Offsets& offsets) {
    const ast::Tree& tree = source.tree;
    const NodeId callee = tree.child(call, 0);
    const Name& name = names[source.name_of[callee]];
    const std::size_t count = tree.nodes[call].count - 1;
    const bool several = count > 1 && find_function(name.text, count);  // no product has several arguments
    if (!multiplies(name) || several) return;
    check_multiplied(source, call, name);
    offsets.multiplied.push_back(tree.nodes[callee].inner.begin);
}

// sin^n(x)
void find_power(const Source& source, const NameTable& names, NodeId power, Offsets& offsets) {
    const ast::Tree& tree = source.tree;
    const Meaning& base = names[source.name_of[tree.child(power, 0)]].meaning;
    const NodeId callee = tree.child(tree.child(power, 1), 0);
    if (!base.takes_argument() || base.may_be_variable) return;
    if (names[source.name_of[callee]].meaning.kind == Meaning::Kind::none)
        offsets.multiplied.push_back(tree.nodes[callee].inner.begin);
}

// Whether the tree must be read again, with what was found added to `offsets`.
bool find_readings(const Source& source, const NameTable& names, bool split, Offsets& offsets) {
    const ast::Tree& tree = source.tree;
    const std::size_t before = offsets.multiplied.size() + offsets.split.size();
    for (NodeId id = 0; split && id < tree.nodes.size(); ++id)
        if (tree.nodes[id].kind == Kind::name && splits(names[source.name_of[id]]))
            offsets.split.push_back(tree.nodes[id].inner.begin);
    for (const NodeId id : source.heads) {
        if (tree.nodes[id].kind == Kind::call)
            find_multiplied(source, names, id, offsets);
        else
            find_power(source, names, id, offsets);
    }
    if (offsets.multiplied.size() + offsets.split.size() == before) return false;
    for (auto* list : {&offsets.multiplied, &offsets.split}) {
        std::ranges::sort(*list);
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return offsets.multiplied.size() + offsets.split.size() > before;
}

}  // namespace

void read_source(Source& source, NameTable& names, const Limits& limits, const ParseOptions& options, bool list) {
    Offsets offsets;
    do {
        ast::parse_ast(source.tree, source.stacks, source.text, limits, {offsets.multiplied, offsets.split, list});
        identify(source, names);
    } while (find_readings(source, names, options.split, offsets));
}

namespace {

Span span_of(const Source& source, const Name& name) {
    const auto begin = static_cast<std::uint32_t>(name.typed.data() - source.text.data());
    return {begin, begin + static_cast<std::uint32_t>(name.typed.size())};
}

// `letter`, a variable of the derivative, is one of the letters of `name`.
void check_letter(const Source& source, const NameTable& names, const Name& name, const std::string& letter,
                  const ParseOptions& options, Parsed& parsed) {
    const Name* alone = names.find(letter);
    const bool occurs = alone && alone->bare > 0;
    const Span span = span_of(source, name);
    const std::string quoted = utf8::quote(name.typed);
    const std::string product = fmt::format("{}", fmt::join(letters_of(name.typed, name.text), "*"));
    const std::string_view function = joined_function(name.text);
    const std::string hint = function.empty() ? fmt::format("write {}, or use --split to read such names as products",
                                                            product.substr(0, 100))
                                              : fmt::format("write {}({})", function, letter);
    if (!occurs || options.strict)
        throw Error(ErrorKind::name,
                    fmt::format("{} occurs {} inside the name {}", letter, occurs ? "also" : "only", quoted), span,
                    hint);
    parsed.notes.push_back(
        {fmt::format("{} occurs also inside the name {}, which is read as one variable", letter, quoted), span});
}

}  // namespace

void check_variables(const Source& source, const NameTable& names, const ParseOptions& options, Parsed& parsed) {
    if (options.wrt.empty()) return;
    std::vector<std::string> seen;
    for (std::uint32_t id = 0; id < names.size(); ++id) {
        const Name& name = names[id];
        if (name.text.size() < 2 || !splits(name) || name.defined() || name.bare == 0) continue;
        for (const std::string& letter : letters_of(name.typed, name.text)) {
            if (!names.is_wrt(letter) || std::ranges::find(seen, letter) != seen.end()) continue;
            check_letter(source, names, name, letter, options, parsed);
            seen.push_back(letter);
        }
    }
}

}  // namespace pdiff
