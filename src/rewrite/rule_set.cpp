#include "rewrite/rule_set.hpp"

#include <algorithm>
#include <string>

#include "pdiff/error.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {
namespace {

constexpr std::string_view letters[] = {"u", "v", "w", "c", "n", "m"};
static_assert(std::size(letters) <= std::tuple_size_v<Bindings>);

bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

[[noreturn]] void fail(std::string_view what, std::string_view from) {
    throw Error(ErrorKind::internal, std::string(what) + ": " + std::string(from));
}

// What a rule begins with, without parsing it.
struct Head {
    Op op = Op::call;
    std::optional<Function> function = {};  // the last one, with its arguments outside of all others
    std::uint64_t functions = 0;
};
Head head_of(std::string_view text) {
    Head head;
    std::size_t word = 0, depth = 0, arguments = 1;  // `word`: where the name that a bracket may follow begins
    std::size_t name = 0, name_end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '(' && depth++ == 0) name = word, name_end = i, arguments = 1;
        if (c == ',' && depth == 1) ++arguments;
        if (c == ')' && --depth == 0) {
            head.function = find_function(text.substr(name, name_end - name), arguments);
            if (head.function) head.functions |= Shape::bit(*head.function);
        }
        if (!is_of_name(c)) word = i + 1;
        if (depth > 0) continue;
        if ((c == '+' || c == '-') && i > 0) head.op = Op::sum;
        if ((c == '*' || c == '/' || c == '^') && head.op != Op::sum) head.op = Op::product;
    }
    if (head.op == Op::call && !head.function) head.op = Op::product;  // sqrt(u), exp(u): powers
    return head;
}

Op list_of(Op op) { return op == Op::power ? Op::product : op; }

}  // namespace

RuleSet::RuleSet(std::span<const Row> rows) : calls_(function_rows().size()) {
    for (const Row& row : rows) {
        const Head head = head_of(row.from);
        List& list = head.op == Op::sum       ? sums_
                     : head.op == Op::product ? products_
                                              : calls_[static_cast<std::size_t>(*head.function)];
        list.push_back({head.functions, &entries_.emplace_back(row, entries_.size(), head.op, head.functions)});
    }
}

const RuleSet::Rule& RuleSet::rule(const Entry& entry) {
    std::call_once(entry.read, [&] {
        Pool pool;
        ParseOptions options;
        std::vector<Expr> symbols;
        for (const std::string_view l : letters) {
            options.variables.emplace_back(l);
            symbols.push_back(pool.symbol(l));
        }
        const auto parsed = [&](std::string_view text) { return parse(pool, text, options).value; };
        const Row& row = entry.text;
        const Expr condition = row.condition.empty() ? truth_true : parsed(row.condition);
        auto read = std::make_unique<const Rule>(Rule{Pattern(pool, parsed(row.from), symbols),
                                                      Template(pool, parsed(row.to), symbols),
                                                      Template(pool, condition, symbols), condition != truth_true});
        const Pattern& from = read->from;
        if (from.shape().any == 0) fail("a rule must name a function", row.from);
        if (list_of(from.op()) != entry.op || (entry.functions & ~from.shape().any) != 0)
            fail("a rule is not what it begins with", row.from);
        entry.rule = std::move(read);
    });
    return *entry.rule;
}

void RuleSet::read_all() const {
    for (const Entry& entry : entries_) rule(entry);
}

std::optional<RuleSet::Applied> RuleSet::apply(Pool& pool, Expr f) const {
    switch (pool.op(f)) {
        case Op::sum:
            return apply_first(pool, f, sums_);
        case Op::product:
        case Op::power:
            return apply_first(pool, f, products_);
        case Op::call:
            return apply_first(pool, f, calls_[static_cast<std::size_t>(pool.function(f))]);
        default:
            return std::nullopt;
    }
}

std::optional<RuleSet::Applied> RuleSet::apply_first(Pool& pool, Expr f, const List& list) const {
    if (list.empty()) return std::nullopt;
    const Shape have = shape(pool, f);
    if (have.any == 0) return std::nullopt;  // every rule names a function
    for (const auto& [functions, entry] : list) {
        if ((functions & ~have.any) != 0) continue;
        const Rule& r = rule(*entry);
        if (!have.covers(r.from.shape())) continue;
        const auto match = r.from.match(pool, f);
        if (!match) continue;
        if (r.conditional && r.condition.instantiate(pool, match->bindings) != truth_true) continue;
        const Expr result = r.to.instantiate(pool, match->bindings);
        const Expr whole = pool.op(f) == Op::sum    ? sum(pool, {result, match->rest})
                           : pool.op(f) == Op::call ? result
                                                    : product(pool, {result, match->rest});
        if (whole != f) return Applied{whole, entry->row};
    }
    return std::nullopt;
}

}  // namespace pdiff
