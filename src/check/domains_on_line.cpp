#include "check/domains_on_line.hpp"

#include <algorithm>

#include "check/cell.hpp"
#include "check/compare_domains.hpp"
#include "check/domain.hpp"
#include "check/line.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_parts = 3;  // of a set that is shown

// As they are: where something is assumed of x they would be `true`.
Expr joined(Pool& pool, Op op, std::span<const Expr> parts) {
    return parts.size() == 1 ? parts[0] : pool.make(op, parts);
}

// The line as places one beside the other: a piece, a root, a piece, ... a piece.
class Places {
public:
    Places(Pool& pool, Expr x, const DividedLine& line) : pool_(pool), x_(x), line_(line) {}

    std::size_t count() const { return line_.roots.size() + line_.between.size(); }
    Expr number(std::size_t place) {
        return pool_.number(place % 2 == 0 ? line_.between[place / 2] : *line_.roots[place / 2]);
    }
    std::vector<Binding> point(std::size_t place) { return {{x_, number(place)}}; }

    // A set of them as a condition: at most three points left out, or at most three intervals and points.
    std::optional<Expr> condition(const std::vector<bool>& inside) {
        if (auto holes = all_but_points(inside)) return holes;
        std::vector<Expr> parts;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            if (!inside[i]) continue;
            const std::size_t first = i;
            while (i + 1 < inside.size() && inside[i + 1]) ++i;
            if (parts.size() == most_parts) return std::nullopt;
            parts.push_back(interval(first, i));
        }
        return joined(pool_, Op::logic_or, parts);
    }

private:
    std::optional<Expr> all_but_points(const std::vector<bool>& inside) {
        std::vector<Expr> parts;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            if (inside[i]) continue;
            if (i % 2 == 0 || parts.size() == most_parts) return std::nullopt;
            parts.push_back(pool_.make(Op::not_equal, {x_, number(i)}));
        }
        if (parts.empty()) return truth_true;
        return joined(pool_, Op::logic_and, parts);
    }

    Expr interval(std::size_t first, std::size_t last) {
        if (first == last && first % 2 == 1) return pool_.make(Op::equal, {x_, number(first)});
        std::vector<Expr> ends;
        const auto relation = [](std::size_t place) { return place % 2 == 1 ? Op::less_equal : Op::less; };
        if (first > 0) ends.push_back(pool_.make(relation(first), {number(first - (first % 2 == 0)), x_}));
        if (last + 1 < count()) ends.push_back(pool_.make(relation(last), {x_, number(last + (last % 2 == 0))}));
        return joined(pool_, Op::logic_and, ends);
    }

    Pool& pool_;
    Expr x_;
    const DividedLine& line_;
};

class DomainsOnLine {
public:
    DomainsOnLine(Pool& pool, const DividedLine& line, Expr x) : pool_(pool), places_(pool, x, line) {}

    std::optional<DomainComparison> compare(Expr f, Expr g, std::span<const Expr> within,
                                            std::span<const Expr> conditions) {
        std::vector<bool> both, left, right;
        for (std::size_t i = 0; i < places_.count(); ++i) {
            point_ = places_.point(i);
            const bool counts = std::ranges::all_of(within, [&](Expr e) { return defined(e); }) &&
                                std::ranges::all_of(conditions, [&](Expr c) { return holds(c); });
            const bool a = counts && defined(f), b = counts && defined(g);
            both.push_back(a && b), left.push_back(a && !b), right.push_back(b && !a);
        }
        if (!decided_) return std::nullopt;
        DomainComparison result;
        if (const auto condition = places_.condition(both); condition && *condition != truth_true)
            result.both = {*condition};
        add(left, result.only_left, result.left_where);
        add(right, result.only_right, result.right_where);
        result.relation = relation_of(result);
        if (result.relation == Domains::unknown) result.relation = Domains::same;
        return result;
    }

private:
    bool defined(Expr e) {
        const Definedness d = evaluate(pool_, e, point_, 1).definedness;
        decided_ = decided_ && d != Definedness::unknown;
        return d == Definedness::defined;
    }

    bool holds(Expr condition) {
        const auto truth = holds_at(pool_, condition, point_);
        decided_ = decided_ && truth.has_value();
        return truth.value_or(false);
    }

    void add(const std::vector<bool>& alone, std::vector<Binding>& point, std::optional<Expr>& where) {
        const auto first = std::ranges::find(alone, true);
        if (first == alone.end()) return;
        point = places_.point(static_cast<std::size_t>(first - alone.begin()));
        where = places_.condition(alone);
    }

    Pool& pool_;
    Places places_;
    std::vector<Binding> point_;
    bool decided_ = true;
};

// Of one argument each but for these; of what has parameters the domain is told only in part.
bool is_known(Pool& pool, Expr call) {
    const Function f = pool.function(call);
    return pool.args(call).size() == 1 || f == Function::min || f == Function::max;
}

bool is_known(Pool& pool, Expr base, Expr exponent) {
    return pool.is_number(exponent) || (pool.is_constant(base) && pool.range(base).is_positive());
}

}  // namespace

bool has_known_domain(Pool& pool, std::span<const Expr> roots) {
    if (has_pieces(pool, roots) || has_jumps(pool, roots)) return false;
    return std::ranges::all_of(reachable(pool, roots), [&](Expr e) {
        switch (pool.op(e)) {
            case Op::call:
                return is_known(pool, e);
            case Op::power:
                return is_known(pool, pool.args(e)[0], pool.args(e)[1]);
            case Op::product:
                return std::ranges::all_of(pool.pairs(e),
                                           [&](const Pair& p) { return is_known(pool, p.first, p.second); });
            default:
                return pool.op(e) < Op::infinity || pool.op(e) == Op::sum;
        }
    });
}

std::optional<DomainComparison> compare_domains_on_line(Pool& pool, Expr f, Expr g, std::span<const Expr> within,
                                                        std::span<const Expr> conditions) {
    std::vector<Expr> roots = {f, g};
    roots.insert(roots.end(), within.begin(), within.end());
    if (!has_known_domain(pool, roots)) return std::nullopt;
    std::vector<Expr> all = domain_conditions(pool, roots);
    all.insert(all.end(), conditions.begin(), conditions.end());
    roots.insert(roots.end(), conditions.begin(), conditions.end());
    const std::vector<Expr> names = variables(pool, roots);
    if (names.size() != 1) return std::nullopt;
    const auto line = divide_line_by(pool, all, {}, names[0]);
    if (!line || std::ranges::any_of(line->roots, [](const auto& root) { return !root; })) return std::nullopt;
    return DomainsOnLine(pool, *line, names[0]).compare(f, g, within, conditions);
}

}  // namespace pdiff
