#include "explain/changes.hpp"

#include <algorithm>

#include "expr/function_classes.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/print.hpp"
#include "pdiff/seams.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::explain {

namespace {

constexpr std::size_t most_lines = 24;          // of one simplification
constexpr std::size_t most_operations = 2'000;  // of an expression that is shown after each identity

// Every `before` in f as `after`, in canonical form.
Expr replaced(Pool& pool, Expr f, Expr before, Expr after) {
    const std::vector<Expr> order = reachable(pool, f);
    if (!std::ranges::binary_search(order, before)) return f;
    Image image(order);
    for (const Expr e : order) {
        if (e == before) {
            image[e] = after;
            continue;
        }
        image[e] = with_images(pool, e, image);
    }
    return image[f];
}

// Reasons that led to no line of their own wait for the next one.
class Reasons {
public:
    void add(LawReader& laws, const Rewriting& r) {
        const std::string name(r.name());
        if (std::ranges::find(names_, name) != names_.end()) return;
        law_ = names_.empty() && r.identity ? laws.read(*r.identity) : LawText{};
        if (names_.size() < most_names) names_.push_back(name);
    }
    Change change(Expr result) {
        Change c{result, {}, names_.size() == 1 ? law_ : LawText{}};
        for (const std::string& name : names_) c.reason += (c.reason.empty() ? "" : ", ") + name;
        names_.clear();
        return c;
    }

private:
    static constexpr std::size_t most_names = 4;
    std::vector<std::string> names_;
    LawText law_;
};

bool is_fraction(const Pool& pool, Expr e) {
    return pool.op(e) == Op::product && std::ranges::any_of(pool.pairs(e), [&](const Pair& p) {
               return pool.is_number(p.second) && pool.number(p.second).sign() < 0;
           });
}

// The functions of an angle that are new, by what is new about them.
std::string name_of_angles(const Pool& pool, Expr before, Expr after) {
    const std::vector<Expr> old = reachable(pool, before);
    const auto is_of_angle = [&](Expr e) {
        return pool.op(e) == Op::call && (is_circular(pool.function(e)) || is_hyperbolic(pool.function(e)));
    };
    std::vector<Expr> angles;
    for (const Expr e : old)
        if (is_of_angle(e)) angles.push_back(pool.args(e)[0]);
    std::string name;
    for (const Expr e : reachable(pool, after)) {
        if (!is_of_angle(e) || std::ranges::binary_search(old, e)) continue;
        if (angles.empty() && is_hyperbolic(pool.function(e))) return "exponentials as hyperbolic functions";
        if (std::ranges::find(angles, pool.args(e)[0]) == angles.end()) return "double or half angle";
        name = is_circular(pool.function(e)) ? "trigonometric identity" : "hyperbolic identity";
    }
    return name;
}

// What the search for a form did, as far as it can be seen.
std::string name_of_form(const Pool& pool, Expr before, Expr after) {
    if (std::string name = name_of_angles(pool, before, after); !name.empty()) return name;
    const bool was_sum = pool.op(before) == Op::sum, is_sum = pool.op(after) == Op::sum;
    if (is_sum) return was_sum ? "collected" : "multiplied out";
    if (is_fraction(pool, after))
        return was_sum                     ? "over one denominator"
               : is_fraction(pool, before) ? "numerator and denominator simplified"
                                           : "as a fraction";
    if (was_sum && pool.op(after) == Op::product) return "factored";
    return "the shortest form";
}

}  // namespace

void add_change(std::vector<Change>& list, Expr from, Expr to, std::string reason) {
    if (from != to) list.push_back({to, std::move(reason), {}});
}

void add_changes(Pool& pool, LawReader& laws, std::vector<Change>& list, Expr from, const Trace& trace, Expr to) {
    if (from == to) return;
    const std::size_t begin = list.size();
    const bool small = reachable(pool, from).size() <= most_operations;
    Reasons reasons;
    Expr now = from;
    for (const Rewriting& r : trace) {
        reasons.add(laws, r);
        if (!small || list.size() - begin >= most_lines || now == to) continue;
        Expr next = now;
        try {
            next = replaced(pool, now, r.before, r.after);
        } catch (const Error& e) {
            if (e.kind != ErrorKind::undefined) throw;
        }
        if (next == now) continue;
        list.push_back(reasons.change(now = next));
    }
    if (now == to) return;
    Change last = reasons.change(to);
    if (last.reason.empty()) last.reason = "like terms and factors collected";
    list.push_back(std::move(last));
}

Expr finish(Pool& pool, LawReader& laws, std::vector<Change>& list, Expr raw, std::optional<Closing> closing,
            Form form) {
    Trace trace;
    const Expr simple = simplify(pool, raw, trace);
    add_changes(pool, laws, list, raw, trace, simple);
    Expr closed = simple;
    if (closing && pool.op(closing->f) != Op::vector) {
        const std::vector<Expr> smooth = conditions(pool, closing->f, {&closing->x, 1}).smooth;
        const auto sign = [](Pool& p, Expr constant) { return sign_at(p, constant, {}); };
        if (!smooth.empty()) closed = close_seams(pool, closing->f, closing->x, simple, smooth, sign).closed;
        add_change(list, simple, closed, "both sides of a boundary agree there");
    }
    const Expr shown = in_form(pool, closed, form);
    add_change(list, closed, shown, name_of_form(pool, closed, shown));
    return shown;
}

}  // namespace pdiff::explain
