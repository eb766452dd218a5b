// From syntax tree to expression: a loop over the nodes, operands first, with one method for each kind of node.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/parse_ast.hpp"
#include "parse/construct.hpp"
#include "parse/names.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {

// What the value of a node may be used for.
enum class Sort : std::uint8_t {
    value,
    condition,
    vector,
    tuple,
    callee,    // a name in front of its arguments
    function,  // a function's name, or a power of it, that still waits for its argument: sin^2 x
};

// The input as it stands before names have values: which names occur, where, in which role.
struct Source {
    std::string_view text = {};
    ast::Tree tree = {};
    ast::Stacks stacks = {};                  // memory of the grammar
    std::vector<std::uint32_t> name_of = {};  // by node
    std::vector<Sort> sorts = {};             // of names
    std::vector<ast::NodeId> heads = {};      // calls of a name, and powers of a name whose exponent is one

    std::string_view text_of(Span span) const { return text.substr(span.begin, span.end - span.begin); }
    std::string_view text_of(ast::NodeId id) const { return text_of(tree.nodes[id].inner); }
};

// Memory of a reader, which a stream of lines uses again and again.
struct Workspace {
    std::vector<Sort> sorts;   // by node
    std::vector<Expr> values;  // by node
    std::vector<Pair> pairs;
    std::vector<Expr> args;
};

class Reader {
public:
    Reader(Pool& pool, Source& source, NameTable& names, const ParseOptions& options, Parsed& parsed,
           Workspace& workspace, bool typed)
        : construct_(pool, typed),
          source_(source),
          tree_(source.tree),
          names_(names),
          options_(options),
          parsed_(parsed),
          sorts_(workspace.sorts),
          values_(workspace.values),
          pairs_(workspace.pairs),
          args_(workspace.args) {
        sorts_ = source.sorts;
        values_.assign(source.tree.nodes.size(), Expr{});
    }

    // Reads the nodes [begin, end); all before are read.
    void read(ast::NodeId begin, ast::NodeId end);

    bool typed() const { return construct_.typed; }
    Expr any(ast::NodeId id) const { return values_[id]; }
    Expr value(ast::NodeId id);      // throws where the node is no number
    Expr condition(ast::NodeId id);  // throws where the node is no condition
    Expr statement(ast::NodeId id);  // a value, condition or vector: what may stand alone
    Expr symbol(Name& name);

    // A function of names whose body was read.
    struct UserFunction {
        std::uint32_t name;
        std::vector<Expr> parameters;
        Expr body;
    };
    std::vector<UserFunction> functions;  // by Name::statement where that is a function; set by statements

private:
    using Values = std::vector<Expr>;
    using Method = void (Reader::*)(ast::NodeId);
    static const Method methods[];

    // ---- kinds of nodes (reader.cpp) ----
    void read(ast::NodeId id);
    void set(ast::NodeId id, Expr value, Sort sort = Sort::value) { values_[id] = value, sorts_[id] = sort; }
    void number(ast::NodeId id);
    void callee(ast::NodeId id);
    void tuple(ast::NodeId id);
    void factorial(ast::NodeId id);
    void complement(ast::NodeId id);
    void name(ast::NodeId id);
    void new_name(ast::NodeId id, Name& name);
    void sum(ast::NodeId id);
    void power(ast::NodeId id);
    void negation(ast::NodeId id);
    void comparison(ast::NodeId id);
    void junction(ast::NodeId id);
    void brackets(ast::NodeId id);
    void vector(ast::NodeId id);
    [[noreturn]] void refuse_function(ast::NodeId id) const;
    [[noreturn]] void refuse_sort(ast::NodeId id, std::string_view expected) const;

    // ---- products and functions without brackets (products.cpp) ----
    void product(ast::NodeId id);
    bool is_function(ast::NodeId id) const { return sorts_[id] == Sort::function; }
    bool ends_argument(ast::NodeId id) const;
    std::size_t application(ast::NodeId chain, std::size_t first, Pair& result);
    std::size_t argument(ast::NodeId chain, std::size_t first, Values& args);
    Expr apply_head(ast::NodeId head, std::span<const Expr> args, Span span);
    void check_juxtaposition(ast::Operand operand) const;
    void refuse_leibniz(std::span<const ast::Operand> factors) const;

    // ---- calls (calls.cpp) ----
    void call(ast::NodeId id);
    Expr apply_name(Name& name, std::span<const Expr> args, Span span);
    Expr apply_form(Name& name, std::span<const Expr> args, Span span);
    Expr apply_unknown(Name& name, std::span<const Expr> args, Span span);
    Expr apply_derived(ast::NodeId callee, std::span<const Expr> args);
    Expr inverse(const Name& name, std::span<const Expr> args, Span span, std::uint32_t head_end);
    Expr logarithm_to_base(const Name& name, Expr arg);
    Expr root(Expr radicand, Expr index);
    Expr piecewise(ast::NodeId id);
    Expr derivative(ast::NodeId id);
    Expr defined(std::string_view name, std::initializer_list<Expr> args);

    // ---- notes (notes.cpp) ----
    void note(Span span, std::string message);
    bool note_factor(ast::NodeId chain, std::size_t i);
    bool note_power(ast::NodeId id, bool touches_next, bool divided, const ast::Node& next);
    bool note_bars(ast::NodeId chain, std::size_t i) const;
    void note_unknown(Name& name, std::span<const Expr> args, Span span);
    void note_root(ast::NodeId id);
    void note_joined(Name& name, ast::NodeId id);
    void note_reading(ast::NodeId chain, Span group, std::size_t next);
    void note_argument(ast::NodeId chain, std::size_t head, std::size_t first, std::size_t end);

    Pool& pool() { return construct_.pool; }

    Construct construct_;
    Source& source_;
    const ast::Tree& tree_;
    NameTable& names_;
    const ParseOptions& options_;
    Parsed& parsed_;
    std::vector<Sort>& sorts_;
    std::vector<Expr>& values_;
    std::vector<Pair>& pairs_;
    std::vector<Expr>& args_;
};

// "sin takes 1 argument, got 2" and the like.
[[noreturn]] void refuse_arity(std::string_view name, std::string_view takes, std::size_t got, Span span);
std::string count_of_arguments(const Meaning& meaning);
// Source text for a message, in brackets and shortened.
std::string bracketed(std::string_view text);

}  // namespace pdiff
