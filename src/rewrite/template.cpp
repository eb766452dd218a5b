#include "rewrite/template.hpp"

#include <algorithm>

#include "expr/small_vector.hpp"

namespace pdiff {

Template::Template(const Pool& rules, Expr root, std::span<const Expr> letters) {
    std::vector<std::uint32_t> step_of(index(root) + 1);
    for (const Expr e : reachable(rules, root)) {
        step_of[index(e)] = static_cast<std::uint32_t>(steps_.size());
        Step step{.op = rules.op(e), .function = rules.function(e), .number = {}, .name = {}};
        if (const auto found = std::ranges::find(letters, e); found != letters.end())
            step.letter = static_cast<std::int32_t>(found - letters.begin());
        else if (step.op == Op::number)
            step.number = rules.number(e);
        else if (step.op == Op::symbol || step.op == Op::function_name)
            step.name = rules.name(e);
        step.first = static_cast<std::uint32_t>(operands_.size());
        for (const Expr a : rules.args(e)) operands_.push_back(step_of[index(a)]);
        step.count = static_cast<std::uint32_t>(operands_.size()) - step.first;
        steps_.push_back(std::move(step));
    }
}

Expr Template::instantiate(Pool& pool, std::span<const Expr> values) const {
    SmallVector<Expr, 24> made;
    SmallVector<Expr, 24> args;
    for (const Step& s : steps_) {
        if (s.letter >= 0) {
            made.push_back(values[static_cast<std::size_t>(s.letter)]);
        } else if (s.op == Op::number) {
            made.push_back(pool.number(s.number));
        } else if (s.op == Op::symbol) {
            made.push_back(pool.symbol(s.name));
        } else if (s.op == Op::function_name) {
            made.push_back(pool.function_name(s.name));
        } else {
            args.clear();
            for (std::uint32_t i = 0; i < s.count; ++i) args.push_back(made[operands_[s.first + i]]);
            made.push_back(rebuild(pool, s.op, args, s.function));
        }
    }
    return made[made.size() - 1];
}

}  // namespace pdiff
