// Candidates for the form of an expression: the shortest one wins, at a tie the first.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "algebra/forms/measure.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

class Shortest {
public:
    Shortest(Pool& pool, Expr f, MeasureScratch& scratch)
        : pool_(pool), scratch_(scratch), best_(f), cost_(measure(pool, f, scratch)), first_(cost_.length) {}

    void offer(Expr candidate) {
        const Measure m = take(candidate);
        nearest_ = std::min(nearest_, m.length);
        if (m.length > cost_.length + 2 || pool_.op(candidate) != Op::product ||
            pool_.number(pool_.lead(candidate)).sign() > 0)
            return;
        // -(x - 1)/y as (1 - x)/y, -sign(x - 1) as sign(1 - x).
        for (std::size_t i = 0; i < pool_.pairs(candidate).size(); ++i) {
            std::vector<Pair> powers(pool_.pairs(candidate).begin(), pool_.pairs(candidate).end());
            Expr& base = powers[i].first;
            const bool is_sign = pool_.op(base) == Op::call && pool_.function(base) == Function::sign;
            const Expr u = is_sign ? pool_.args(base)[0] : base;
            if (pool_.op(u) != Op::sum || !pool_.is_number(powers[i].second) ||
                !pool_.number(powers[i].second).is_odd())
                continue;
            base = is_sign ? call(pool_, Function::sign, {negate(pool_, u)}) : negate(pool_, u);
            take(product_of_powers(pool_, pool_.number(-pool_.number(pool_.lead(candidate))), powers));
        }
    }
    Expr best() const { return best_; }
    MeasureScratch& scratch() { return scratch_; }
    // Whether the candidates so far are so long that no variation of theirs will be short.
    bool hopeless() const { return nearest_ > first_ + first_ / 2 + 8; }

private:
    Measure take(Expr candidate) {
        if (candidate == best_) return cost_;
        if (std::ranges::find(seen_, candidate) != seen_.end()) return {SIZE_MAX, 0, 0};
        seen_.push_back(candidate);
        const Measure m = measure(pool_, candidate, scratch_);
        if (m < cost_) best_ = candidate, cost_ = m;
        return m;
    }

    Pool& pool_;
    MeasureScratch& scratch_;
    std::vector<Expr> seen_;
    Expr best_;
    Measure cost_;
    std::size_t first_;               // the length at the start
    std::size_t nearest_ = SIZE_MAX;  // of the candidates
};

}  // namespace pdiff
