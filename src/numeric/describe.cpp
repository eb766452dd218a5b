// Why an operation has no value, in its own terms: the function and the values of its arguments.
#include <fmt/format.h>

#include <algorithm>

#include "numeric/decimal.hpp"
#include "numeric/steps.hpp"

namespace pdiff {
namespace {

std::string in_brackets(const std::string& s) {
    return s.find_first_of("-/ e") == std::string::npos ? s : "(" + s + ")";
}

std::string power_text(const Context& context, std::uint32_t base, std::uint32_t exponent) {
    const Value& b = context.values[base];
    const Value& n = context.values[exponent];
    const bool inverse = n.is_exact && fmpz_is_one(fmpq_denref(n.exact)) && fmpz_equal_si(fmpq_numref(n.exact), -1);
    if (inverse) return "1/" + in_brackets(short_text(b));
    const std::string base_text = context.tape.op(base) == Op::euler ? "e" : in_brackets(short_text(b));
    return fmt::format("{}^{}", base_text, in_brackets(short_text(n)));
}

std::string product_text(const Context& context) {
    const auto args = context.args();
    for (std::size_t i = 1; i + 1 < args.size(); i += 2) {
        Value part;
        factor(context, part, args[i], args[i + 1]);
        if (part.status != Status::defined) return power_text(context, args[i], args[i + 1]);
    }
    return "a product too large to compute";
}

std::string call_text(const Context& context) {
    const FunctionRow& r = row(context.tape.pool->function(context.expr()));
    std::string text(r.name.empty() ? r.identifier : r.name);
    for (std::size_t i = 0; i < context.args().size(); ++i) {
        text += (i == 0 ? "(" : ", ") + short_text(context.arg(i));
    }
    return text + ")";
}

std::string apply_text(const Context& context) {
    const Pool& pool = *context.tape.pool;
    const Expr name = pool.args(context.expr())[0];
    if (pool.op(name) != Op::derived_name) return fmt::format("the unknown function {}", pool.name(name));
    return fmt::format("a derivative of {}", pool.name(pool.args(name)[0]));
}

std::string symbol_text(const Context& context) {
    return fmt::format("the variable {}", context.tape.pool->name(context.expr()));
}

std::string base_and_exponent_text(const Context& context) {
    return power_text(context, context.args()[0], context.args()[1]);
}

std::string comparison_text(const Context& context) {
    return fmt::format("the comparison of {} and {}", short_text(context.arg(0)), short_text(context.arg(1)));
}

std::string gap_text(const Context&) { return "a piecewise expression none of whose conditions holds"; }
std::string diff_text(const Context&) { return "a derivative that is still to be taken"; }
std::string infinity_text(const Context&) { return "infinity"; }
std::string vector_text(const Context&) { return "a vector"; }

struct Row {
    Op op;
    std::string (*text)(const Context& context);
};

constexpr Row rows[] = {
    {Op::symbol, symbol_text},
    {Op::call, call_text},
    {Op::power, base_and_exponent_text},
    {Op::product, product_text},
    {Op::apply, apply_text},
    {Op::piecewise, gap_text},
    {Op::diff, diff_text},
    {Op::infinity, infinity_text},
    {Op::vector, vector_text},
    {Op::less, comparison_text},
    {Op::equal, comparison_text},
    {Op::less_equal, comparison_text},
    {Op::not_equal, comparison_text},
};

}  // namespace

std::string describe(const Tape& tape, const std::vector<Value>& values, std::uint32_t position) {
    const Row* found = std::ranges::find(rows, tape.op(position), &Row::op);
    if (found == std::end(rows)) return "an expression too large to compute";
    return found->text({tape, position, values, 64});
}

}  // namespace pdiff
