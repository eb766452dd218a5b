#include "algebra/forms/form_parts.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "algebra/forms/binomial_power.hpp"
#include "algebra/forms/bracket_content.hpp"
#include "algebra/forms/exponential_pairs.hpp"
#include "algebra/forms/joined_fractions.hpp"
#include "algebra/forms/merged_roots.hpp"
#include "algebra/forms/moved_roots.hpp"
#include "algebra/forms/opened_products.hpp"
#include "algebra/forms/polish.hpp"
#include "algebra/forms/shortest.hpp"
#include "algebra/forms/wave_product.hpp"
#include "algebra/gain/fraction_gain.hpp"
#include "algebra/gain/gain.hpp"
#include "algebra/gain/looks_zero.hpp"
#include "algebra/gain/survey.hpp"
#include "algebra/shifts.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

constexpr int most_rounds = 3;
constexpr std::size_t most_formed = 32;                 // operations of one result that are formed by themselves
constexpr std::size_t most_operations_as_a_whole = 20;  // of a result that is also formed as a whole
constexpr std::size_t heaviest_measured = 100'000;  // names, numbers and functions of a result that is printed for it

// The operations that can get shorter, each by itself, operands first; `settled` are what earlier rounds have left.
Expr shortest_by_parts(Pool& pool, Survey& whole, const Gains& gains, DeepForm deep, bool& complete,
                       MeasureScratch& scratch, SmallVector<Expr>& settled) {
    const Expr f = whole.expr();
    Image image(whole.order);
    std::size_t formed = 0;
    bool as_a_whole = false;
    for (const Expr e : whole.order) {
        image[e] = with_images(pool, e, image);
        if (formed >= most_formed || whole.weight(e) > 2 * heaviest) continue;
        const bool may = image[e] != e ? may_merge_here(pool, image[e]) : std::ranges::binary_search(gains.parts, e);
        if (!may || std::ranges::find(settled.all(), image[e]) != settled.all().end()) continue;
        complete &= ++formed < most_formed;
        as_a_whole = image[e] == f;
        const Expr better = deep(pool, image[e], Form::automatic, complete);
        image[e] =
            better != image[e] && may_merge_here(pool, better) ? deep(pool, better, Form::automatic, complete) : better;
        settled.push_back(image[e]);
    }
    if (gains.weight > heaviest_measured) return image[f];
    Shortest shortest(pool, f, scratch);
    if (image[f] != f) shortest.offer(contents_in_front(pool, image[f], scratch));
    // A short one also as a whole: what was best for a part may hide what is best for all.
    if (!as_a_whole && whole.order.size() <= most_operations_as_a_whole)
        shortest.offer(deep(pool, f, Form::automatic, complete));
    for (const Expr e : {f, image[f], shortest.best()})
        if (const Expr waves = wave_product(pool, e); waves != e) shortest.offer(simplify(pool, waves));
    if (const Expr best = shortest.best(); best != f && best != image[f])
        shortest.offer(contents_in_front(pool, best, scratch));
    return shortest.best();
}

// A result on its way, with all that it consists of.
class Draft {
public:
    Draft(Pool& pool, Expr f, MeasureScratch& memory) : scratch(memory), pool_(pool), whole_(std::in_place, pool, f) {}

    Expr expr() const { return whole_->expr(); }
    Survey& whole() { return *whole_; }
    // Whether that is another one.
    bool become(Expr g) {
        if (g == expr()) return false;
        whole_.emplace(pool_, g);
        return true;
    }

    MeasureScratch& scratch;
    SmallVector<Expr> settled = {};  // what the normal form does not make shorter

private:
    Pool& pool_;
    std::optional<Survey> whole_;
};

void find_shorter(Pool& pool, Draft& draft, DeepForm deep, bool& complete) {
    if (looks_zero(pool, draft.whole()) && deep.is_zero(pool, draft.expr())) {
        draft.become(zero);
        return;
    }
    draft.become(contents_in_front(pool, draft.whole(), draft.scratch));
    Gains gains = find_gains(pool, draft.whole());
    if (!gains.sums.empty() && gains.weight <= heaviest_measured) {
        Shortest shortest(pool, draft.expr(), draft.scratch);
        const Expr merged = merge_sums(pool, draft.expr(), draft.whole().order, gains.sums);
        shortest.offer(contents_in_front(pool, merged, draft.scratch));
        if (draft.become(shortest.best())) gains = find_gains(pool, draft.whole(), true);
    }
    complete &= gains.complete;
    if (!gains.parts.empty() || gains.whole || wave_product(pool, draft.expr()) != draft.expr())
        draft.become(shortest_by_parts(pool, draft.whole(), gains, deep, complete, draft.scratch, draft.settled));
}

// What no fraction is needed for: powers of sums, hyperbolic functions of exponentials, one root for several. Whether
// there was any.
bool touch_up(Pool& pool, Draft& draft) {
    bool changed = false;
    if (pool.called()[static_cast<std::size_t>(Function::abs)])  // x/|x| that has come of roots
        changed |= draft.become(rewrite(pool, draft.expr()));
    for (const auto pass : {sums_as_products, merge_exponential_pairs, merge_roots})
        changed |= draft.become(pass(pool, draft.whole(), draft.scratch));
    return changed;
}

// Functions whose parameters differ by integers in terms of fewer: gamma(x + 1)/gamma(x) is x.
void join_shifts(Pool& pool, Draft& draft, DeepForm deep, bool& complete) {
    if (!may_join_shifts(pool, draft.whole().order)) return;
    Draft other(pool, simplify(pool, with_shifts_joined(pool, draft.expr())), draft.scratch);
    if (other.expr() == draft.expr()) return;
    find_shorter(pool, other, deep, complete);
    Shortest shortest(pool, draft.expr(), draft.scratch);
    shortest.offer(other.expr());
    draft.become(shortest.best());
}

Expr formed(Pool& pool, Expr f, Form form, DeepForm deep, bool& complete, MeasureScratch& scratch) {
    if (form != Form::automatic) return deep(pool, f, form, complete);
    Draft draft(pool, f, scratch);
    join_shifts(pool, draft, deep, complete);
    const Expr start = draft.expr(), joined = join_fractions(pool, draft.whole(), scratch);
    for (int round = 0; round < most_rounds; ++round) {
        const Expr before = draft.expr();
        find_shorter(pool, draft, deep, complete);
        const bool is_new = draft.expr() != before;
        const bool touched = touch_up(pool, draft);
        // What is still a fraction in a fraction may be one fraction.
        if (!touched && (!is_new || compound_numerators(pool, draft.whole()).empty())) break;
    }
    draft.become(join_fractions(pool, draft.whole(), draft.scratch));
    if (joined != start) {  // the rounds may have made one fraction of all
        Draft other(pool, joined, scratch);
        find_shorter(pool, other, deep, complete);
        Shortest shortest(pool, draft.expr(), scratch);
        shortest.offer(joined);
        shortest.offer(other.expr());
        draft.become(shortest.best());
    }
    draft.become(open_products(pool, draft.whole(), draft.scratch));
    draft.become(move_roots(pool, draft.whole(), draft.scratch));
    return polished(pool, draft.whole(), draft.scratch);
}

bool holds_expressions(Op op) {
    return op == Op::vector || op == Op::equal || op == Op::piecewise || (op >= Op::less && op <= Op::logic_not);
}

}  // namespace

Former::Former() : scratch_(std::make_unique<Scratch>()) {}
Former::~Former() = default;
Former::Former(Former&&) noexcept = default;
Former& Former::operator=(Former&&) noexcept = default;

Expr form_by_parts(Pool& pool, Expr f, Form form, DeepForm deep, bool& complete, MeasureScratch& scratch) {
    complete = true;
    scratch.restart();
    if (form == Form::raw) return f;
    if (!holds_expressions(pool.op(f))) return formed(pool, f, form, deep, complete, scratch);
    // Entries one by one, operands first.
    std::vector<Expr> order{f};
    for (std::size_t i = 0; i < order.size(); ++i)
        if (holds_expressions(pool.op(order[i])))
            for (const Expr a : pool.args(order[i])) order.push_back(a);
    std::ranges::sort(order);
    order.erase(std::unique(order.begin(), order.end()), order.end());
    Image image(order);
    for (const Expr e : order) {
        if (!holds_expressions(pool.op(e))) {
            image[e] = formed(pool, e, form, deep, complete, scratch);
            continue;
        }
        SmallVector<Expr> args;
        for (const Expr a : pool.args(e)) args.push_back(pool.op(e) >= Op::less ? a : image[a]);
        image[e] = pool.make(pool.op(e), args);
    }
    return image[f];
}

}  // namespace pdiff
