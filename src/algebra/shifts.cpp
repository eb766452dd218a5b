#include "algebra/shifts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "algebra/recurrence_steps.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

constexpr std::int64_t most_steps = 24;

using Step = RecurrenceStep;

struct Span {
    std::int64_t low = 0, high = 0;
};

// A function's parameter as what all of its class share and an integer.
struct Parameter {
    Expr base;  // with a fraction of 1
    std::int64_t shift = 0;
};

class Joiner {
public:
    explicit Joiner(Pool& pool) : pool_(pool) {}

    Expr operator()(Expr f) {
        const std::vector<Expr> order = reachable(pool_, f);
        for (const Expr e : order)
            if (step_at(e)) gather(e);
        if (classes_.empty()) return f;
        turn_negative_ones();
        Image image(order);
        for (const Expr e : order) {
            std::vector<Expr> args;
            bool changed = false;
            for (const Expr a : pool_.args(e)) args.push_back(image[a]), changed |= image[a] != a;
            if (changed)
                image[e] = rebuild(pool_, pool_.op(e), args, pool_.op(e) == Op::call ? pool_.function(e) : Function{});
            else
                image[e] = step_at(e) ? joined(e) : e;
        }
        return image[f];
    }

private:
    const Step* step_at(Expr e) const { return pool_.op(e) == Op::call ? recurrence_of(pool_.function(e)) : nullptr; }

    std::optional<Parameter> parameter(Expr argument) {
        const Expr form = pool_.is_number(argument) ? argument : in_form(pool_, argument, Form::expanded);
        const Number constant = pool_.is_number(form)       ? pool_.number(form)
                                : pool_.op(form) == Op::sum ? pool_.number(pool_.lead(form))
                                                            : Number(0);
        const Number whole = constant.floor();
        const auto shift = whole.to_int();
        if (!shift || std::abs(*shift) > 1'000'000) return std::nullopt;
        return Parameter{subtract(pool_, form, pool_.number(whole)), *shift};
    }

    // The class is named by the call with the base as its parameter.
    std::optional<Parameter> place(Expr e) {
        const Step& step = *step_at(e);
        auto p = parameter(pool_.args(e)[step.shifted]);
        if (p) p->base = pool_.make(Op::call, class_name(e, step.shifted, p->base), pool_.function(e));
        return p;
    }

    std::vector<Expr> class_name(Expr e, std::size_t shifted, Expr base) {
        std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
        args[shifted] = base;
        return args;
    }

    void gather(Expr e) {
        const auto p = place(e);
        if (!p) return;
        Span& span = classes_.try_emplace(p->base, Span{p->shift, p->shift}).first->second;
        span = {std::min(span.low, p->shift), std::max(span.high, p->shift)};
    }

    // Where gamma(x + n) and gamma(m - x) occur, the one becomes the other.
    void turn_negative_ones() {
        const std::map<Expr, Span> classes = classes_;
        for (const auto& [name, span] : classes) {
            const Step& step = *step_at(name);
            const Expr base = pool_.args(name)[step.shifted];
            if (!reflection_of(pool_.function(name)) || turned_.contains(name) || pool_.is_number(base)) continue;
            const auto p = parameter(subtract(pool_, one, base));
            if (!p) continue;
            const Expr other = pool_.make(Op::call, class_name(name, step.shifted, p->base), pool_.function(name));
            if (other == name || !classes.contains(other)) continue;
            turned_.insert(other);
            // 1 - (other's parameter) is to be reached too.
            Span& reached = classes_[name];
            const auto back = parameter(subtract(pool_, one, p->base));
            reached.low = std::min(reached.low, back->shift - classes.at(other).high);
        }
    }

    Expr joined(Expr e) {
        const auto p = place(e);
        if (!p) return e;
        if (turned_.contains(p->base)) return reflected(e);
        return raised(e, *step_at(e), *p);
    }

    Expr reflected(Expr e) {
        const Step& step = *reflection_of(pool_.function(e));
        const Expr u = in_form(pool_, subtract(pool_, one, pool_.args(e)[step.shifted]), Form::expanded);
        const Expr values[] = {u, zero, zero};
        const Expr turned = step.to.instantiate(pool_, values), call_of_u = with_argument(pool_, e, step.shifted, u);
        if (pool_.op(call_of_u) != Op::call || !step_at(call_of_u)) return e;
        const auto p = place(call_of_u);
        if (!p) return e;
        const Expr to = raised(call_of_u, *step_at(call_of_u), *p);
        return substitute(pool_, turned, std::span(&call_of_u, 1), std::span(&to, 1));
    }

    // The function at the place by those at the lowest of its class.
    Expr raised(Expr e, const Step& step, const Parameter& p) {
        const Expr base = pool_.args(p.base)[step.shifted];
        std::int64_t low = classes_.at(p.base).low;
        if (pool_.is_number(base) && step.start)
            if (const auto above = (Number(low) + pool_.number(base) - *step.start).to_int(); above && *above > 0)
                low -= *above;
        if (p.shift - low > most_steps) return e;
        const auto at = [&](std::int64_t shift) { return sum(pool_, {base, pool_.number(Number(shift))}); };
        Expr before = simplify(pool_, with_argument(pool_, e, step.shifted, at(low)));
        if (p.shift == low) return before;
        std::int64_t reached = low;
        Expr here = before;
        if (step.looks_back) here = simplify(pool_, with_argument(pool_, e, step.shifted, at(++reached)));
        for (; reached < p.shift; ++reached) {
            const Expr next = step.to.instantiate(pool_, values(e, step, at(reached), here, before));
            before = here, here = next;
        }
        return here;
    }

    std::vector<Expr> values(Expr e, const Step& step, Expr parameter, Expr here, Expr before) const {
        std::vector<Expr> all;
        for (const std::size_t a : step.arguments)
            all.push_back(a == no_argument ? zero : a == step.shifted ? parameter : pool_.args(e)[a]);
        all.push_back(here), all.push_back(before);
        return all;
    }

    Pool& pool_;
    std::map<Expr, Span> classes_;  // the shifts that occur
    std::set<Expr> turned_;         // those of them that are reflected into another
};

bool has_recurrent_functions(const Pool& pool) { return (pool.called() & recurrent_functions()).any(); }

}  // namespace

Expr with_shifts_joined(Pool& pool, Expr f) { return has_recurrent_functions(pool) ? Joiner(pool)(f) : f; }

bool may_join_shifts(const Pool& pool, const std::vector<Expr>& order) {
    if (!has_recurrent_functions(pool)) return false;
    std::vector<Function> seen;
    return std::ranges::any_of(order, [&](Expr e) {
        if (pool.op(e) != Op::call || recurrence_of(pool.function(e)) == nullptr) return false;
        const bool again = std::ranges::find(seen, pool.function(e)) != seen.end();
        seen.push_back(pool.function(e));
        return again;
    });
}

}  // namespace pdiff
