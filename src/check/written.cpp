#include "check/written.hpp"

#include <algorithm>

namespace pdiff {
namespace {

using Kind = WrittenStep::Kind;

class Writer {
public:
    Writer(Pool& pool, Expr x, bool typed, std::size_t limit) : pool_(pool), x_(x), typed_(typed), limit_(limit) {}

    std::optional<std::vector<WrittenStep>> write(Expr f) {
        // A task is to visit an expression, or to build it of the steps on the stack.
        std::vector<Task> tasks{{f, false}};
        while (!tasks.empty()) {
            if (tasks.size() + steps_.size() > limit_) return std::nullopt;
            const Task task = tasks.back();
            tasks.pop_back();
            if (task.build) {
                build(task.expr);
            } else if (is_leaf(task.expr)) {
                leaf(task.expr);
            } else {
                tasks.push_back({task.expr, true});
                for_each_operand(task.expr, [&](Expr e) { tasks.push_back({e, false}); });
            }
        }
        steps_.back().parent = std::uint32_t(steps_.size() - 1);
        return std::move(steps_);
    }

private:
    struct Task {
        Expr expr;
        bool build;
    };

    bool is_leaf(Expr e) const {
        switch (pool_.op(e)) {
            case Op::sum:
            case Op::product:
                return pool_.pairs(e).empty();
            case Op::power:
                return false;
            case Op::call:
                return pool_.args(e).size() > 2 || pool_.args(e).empty();
            case Op::apply:
                return pool_.args(e).size() > 3;
            case Op::piecewise:
                return pool_.args(e).size() < 3 || pool_.args(e).size() > 4;
            default:
                return true;
        }
    }

    template <class Use>
    void for_each_operand(Expr e, Use use) const {
        const auto args = pool_.args(e);
        switch (pool_.op(e)) {
            case Op::sum:
                for (std::size_t i = args.size(); i-- > 0;)
                    if (i % 2 == 1) use(args[i]);
                break;
            case Op::product:
                for (std::size_t i = args.size(); i-- > 1;)
                    if (i % 2 == 1 || !is_unit(args[i])) use(args[i]);
                break;
            case Op::apply:
                for (std::size_t i = args.size(); i-- > 1;) use(args[i]);
                break;
            case Op::piecewise:  // conditions are not differentiated
                use(args.size() == 3 ? args[2] : args[3]);
                use(args[1]);
                break;
            default:
                for (std::size_t i = args.size(); i-- > 0;) use(args[i]);
        }
    }

    static bool is_unit(Expr e) { return e == one || e == minus_one; }

    std::uint32_t push(Kind kind, Expr expr, std::uint32_t first = 0, std::uint32_t second = 0) {
        const auto id = std::uint32_t(steps_.size());
        WrittenStep step{.kind = kind, .expr = expr, .first = first, .second = second};
        if (step.operands() > 0) {
            const WrittenStep &a = steps_[first], &b = steps_[second];
            step.varies = a.varies || b.varies;
            step.has_others = a.has_others || b.has_others;
            steps_[first].parent = steps_[second].parent = id;
        }
        steps_.push_back(step);
        return id;
    }

    std::uint32_t leaf_step(Expr e) {
        const Op op = pool_.op(e);
        const Kind kind = op == Op::number                  ? Kind::number
                          : op == Op::symbol                ? Kind::symbol
                          : op == Op::pi || op == Op::euler ? Kind::constant
                                                            : Kind::other;
        const std::uint32_t id = push(kind, e);
        if (kind == Kind::symbol) {
            steps_[id].varies = e == x_;
            steps_[id].has_others = e != x_;
        } else if (kind == Kind::other) {
            for (const Expr v : variables(pool_, e)) (v == x_ ? steps_[id].varies : steps_[id].has_others) = true;
        }
        return id;
    }

    void leaf(Expr e) { done_.push_back(leaf_step(e)); }

    // The last `count` steps that are done.
    std::vector<std::uint32_t> take(std::size_t count) {
        std::vector<std::uint32_t> taken(done_.end() - std::ptrdiff_t(count), done_.end());
        done_.resize(done_.size() - count);
        return taken;
    }

    // A number that was written as `1/2` is a number.
    std::uint32_t operation(Kind kind, Expr expr, std::uint32_t a, std::uint32_t b) {
        const bool numbers = steps_[a].kind == Kind::number && steps_[b].kind == Kind::number && kind != Kind::power;
        if (!numbers || (kind == Kind::divide && steps_[b].expr == zero)) return push(kind, expr, a, b);
        const Expr x = steps_[a].expr, y = steps_[b].expr;
        const Expr value = kind == Kind::add        ? sum(pool_, {x, y})
                           : kind == Kind::subtract ? subtract(pool_, x, y)
                           : kind == Kind::negate   ? negate(pool_, x)
                           : kind == Kind::divide   ? divide(pool_, x, y)
                                                    : product(pool_, {x, y});
        return push(Kind::number, value);
    }

    void build(Expr e) {
        switch (pool_.op(e)) {
            case Op::sum:
                return build_sum(e);
            case Op::product:
                return build_product(e);
            case Op::power: {
                const auto taken = take(2);
                done_.push_back(push(Kind::power, e, taken[0], taken[1]));
                return;
            }
            default:
                build_call(e);
        }
    }

    void build_call(Expr e) {
        const std::size_t count = pool_.args(e).size() - (pool_.op(e) == Op::apply ? 1 : 0);
        const auto operands = take(pool_.op(e) == Op::piecewise ? 2 : count);
        const std::uint32_t id = push(operands.size() == 1 ? Kind::call : Kind::pair, e, operands[0], operands.back());
        if (pool_.op(e) == Op::piecewise)
            for (const Expr v : variables(pool_, e)) (v == x_ ? steps_[id].varies : steps_[id].has_others) = true;
        done_.push_back(id);
    }

    Expr beginning(Expr e, std::size_t count) {
        const auto args = pool_.args(e);
        if (count == args.size()) return e;
        const std::vector<Expr> part(args.begin(), args.begin() + std::ptrdiff_t(count));
        return pool_.make(pool_.op(e), part);
    }

    void build_sum(Expr e) {
        const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
        const auto terms = take(args.size() / 2);
        std::optional<std::uint32_t> total;
        if (args[0] != zero) total = leaf_step(args[0]);
        for (std::size_t i = 1; i < args.size(); i += 2) {
            const Number coefficient = pool_.number(args[i + 1]);
            const bool minus = coefficient.sign() < 0;
            const Number size = minus ? -coefficient : coefficient;
            std::uint32_t term = terms[i / 2];
            if (!size.is_one()) {
                const Expr factor = pool_.number(size);
                const Expr term_expr = pool_.make(Op::product, {one, factor, one, args[i], one});
                const std::uint32_t number = leaf_step(factor);
                term = operation(Kind::multiply, term_expr, number, term);
            }
            const Expr so_far = beginning(e, i + 2);
            if (total)
                total = operation(minus ? Kind::subtract : Kind::add, so_far, *total, term);
            else
                total = minus ? operation(Kind::negate, so_far, term, term) : term;
        }
        done_.push_back(*total);
    }

    struct Factor {
        std::uint32_t step;
        bool divides;
    };

    // In order; powers of canonical products built.
    std::vector<Factor> factors(const std::vector<Expr>& args) {
        std::size_t count = 0;
        for (std::size_t i = 1; i < args.size(); i += 2) count += is_unit(args[i + 1]) ? 1 : 2;
        const auto taken = take(count);
        std::vector<Factor> result;
        for (std::size_t i = 1, t = 0; i < args.size(); i += 2) {
            const std::uint32_t base = taken[t++];
            if (is_unit(args[i + 1])) {
                result.push_back({base, args[i + 1] == minus_one});
                continue;
            }
            const std::uint32_t exponent = taken[t++];
            const bool divides = pool_.is_number(args[i + 1]) && pool_.number(args[i + 1]).sign() < 0;
            if (divides) steps_[exponent].expr = negate(pool_, args[i + 1]);
            const Expr power = pool_.make(Op::power, {args[i], steps_[exponent].expr});
            result.push_back({push(Kind::power, power, base, exponent), divides});
        }
        return result;
    }

    // A product that grows factor by factor.
    struct Product {
        std::optional<std::uint32_t> step;
        std::vector<Expr> operands{one};
    };

    void multiply(Product& product, std::uint32_t step, bool divides) {
        if (!product.step && divides) multiply(product, leaf_step(one), false);
        const bool first = !product.step;
        product.operands.push_back(steps_[step].expr);
        product.operands.push_back(divides ? minus_one : one);
        product.step = first ? step
                             : operation(divides ? Kind::divide : Kind::multiply,
                                         pool_.make(Op::product, product.operands), *product.step, step);
    }

    void build_product(Expr e) {
        const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
        const std::vector<Factor> all = factors(args);
        const Number lead = pool_.number(args[0]);
        const bool minus = lead.sign() < 0;
        const Number size = minus ? -lead : lead;
        Product total;
        if (!size.is_one()) multiply(total, leaf_step(pool_.number(size)), false);
        if (typed_) {
            for (const Factor& factor : all) multiply(total, factor.step, factor.divides);
        } else {
            fold_quotient(all, total);
        }
        done_.push_back(minus ? operation(Kind::negate, e, *total.step, *total.step) : *total.step);
    }

    static std::size_t place(const WrittenStep& step) {
        if (!step.varies) return 0;
        return step.kind == Kind::add || step.kind == Kind::subtract ? 2 : 1;
    }

    // Constants in front and brackets behind, as on paper.
    void fold(const std::vector<Factor>& all, bool divides, Product& product) {
        for (const std::size_t rank : {0, 1, 2})
            for (const Factor& factor : all)
                if (factor.divides == divides && place(steps_[factor.step]) == rank)
                    multiply(product, factor.step, false);
    }

    void fold_quotient(const std::vector<Factor>& all, Product& total) {
        Product below;
        fold(all, false, total);
        fold(all, true, below);
        if (below.step) multiply(total, *below.step, true);
    }

    Pool& pool_;
    const Expr x_;
    const bool typed_;
    const std::size_t limit_;
    std::vector<WrittenStep> steps_;
    std::vector<std::uint32_t> done_;
};

}  // namespace

std::optional<std::vector<WrittenStep>> written_steps(Pool& pool, Expr f, Expr x, bool typed, std::size_t limit) {
    return Writer(pool, x, typed, limit).write(f);
}

}  // namespace pdiff
