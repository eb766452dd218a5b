#include "support/prove.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "explain/put_in.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/print.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::test {

namespace {

constexpr int tries = 60, enough = 3;
constexpr std::size_t agreed_bits = 40;

enum class Finding { equal, different, undecided };

Expr as_canonical(Pool& pool, Expr e) { return explain::put_in(pool, e, {}, {}, explain::Merge::all); }

// Near and far, of both signs, whole and broken.
std::vector<Binding> point(Pool& pool, std::span<const Expr> variables, std::mt19937_64& random, int attempt) {
    std::vector<Binding> bindings;
    for (const Expr v : variables) {
        const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(random() % n); };
        const std::int64_t size = attempt % 3 == 0 ? 40 : 200, least = attempt % 2 == 0 ? 1 : -size / 2;
        bindings.push_back(
            {v, pool.number(Number::fraction(least + below(static_cast<std::uint64_t>(size)), 1 + below(97)))});
    }
    return bindings;
}

Finding at_points(Pool& pool, Expr a, Expr b) {
    std::vector<Expr> all = variables(pool, a);
    for (const Expr v : variables(pool, b))
        if (std::ranges::find(all, v) == all.end()) all.push_back(v);
    std::mt19937_64 random(20'240);
    int agreed = 0;
    for (int i = 0; i < tries && agreed < enough; ++i) {
        const Comparison c = compare(pool, a, b, point(pool, all, random, i));
        if (c.relation == Relation::different) return Finding::different;
        agreed += c.relation == Relation::overlap && c.agreed_bits >= agreed_bits;
    }
    return agreed == enough ? Finding::equal : Finding::undecided;
}

Finding find(Pool& pool, Expr a, Expr b) {
    try {
        a = as_canonical(pool, a), b = as_canonical(pool, b);
        if (a == b || simplify(pool, a) == simplify(pool, b)) return Finding::equal;
        if (pool.op(a) == Op::vector && pool.op(b) == Op::vector) {
            const std::vector<Expr> x(pool.args(a).begin(), pool.args(a).end()),
                y(pool.args(b).begin(), pool.args(b).end());
            if (x.size() != y.size()) return Finding::different;
            for (std::size_t i = 0; i < x.size(); ++i)
                if (const Finding f = find(pool, x[i], y[i]); f != Finding::equal) return f;
            return Finding::equal;
        }
        if (is_zero(pool, subtract(pool, a, b))) return Finding::equal;
        return at_points(pool, a, b);
    } catch (const Error& e) {
        if (e.kind != ErrorKind::undefined && e.kind != ErrorKind::limit) throw;
        return Finding::undecided;
    }
}

class Prover {
public:
    explicit Prover(Pool& pool) : pool_(pool) {}

    void equal(Expr a, Expr b, std::string_view by) {
        switch (find(pool_, a, b)) {
            case Finding::equal:
                ++proofs.proved;
                return;
            case Finding::different:
                return note(proofs.refuted, a, b, by);
            case Finding::undecided:
                return note(proofs.undecided, a, b, by);
        }
    }

    void stage(const Stage& s) {
        for (std::size_t i = 1; i < s.preparation.size(); ++i)
            if (s.preparation[i].reason != "all on one side")
                equal(s.preparation[i - 1].result, s.preparation[i].result, s.preparation[i].reason);
        if (s.kind == StageKind::other_order) return equal(s.changes.back().result, s.result, "other order");
        for (const Step& step : s.steps) {
            equal(derivative_by_rules(pool_, step.of, {&s.variable, 1}), step.result, step.rule);
            if (step.put != step.result) equal(step.put, step.result, step.rule);
        }
        Expr now = s.steps.empty() ? s.of : s.steps.back().result;
        for (const Change& c : s.changes) equal(now, c.result, c.reason), now = c.result;
        equal(now, s.result, "the end");
    }

    Proofs proofs;

private:
    void note(std::vector<std::string>& list, Expr a, Expr b, std::string_view by) {
        list.push_back(fmt::format("{} -> {} by {}", print(pool_, a), print(pool_, b), by));
    }

    Pool& pool_;
};

}  // namespace

bool proved_equal(Pool& pool, Expr a, Expr b) { return find(pool, a, b) == Finding::equal; }

Proofs prove(Pool& pool, const Explanation& explanation) {
    Prover prover(pool);
    for (const Stage& s : explanation.stages) prover.stage(s);
    return prover.proofs;
}

}  // namespace pdiff::test
