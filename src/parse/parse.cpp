#include "pdiff/parse.hpp"

#include "parse/readings.hpp"
#include "parse/statements.hpp"

namespace pdiff {

struct Parser::State {
    State() : names(ParseOptions()) {}

    Expr read(Pool& pool, const ParseOptions& options, Parsed& parsed, bool typed);

    Source source;
    NameTable names;
    Workspace workspace;
};

Expr Parser::State::read(Pool& pool, const ParseOptions& options, Parsed& parsed, bool typed) {
    const ast::Tree& tree = source.tree;
    Reader reader(pool, source, names, options, parsed, workspace, typed);
    const ast::Kind kind = tree.nodes[tree.root()].kind;
    if (kind == ast::Kind::sequence || kind == ast::Kind::comparison)
        return read_statements(reader, pool, source, names, parsed);
    for (Name& name : names.all()) name.known = false;
    reader.read(0, tree.root() + 1);
    return reader.statement(tree.root());
}

Parser::Parser() : state_(std::make_unique<State>()) {}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;

Parsed Parser::parse(Pool& pool, std::string_view text, const ParseOptions& options) {
    Parsed parsed;
    state_->source.text = text;
    state_->names.reset(options);
    read_source(state_->source, state_->names, pool.limits(), options);
    parsed.value = state_->read(pool, options, parsed, false);
    if (options.typed) parsed.typed = state_->read(pool, options, parsed, true);
    check_variables(state_->source, state_->names, options, parsed);
    return parsed;
}

Parsed parse(Pool& pool, std::string_view text, const ParseOptions& options) {
    return Parser().parse(pool, text, options);
}

Expr parse_expr(Pool& pool, std::string_view text) { return parse(pool, text).value; }

}  // namespace pdiff
