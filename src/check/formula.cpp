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

bool is_derived(const Pool& pool, Expr head) { return pool.op(head) == Op::derived_name; }

// f(argument) in the target pool.
Expr applied(Pool& pool, Expr subject, Expr argument) {
    if (pool.op(subject) == Op::call) return call(pool, pool.function(subject), {argument});
    const Expr args[] = {pool.args(subject)[0], argument};
    return rebuild(pool, Op::apply, args);
}

// The derivative of a function of the table, in the letter u; built when it first occurs.
struct Partial {
    std::once_flag once;
    Pool pool;
    Formula formula;
};

const Formula& partial_formula(Function function) {
    static const auto table = std::make_unique<std::unique_ptr<Partial>[]>(function_rows().size());
    static std::mutex guard;
    const std::lock_guard lock(guard);
    std::unique_ptr<Partial>& entry = table[static_cast<std::size_t>(function)];
    if (entry == nullptr) {
        entry = std::make_unique<Partial>();
        Pool& pool = entry->pool;
        const Expr u = pool.symbol("u");
        const Expr derivative = operand_differential(pool, pool.make(Op::call, {u}, function), 0, one);
        entry->formula = Formula(pool, derivative);
    }
    return entry->formula;
}

Lanes outer_value(const Pool& pool, Expr subject, const Lanes& argument, bool derived) {
    if (pool.op(subject) == Op::call) {
        if (!derived) return call_value(pool.function(subject), {&argument, 1});
        LaneBindings bindings;
        bindings.slots[0] = &argument;
        return partial_formula(pool.function(subject)).value(bindings);
    }
    return unknown_value(pool, pool.args(subject)[0], {&argument, 1}, derived);
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
            const bool derived = is_derived(*rules_, rules_->args(step.expr)[0]);
            values.push_back(outer_value(*bindings.pool, bindings.subject, args[1], derived));
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
            made.push_back(is_derived(*rules_, rules_->args(step.expr)[0])
                               ? outer_derivative(pool, bindings.subject, args[1])
                               : applied(pool, bindings.subject, args[1]));
        } else {
            made.push_back(rebuild(pool, op, {args.begin(), args.size()}, rules_->function(step.expr)));
        }
    }
    return made[made.size() - 1];
}

Expr outer_derivative(Pool& pool, Expr subject, Expr argument) {
    Expr f = argument;
    if (pool.op(subject) == Op::call) {
        f = pool.make(Op::call, {argument}, pool.function(subject));
    } else {
        f = pool.make(Op::apply, {pool.args(subject)[0], argument});
    }
    return operand_differential(pool, f, 0, one);
}

Expr read_formula(Pool& rules, std::string_view text) { return parse(rules, text, letter_options()).value; }

Expr read_pattern(Pool& rules, std::string_view text) {
    ParseOptions options = letter_options();
    options.typed = true;
    return parse(rules, text, options).typed;
}

}  // namespace pdiff
