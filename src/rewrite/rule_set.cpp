#include "rewrite/rule_set.hpp"

#include "pdiff/error.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {
namespace {

constexpr std::string_view letters[] = {"u", "v", "w", "c", "n", "m"};
static_assert(std::size(letters) <= std::tuple_size_v<Bindings>);

}  // namespace

RuleSet::RuleSet(std::span<const Row> rows) : calls_(function_rows().size()) {
    Pool pool;
    ParseOptions options;
    std::vector<Expr> symbols;
    for (const std::string_view l : letters) {
        options.variables.emplace_back(l);
        symbols.push_back(pool.symbol(l));
    }
    const auto parsed = [&](std::string_view text) { return parse(pool, text, options).value; };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Expr condition = rows[i].condition.empty() ? truth_true : parsed(rows[i].condition);
        Rule rule{Pattern(pool, parsed(rows[i].from), symbols), Template(pool, parsed(rows[i].to), symbols),
                  Template(pool, condition, symbols), condition != truth_true, i};
        if (rule.from.shape().any == 0) throw Error(ErrorKind::internal, "a rule must name a function: " + std::string(rows[i].from));
        switch (rule.from.op()) {
            case Op::sum: sums_.push_back(std::move(rule)); break;
            case Op::product:
            case Op::power: products_.push_back(std::move(rule)); break;
            case Op::call: calls_[static_cast<std::size_t>(rule.from.function())].push_back(std::move(rule)); break;
            default: throw Error(ErrorKind::internal, "a rule must rewrite a sum, a product, a power or a call: " + std::string(rows[i].from));
        }
    }
}

std::optional<RuleSet::Applied> RuleSet::apply(Pool& pool, Expr f) const {
    switch (pool.op(f)) {
        case Op::sum: return apply_first(pool, f, sums_);
        case Op::product:
        case Op::power: return apply_first(pool, f, products_);
        case Op::call: return apply_first(pool, f, calls_[static_cast<std::size_t>(pool.function(f))]);
        default: return std::nullopt;
    }
}

std::optional<RuleSet::Applied> RuleSet::apply_first(Pool& pool, Expr f, std::span<const Rule> rules) const {
    if (rules.empty()) return std::nullopt;
    const Shape have = shape(pool, f);
    if (have.any == 0) return std::nullopt;  // every rule names a function
    for (const Rule& rule : rules) {
        if (!have.covers(rule.from.shape())) continue;
        const auto match = rule.from.match(pool, f);
        if (!match) continue;
        if (rule.conditional && rule.condition.instantiate(pool, match->bindings) != truth_true) continue;
        const Expr result = rule.to.instantiate(pool, match->bindings);
        const Expr whole = pool.op(f) == Op::sum    ? sum(pool, {result, match->rest})
                           : pool.op(f) == Op::call ? result
                                                    : product(pool, {result, match->rest});
        if (whole != f) return Applied{whole, rule.row};
    }
    return std::nullopt;
}

}  // namespace pdiff
