#include "calculus/near_point.hpp"

#include <algorithm>

namespace pdiff {

namespace {

bool contains(const std::vector<Expr>& ascending, Expr e) { return std::ranges::binary_search(ascending, e); }

std::size_t place(const std::vector<Expr>& ascending, Expr e) {
    return static_cast<std::size_t>(std::ranges::lower_bound(ascending, e) - ascending.begin());
}

}  // namespace

NearPoint::NearPoint(Pool& pool, Expr f, Expr x) : pool_(pool), f_(f), x_(x) {
    for (const Expr e : reachable(pool, f)) {
        if (is_condition(pool.op(e))) {
            conditions_.push_back(e);
            continue;
        }
        const bool changes = std::ranges::any_of(pool.args(e), [&](Expr a) { return contains(changing_, a); });
        if (changes || pool.op(e) == Op::piecewise) changing_.push_back(e);
    }
    truths_.resize(conditions_.size());
    images_ = changing_;
}

NearPoint::Truth NearPoint::known(Expr condition) const { return truths_[place(conditions_, condition)]; }

Expr NearPoint::image(Expr e) const { return contains(changing_, e) ? images_[place(changing_, e)] : e; }

NearPoint::Truth NearPoint::junction(Expr condition, Truth absorbing) {
    Truth result = absorbing == Truth::yes ? Truth::no : Truth::yes;
    for (const Expr part : pool_.args(condition)) {
        const Truth t = known(part);
        if (t == absorbing) return absorbing;
        if (t == Truth::open) result = Truth::open;
    }
    return result;
}

// A comparison of x with another number than c holds on both sides of c or on none.
NearPoint::Truth NearPoint::truth(Expr condition, const Number& c) {
    const auto of = [](bool holds) { return holds ? Truth::yes : Truth::no; };
    switch (pool_.op(condition)) {
        case Op::truth:
            return of(condition == truth_true);
        case Op::logic_and:
            return junction(condition, Truth::no);
        case Op::logic_or:
            return junction(condition, Truth::yes);
        case Op::logic_not: {
            const Truth t = known(pool_.args(condition)[0]);
            return t == Truth::open ? t : of(t == Truth::no);
        }
        case Op::less:
        case Op::less_equal:
        case Op::equal:
        case Op::not_equal:
            break;
        default:
            return Truth::open;
    }
    const Expr a = pool_.args(condition)[0], b = pool_.args(condition)[1];
    const bool left = a == x_ && pool_.is_number(b), right = b == x_ && pool_.is_number(a);
    if (!left && !right) return Truth::open;
    const Number& k = pool_.number(left ? b : a);
    if (k == c) return Truth::open;
    if (pool_.op(condition) == Op::equal || pool_.op(condition) == Op::not_equal)
        return of(pool_.op(condition) == Op::not_equal);
    return of(left == (c < k));
}

Expr NearPoint::without_far_branches(Expr e) const {
    std::vector<Expr> kept;
    const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
    for (std::size_t i = 0; i < args.size(); i += 2) {
        const bool otherwise = i + 1 == args.size();
        const Truth t = otherwise ? Truth::yes : known(args[i]);
        if (t == Truth::no) continue;
        if (t == Truth::yes) {
            kept.push_back(image(args[otherwise ? i : i + 1]));
            break;
        }
        kept.push_back(args[i]), kept.push_back(image(args[i + 1]));
    }
    return kept.empty() ? e : rebuild(pool_, Op::piecewise, kept);
}

Expr NearPoint::operator()(Expr c) {
    if (!pool_.is_number(c)) return f_;
    const Number at = pool_.number(c);
    for (std::size_t i = 0; i < conditions_.size(); ++i) truths_[i] = truth(conditions_[i], at);
    std::vector<Expr> args;
    for (std::size_t i = 0; i < changing_.size(); ++i) {
        const Expr e = changing_[i];
        if (pool_.op(e) == Op::piecewise) {
            images_[i] = without_far_branches(e);
            continue;
        }
        args.clear();
        for (const Expr a : pool_.args(e)) args.push_back(image(a));
        images_[i] = rebuild(pool_, pool_.op(e), args, pool_.op(e) == Op::call ? pool_.function(e) : Function{});
    }
    return image(f_);
}

}  // namespace pdiff
