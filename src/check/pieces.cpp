#include "check/pieces.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "algebra/fewer_functions.hpp"
#include "check/cell.hpp"
#include "check/domain.hpp"
#include "check/line.hpp"
#include "check/signed_factors.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/print.hpp"

namespace pdiff {
namespace {

class Line {
public:
    Line(Pool& pool, Expr f, Expr g, Expr x) : pool_(pool), f_(f), g_(g), x_(x) {}

    // The line divided wherever a condition of one of them, or `also`, may begin or cease to hold.
    bool divide(std::span<const Expr> also) {
        const Expr both[] = {f_, g_};
        std::vector<Expr> all = domain_conditions(pool_, both);
        for (const Expr h : both) {
            const Conditions rules = conditions(pool_, h, std::span(&x_, 1));
            all.insert(all.end(), rules.smooth.begin(), rules.smooth.end());
            all.insert(all.end(), rules.domain.begin(), rules.domain.end());
        }
        const auto line = divide_line_by(pool_, all, also, x_);
        if (!line) return false;
        line_ = *line;
        return true;
    }

    const DividedLine& line() const { return line_; }

    Expr at(Expr h, const Number& value) {
        const Expr number = pool_.number(value);
        return substitute(pool_, h, std::span(&x_, 1), std::span(&number, 1));
    }

    std::vector<Binding> point(const Number& value) { return {{x_, pool_.number(value)}}; }

private:
    Pool& pool_;
    Expr f_, g_, x_;
    DividedLine line_;
};

class Pieces {
public:
    Pieces(Pool& pool, Expr f, Expr g, Expr x) : pool_(pool), f_(f), g_(g), x_(x), line_(pool, f, g, x) {}

    std::optional<std::vector<ProofStep>> prove() {
        const Expr df = differentiate(pool_, f_, x_), dg = differentiate(pool_, g_, x_);
        if (df == dg || is_zero(pool_, subtract(pool_, df, dg))) {
            steps_.push_back({"the derivatives are equal", df, dg, {}});
            if (line_.divide({}) && on_all([&](const Number& x) { return equal_at(x); }) && at_boundaries())
                return steps_;
        }
        steps_.clear();
        const Expr squares[] = {power(pool_, f_, two), power(pool_, g_, two)};
        if (!is_zero(pool_, subtract(pool_, squares[0], squares[1]))) return std::nullopt;
        steps_.push_back({"the squares are equal", squares[0], squares[1], {}});
        if (is_seen_non_negative(pool_, f_) && is_seen_non_negative(pool_, g_)) {
            steps_.push_back({"neither is negative", f_, g_, {}});
            return steps_;
        }
        const Expr also[] = {g_};
        if (line_.divide(also) && on_all([&](const Number& x) { return same_sign_at(x); }) && at_boundaries())
            return steps_;
        return std::nullopt;
    }

private:
    enum class At : std::uint8_t { undefined, shown, not_shown };

    template <class Show>
    bool on_all(Show show) {
        inside_.clear();
        for (const Number& x : line_.line().between) {
            const At result = show(x);
            if (result == At::not_shown) return false;
            inside_.push_back(result == At::shown);
        }
        return std::ranges::find(inside_, true) != inside_.end();
    }

    At equal_at(const Number& x) {
        try {
            const Comparison c = compare(pool_, f_, g_, line_.point(x));
            if (c.relation == Relation::left_undefined || c.relation == Relation::right_undefined ||
                c.relation == Relation::both_undefined)
                return At::undefined;
            if (c.relation != Relation::overlap) return At::not_shown;
            const Expr left = line_.at(f_, x), right = line_.at(g_, x);
            const Expr difference = with_fewer_functions(pool_, subtract(pool_, left, right));
            const bool equal =
                left == right || is_zero(pool_, difference) || is_zero_constant(pool_, difference).value_or(false);
            if (!equal) return At::not_shown;
            steps_.push_back({fmt::format("at {} = {}", pool_.name(x_), x.to_string()), left, right, {}});
            return At::shown;
        } catch (const Error& e) {
            if (e.kind != ErrorKind::undefined) throw;
            return At::undefined;
        }
    }

    At same_sign_at(const Number& x) {
        const std::vector<Binding> point = line_.point(x);
        const Relation relation = compare(pool_, f_, g_, point).relation;
        if (relation != Relation::overlap)
            return relation == Relation::different || relation == Relation::unknown ? At::not_shown : At::undefined;
        const auto left = sign_at(pool_, f_, point), right = sign_at(pool_, g_, point);
        if (!left || !right || *left == 0 || *left != *right) return At::not_shown;
        steps_.push_back({fmt::format("the same sign at {} = {}", pool_.name(x_), x.to_string()), f_, g_, {}});
        return At::shown;
    }

    // Beside a piece on which it is shown it holds at the end too, unless something jumps there.
    bool at_boundaries() {
        const Expr both[] = {f_, g_};
        const bool jump = has_jumps(pool_, both);
        for (std::size_t i = 0; i < line_.line().roots.size(); ++i) {
            if (!jump && (inside_[i] || inside_[i + 1])) continue;
            const auto& root = line_.line().roots[i];
            if (!root || equal_at(*root) == At::not_shown) return false;
        }
        return true;
    }

    Pool& pool_;
    Expr f_, g_, x_;
    Line line_;
    std::vector<bool> inside_;
    std::vector<ProofStep> steps_;
};

}  // namespace

std::optional<std::vector<ProofStep>> prove_by_pieces(Pool& pool, Expr f, Expr g) {
    const Expr both[] = {f, g};
    const std::vector<Expr> names = variables(pool, both);
    if (names.size() != 1 || has_pieces(pool, both)) return std::nullopt;
    return Pieces(pool, f, g, names[0]).prove();
}

}  // namespace pdiff
