#include "check/defined_alone.hpp"

#include <algorithm>
#include <array>

#include "check/compare_domains.hpp"
#include "check/points.hpp"
#include "check/signed_factors.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_factors = 3;
constexpr std::size_t most_boxes = 3;
constexpr std::size_t tried_points = 24;

// A sign of each factor, -1, 0 or 1.
using Cell = std::array<int, most_factors>;
// The signs that each factor may have, as bits: 1 negative, 2 zero, 4 positive.
using Box = std::array<unsigned, most_factors>;

constexpr unsigned any = 7;
unsigned bit(int sign) { return 1u << (sign + 1); }

// `difference op 0` by the signs of the factors of the difference.
class Comparison {
public:
    // False where it is none, or has too many factors.
    bool read(Pool& pool, Expr condition, std::vector<Expr>& bases) {
        op_ = pool.op(condition);
        if (op_ != Op::less && op_ != Op::less_equal && op_ != Op::not_equal) return false;
        const Expr difference = subtract(pool, pool.args(condition)[0], pool.args(condition)[1]);
        const Expr form = in_form(pool, difference, Form::factored);
        if (pool.op(form) != Op::product) return add(pool, form, one, bases);
        sign_ = pool.number(pool.lead(form)).sign();
        const std::vector<Pair> pairs(pool.pairs(form).begin(), pool.pairs(form).end());
        return std::ranges::all_of(pairs, [&](const Pair& p) { return add(pool, p.first, p.second, bases); });
    }

    bool holds(const Cell& cell) const {
        int sign = sign_;
        for (const Factor& f : factors_) {
            const int of_base = cell[f.base];
            if ((f.divides && of_base == 0) || (f.rooted && of_base < 0)) return false;
            sign *= f.rooted || f.even ? of_base * of_base : of_base;
        }
        return op_ == Op::less ? sign < 0 : op_ == Op::less_equal ? sign <= 0 : sign != 0;
    }

private:
    struct Factor {
        std::size_t base;
        bool even, rooted, divides;
    };

    bool add(Pool& pool, Expr base, Expr exponent, std::vector<Expr>& bases) {
        if (!pool.is_number(exponent)) return seen_sign(pool, power(pool, base, exponent), {}) == 1;
        const Number& n = pool.number(exponent);
        const bool odd = n.is_odd();
        if (const auto sign = seen_sign(pool, base, {})) {
            if (odd) sign_ *= *sign;
            return n.is_integer() || *sign > 0;
        }
        if (pool.op(base) == Op::sum && pool.number(pool.pairs(base)[0].second).sign() < 0) {
            if (!n.is_integer()) return false;
            base = negate(pool, base);
            if (odd) sign_ = -sign_;
        }
        const auto place = static_cast<std::size_t>(std::ranges::find(bases, base) - bases.begin());
        if (place == bases.size()) bases.push_back(base);
        factors_.push_back({place, n.is_even(), !n.is_integer(), n.sign() < 0});
        return bases.size() <= most_factors;
    }

    Op op_{};
    int sign_ = 1;
    std::vector<Factor> factors_;
};

std::optional<std::vector<Comparison>> read(Pool& pool, std::span<const Expr> conditions, std::vector<Expr>& bases) {
    std::vector<Comparison> result;
    for (const Expr condition : conditions) {
        std::vector<Expr> parts = {condition};
        if (pool.op(condition) == Op::logic_and) parts.assign(pool.args(condition).begin(), pool.args(condition).end());
        for (const Expr part : parts)
            if (!result.emplace_back().read(pool, part, bases)) return std::nullopt;
    }
    return result;
}

class Alone {
public:
    Alone(Pool& pool, Expr f, Expr g, const AloneSearch& search) : pool_(pool), f_(f), g_(g), search_(search) {}

    std::optional<Expr> find(std::span<const Expr> of_f, std::span<const Expr> of_g) {
        const auto f = read(pool_, of_f, bases_), g = f ? read(pool_, of_g, bases_) : std::nullopt;
        if (!g || bases_.empty()) return std::nullopt;
        const auto all_hold = [](const std::vector<Comparison>& all, const Cell& cell) {
            return std::ranges::all_of(all, [&](const Comparison& c) { return c.holds(cell); });
        };
        for_each(any_box(), [&](const Cell& cell) { alone_[code(cell)] = all_hold(*f, cell) && !all_hold(*g, cell); });
        meet_cells();
        for_each(any_box(), [&](const Cell& cell) {
            if (met_[code(cell)] && !is_covered(cell)) boxes_.push_back(largest_around(cell));
        });
        if (boxes_.empty() || boxes_.size() > most_boxes) return std::nullopt;
        std::vector<Expr> parts;
        for (const Box& box : boxes_) parts.push_back(condition(box));
        return joined(Op::logic_or, parts);
    }

private:
    Expr joined(Op op, std::span<const Expr> parts) { return parts.size() == 1 ? parts[0] : pool_.make(op, parts); }

    Box any_box() const {
        Box box{};
        std::ranges::fill_n(box.begin(), static_cast<std::ptrdiff_t>(bases_.size()), any);
        return box;
    }

    template <class Do>
    void for_each(const Box& box, Do visit) const {
        std::size_t cells = 1;
        for (std::size_t i = 0; i < bases_.size(); ++i) cells *= 3;
        for (std::size_t n = 0; n < cells; ++n) {
            Cell cell{};
            bool inside = true;
            for (std::size_t i = 0, rest = n; i < bases_.size(); ++i, rest /= 3) {
                cell[i] = static_cast<int>(rest % 3) - 1;
                inside = inside && (box[i] & bit(cell[i])) != 0;
            }
            if (inside) visit(cell);
        }
    }

    std::size_t code(const Cell& cell) const {
        std::size_t n = 0;
        for (std::size_t i = bases_.size(); i-- > 0;) n = 3 * n + static_cast<std::size_t>(cell[i] + 1);
        return n;
    }

    bool is_covered(const Cell& cell) const {
        return std::ranges::any_of(boxes_, [&](const Box& box) {
            bool inside = true;
            for (std::size_t i = 0; i < bases_.size(); ++i) inside = inside && (box[i] & bit(cell[i])) != 0;
            return inside;
        });
    }

    // Cells in which no point was found may be part of it: what is said holds there too.
    Box largest_around(const Cell& cell) const {
        Box box{};
        for (std::size_t i = 0; i < bases_.size(); ++i) box[i] = bit(cell[i]);
        for (std::size_t i = 0; i < bases_.size(); ++i) {
            const unsigned own = box[i];
            for (const unsigned larger : {7u, 5u, 3u, 6u}) {
                if ((larger & own) == 0) continue;
                box[i] = larger;
                bool all = true;
                for_each(box, [&](const Cell& other) { all = all && alone_[code(other)]; });
                if (all) break;
                box[i] = own;
            }
        }
        return box;
    }

    // The cells in which f has a value and g has none at a point that was found.
    void meet_cells() {
        meet(search_.known);
        meet_points({});
        for (const Expr base : bases_)
            if (pool_.op(base) == Op::symbol) meet_points(std::span(&base, 1));
    }

    void meet(std::span<const Binding> point) {
        Cell cell{};
        for (std::size_t i = 0; i < bases_.size(); ++i) {
            const auto sign = sign_at(pool_, bases_[i], point, {64});
            if (!sign) return;
            cell[i] = *sign;
        }
        const std::size_t n = code(cell);
        if (alone_[n] && !met_[n]) met_[n] = is_defined_alone(pool_, f_, g_, point);
    }

    void meet_points(std::span<const Expr> vanishing) {
        const std::vector<Expr> zeros(vanishing.size(), zero);
        std::vector<Expr> defined = {f_}, holding(search_.conditions.begin(), search_.conditions.end());
        defined.insert(defined.end(), search_.within.begin(), search_.within.end());
        const std::vector<Expr> others = variables(pool_, g_);
        defined.insert(defined.end(), others.begin(), others.end());
        try {
            for (Expr& e : defined) e = substitute(pool_, e, vanishing, zeros);
            for (Expr& e : holding) e = substitute(pool_, e, vanishing, zeros);
        } catch (const Error& e) {
            if (e.kind != ErrorKind::undefined) throw;
            return;
        }
        PointSearch points(pool_, defined, holding);
        for (std::size_t i = 0; i < tried_points; ++i) {
            const auto found = points.next();
            if (!found) return;
            std::vector<Binding> point = points.bindings(*found);
            for (const Expr v : vanishing) point.push_back({v, zero});
            meet(point);
        }
    }

    Expr comparison(Expr base, unsigned signs) {
        struct Row {
            unsigned signs;
            Op op;
            bool turned;
        };
        constexpr Row rows[] = {{1, Op::less, false}, {2, Op::equal, false},     {3, Op::less_equal, false},
                                {4, Op::less, true},  {5, Op::not_equal, false}, {6, Op::less_equal, true}};
        const Row& row = *std::ranges::find(rows, signs, &Row::signs);
        return row.turned ? pool_.make(row.op, {zero, base}) : pool_.make(row.op, {base, zero});
    }

    Expr condition(const Box& box) {
        std::vector<Expr> parts;
        for (std::size_t i = 0; i < bases_.size(); ++i)
            if (box[i] != any) parts.push_back(comparison(bases_[i], box[i]));
        return parts.empty() ? truth_true : joined(Op::logic_and, parts);
    }

    Pool& pool_;
    Expr f_, g_;
    const AloneSearch& search_;
    std::vector<Expr> bases_;
    std::array<bool, 27> alone_{};  // by code of a cell: f is defined there, and g is not
    std::array<bool, 27> met_{};    // so at a point
    std::vector<Box> boxes_;
};

}  // namespace

std::optional<Expr> defined_alone(Pool& pool, Expr f, Expr g, std::span<const Expr> of_f, std::span<const Expr> of_g,
                                  const AloneSearch& search) {
    return Alone(pool, f, g, search).find(of_f, of_g);
}

}  // namespace pdiff
