#include "calculus/one_sided.hpp"

#include <algorithm>
#include <vector>

#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

constexpr int expansion_order = 8;  // how many derivatives are looked at to find the sign near a zero

class OneSided {
public:
    OneSided(Pool& pool, Expr t, int side, SignOracle sign) : pool_(pool), t_(t), side_(side), sign_(sign) {}

    std::optional<Expr> operator()(Expr f) {
        const std::vector<Expr> order = reachable(pool_, f);
        Image image(order);
        for (const Expr e : order) {
            std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
            bool changed = false;
            for (Expr& a : args) changed |= image[a] != a, a = image[a];
            const Expr rebuilt = changed ? simplify(pool_, rebuild(pool_, pool_.op(e), args, pool_.function(e))) : e;
            const auto branch = choose(rebuilt);
            if (!branch) return std::nullopt;
            image[e] = *branch;
        }
        return image[f];
    }

private:
    std::optional<int> constant_sign(Expr e) {
        if (pool_.is_number(e)) return pool_.number(e).sign();
        return sign_ ? sign_(pool_, e) : std::nullopt;
    }

    // The sign of u for small t on this side: that of its first derivative that does not vanish at 0.
    std::optional<int> sign_near(Expr u) {
        int direction = 1;
        for (int n = 0; n <= expansion_order; ++n, direction *= side_) {
            if (u == zero) return 0;
            const Expr at = simplify(pool_, substitute(pool_, u, {&t_, 1}, std::span(&zero, 1)));
            if (at != zero) {
                const auto s = constant_sign(at);
                if (!s) return std::nullopt;
                if (*s != 0) return *s * direction;
            }
            u = derivative_by_rules(pool_, u, {&t_, 1});  // singular where u is not smooth
        }
        return std::nullopt;
    }

    std::optional<int> order_near(Expr a, Expr b) { return sign_near(simplify(pool_, subtract(pool_, a, b))); }

    std::optional<Expr> truth(std::optional<bool> value) {
        if (!value) return std::nullopt;
        return *value ? truth_true : truth_false;
    }

    template <class Test>
    std::optional<Expr> compare(Expr e, Test test) {
        const auto s = order_near(pool_.args(e)[0], pool_.args(e)[1]);
        return truth(s ? std::optional<bool>(test(*s)) : std::nullopt);
    }

    std::optional<Expr> choose(Expr e) {
        switch (pool_.op(e)) {
            case Op::less:
                return compare(e, [](int s) { return s < 0; });
            case Op::less_equal:
                return compare(e, [](int s) { return s <= 0; });
            case Op::equal:
                return compare(e, [](int s) { return s == 0; });
            case Op::not_equal:
                return compare(e, [](int s) { return s != 0; });
            case Op::call:
                return choose_call(e);
            case Op::piecewise:  // every condition is decided by now
                return pool_.args(e).empty() || pool_.op(pool_.args(e)[0]) == Op::truth ? std::nullopt
                                                                                        : std::optional(e);
            default:
                return e;
        }
    }

    std::optional<Expr> choose_call(Expr e) {
        const std::vector<Expr> args(pool_.args(e).begin(), pool_.args(e).end());
        const auto by_sign = [&](Expr positive, Expr negative, Expr null) -> std::optional<Expr> {
            const auto s = sign_near(args[0]);
            if (!s) return std::nullopt;
            return *s > 0 ? positive : *s < 0 ? negative : null;
        };
        switch (pool_.function(e)) {
            case Function::abs:
                return by_sign(args[0], negate(pool_, args[0]), zero);
            case Function::sign:
                return by_sign(one, minus_one, zero);
            case Function::heaviside:
                return by_sign(one, zero, half);
            case Function::relu:
                return by_sign(args[0], zero, zero);
            case Function::max:
                return extreme(args, 1);
            case Function::min:
                return extreme(args, -1);
            case Function::clamp: {
                const auto low = extreme({args[0], args[1]}, 1);
                return low ? extreme({*low, args[2]}, -1) : std::nullopt;
            }
            case Function::floor:
                return floor_near(args[0]);
            case Function::ceil:
                return negated(floor_near(negate(pool_, args[0])));
            case Function::round:
                return floor_near(sum(pool_, {args[0], half}));
            case Function::frac: {
                const auto whole = floor_near(args[0]);
                return whole ? std::optional(subtract(pool_, args[0], *whole)) : std::nullopt;
            }
            case Function::trunc: {
                const auto s = sign_near(args[0]);
                if (!s) return std::nullopt;
                return *s >= 0 ? floor_near(args[0]) : negated(floor_near(negate(pool_, args[0])));
            }
            case Function::mod: {
                const auto quotient = floor_near(divide(pool_, args[0], args[1]));
                if (!quotient) return std::nullopt;
                return subtract(pool_, args[0], product(pool_, {args[1], *quotient}));
            }
            default:
                return e;
        }
    }

    std::optional<Expr> negated(std::optional<Expr> e) { return e ? std::optional(negate(pool_, *e)) : std::nullopt; }

    std::optional<Expr> extreme(const std::vector<Expr>& args, int direction) {
        Expr best = args[0];
        for (std::size_t i = 1; i < args.size(); ++i) {
            const auto s = order_near(args[i], best);
            if (!s) return std::nullopt;
            if (*s * direction > 0) best = args[i];
        }
        return best;
    }

    // Constant near t = 0: the floor of the value there, one less where u comes down to an integer from below.
    std::optional<Expr> floor_near(Expr u) {
        const Expr at = simplify(pool_, substitute(pool_, u, {&t_, 1}, std::span(&zero, 1)));
        if (!pool_.is_number(at)) return std::nullopt;
        const Number whole = pool_.number(at).floor();
        if (!pool_.number(at).is_integer()) return pool_.number(whole);
        const auto s = sign_near(simplify(pool_, subtract(pool_, u, at)));
        if (!s) return std::nullopt;
        return pool_.number(*s < 0 ? whole - 1 : whole);
    }

    Pool& pool_;
    Expr t_;
    int side_;
    SignOracle sign_;
};

}  // namespace

std::optional<Expr> one_sided(Pool& pool, Expr f, Expr t, int side, SignOracle sign) {
    try {
        const auto branch = OneSided(pool, t, side, sign)(f);
        return branch ? std::optional(simplify(pool, *branch)) : std::nullopt;
    } catch (const Error& e) {
        if (e.kind != ErrorKind::undefined) throw;
        return std::nullopt;  // 1/0 at the seam: nothing is claimed
    }
}

}  // namespace pdiff
