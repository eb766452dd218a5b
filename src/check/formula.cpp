#include "check/formula.hpp"

#include <limits>
#include <memory>
#include <mutex>
#include <string>

#include "calculus/differential.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {
namespace {

ParseOptions letter_options() {
    ParseOptions options;
    options.functions = {"f", "g"};
    options.variables = {"x"};
    for (const char letter : letter_names) {
        options.variables.emplace_back(1, letter);
        options.variables.push_back(std::string("d") + letter);
    }
    return options;
}

// By which argument `head` is differentiated, from 1; 0 for a function itself.
std::size_t derived_by(const Pool& pool, Expr head) {
    if (pool.op(head) != Op::derived_name) return 0;
    return static_cast<std::size_t>(pool.number(pool.args(head)[1]).to_int().value_or(1));
}

// The function of `subject` applied to other arguments.
std::vector<Expr> applied_args(const Pool& pool, Expr subject, std::span<const Expr> arguments) {
    std::vector<Expr> args(arguments.begin(), arguments.end());
    if (pool.op(subject) == Op::apply) args.insert(args.begin(), pool.args(subject)[0]);
    return args;
}

// A partial derivative of a function of the table, in the letters u and v; built when it first occurs.
struct Partial {
    std::once_flag once;
    Pool pool;
    Formula formula;
};

const Formula& partial_formula(Function function, std::size_t arguments, std::size_t operand) {
    static const auto table = std::make_unique<std::unique_ptr<Partial>[]>(2 * function_rows().size());
    static std::mutex guard;
    const std::lock_guard lock(guard);
    std::unique_ptr<Partial>& entry = table[2 * static_cast<std::size_t>(function) + operand];
    if (entry == nullptr) {
        entry = std::make_unique<Partial>();
        Pool& pool = entry->pool;
        const Expr letters[] = {pool.symbol("u"), pool.symbol("v")};
        const Expr f = pool.make(Op::call, std::span(letters).first(arguments), function);
        entry->formula = Formula(pool, operand_differential(pool, f, operand, one));
    }
    return entry->formula;
}

Lanes outer_value(const Pool& pool, Expr subject, std::span<const Lanes> args, std::size_t derived) {
    if (pool.op(subject) != Op::call) return unknown_value(pool, pool.args(subject)[0], args, derived);
    if (derived == 0) return call_value(pool.function(subject), args);
    LaneBindings bindings;
    bindings.slots[slot_of("u")] = args.data();
    if (args.size() > 1) bindings.slots[slot_of("v")] = &args[1];
    return partial_formula(pool.function(subject), args.size(), derived - 1).value(bindings);
}

}  // namespace

std::size_t slot_of(std::string_view name) {
    if (name == "x") return slot_of_x;
    const bool differential = name.size() == 2 && name[0] == 'd';
    const std::size_t letter = name.size() == 1 || differential ? letter_names.find(name.back()) : name.npos;
    if (letter == name.npos) return slot_count;
    return differential ? letter_count + letter : letter;
}

Formula::Formula(const Pool& rules, Expr root) : rules_(&rules) {
    std::vector<std::uint32_t> step_of(index(root) + 1);
    for (const Expr e : reachable(rules, root)) {
        step_of[index(e)] = static_cast<std::uint32_t>(steps_.size());
        const std::size_t slot = rules.op(e) == Op::symbol ? slot_of(rules.name(e)) : slot_count;
        Step step{e, static_cast<std::uint32_t>(slot), static_cast<std::uint32_t>(operands_.size()), 0};
        for (const Expr a : rules.args(e)) operands_.push_back(step_of[index(a)]), ++step.count;
        steps_.push_back(step);
    }
}

bool Formula::uses(std::size_t slot) const {
    for (const Step& step : steps_)
        if (step.slot == slot) return true;
    return false;
}

Lanes Formula::value(const LaneBindings& bindings) const {
    SmallVector<Lanes, 24> values;
    SmallVector<Lanes, 12> args;
    for (const Step& step : steps_) {
        if (step.slot < slot_count) {
            const Lanes* bound = bindings.slots[step.slot];
            values.push_back(bound != nullptr ? *bound : Lanes::all(std::numeric_limits<double>::quiet_NaN()));
            continue;
        }
        args.clear();
        for (std::uint32_t i = 0; i < step.count; ++i) args.push_back(values[operands_[step.first + i]]);
        if (rules_->op(step.expr) == Op::apply && bindings.pool != nullptr) {
            const std::span<const Lanes> all(args.begin(), args.size());
            const std::size_t derived = derived_by(*rules_, rules_->args(step.expr)[0]);
            values.push_back(outer_value(*bindings.pool, bindings.subject, all.subspan(1), derived));
        } else {
            values.push_back(operation_value(*rules_, step.expr, {args.begin(), args.size()}));
        }
    }
    return values[values.size() - 1];
}

Expr Formula::build(Pool& pool, const ExprBindings& bindings) const {
    SmallVector<Expr, 24> made;
    SmallVector<Expr, 12> args;
    for (const Step& step : steps_) {
        const Op op = rules_->op(step.expr);
        args.clear();
        for (std::uint32_t i = 0; i < step.count; ++i) args.push_back(made[operands_[step.first + i]]);
        if (step.slot < slot_count) {
            made.push_back(bindings.slots[step.slot]);
        } else if (op == Op::number) {
            made.push_back(pool.number(rules_->number(step.expr)));
        } else if (op == Op::symbol) {
            made.push_back(pool.symbol(rules_->name(step.expr)));
        } else if (op == Op::function_name || op == Op::derived_name) {
            made.push_back(zero);  // what applies it reads the name
        } else if (op == Op::apply) {
            const std::span<const Expr> all(args.begin(), args.size());
            const std::size_t derived = derived_by(*rules_, rules_->args(step.expr)[0]);
            made.push_back(derived > 0 ? outer_derivative(pool, bindings.subject, all.subspan(1), derived - 1)
                                       : rebuild(pool, pool.op(bindings.subject),
                                                 applied_args(pool, bindings.subject, all.subspan(1)),
                                                 pool.function(bindings.subject)));
        } else {
            made.push_back(rebuild(pool, op, {args.begin(), args.size()}, rules_->function(step.expr)));
        }
    }
    return made[made.size() - 1];
}

Expr outer_derivative(Pool& pool, Expr subject, std::span<const Expr> arguments, std::size_t operand) {
    const Expr f = pool.make(pool.op(subject), applied_args(pool, subject, arguments), pool.function(subject));
    return operand_differential(pool, f, operand, one);
}

Expr read_formula(Pool& rules, std::string_view text) { return parse(rules, text, letter_options()).value; }

Expr read_pattern(Pool& rules, std::string_view text) {
    ParseOptions options = letter_options();
    options.typed = true;
    return parse(rules, text, options).typed;
}

}  // namespace pdiff
