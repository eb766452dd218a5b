#include "check/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "algebra/fewer_functions.hpp"
#include "check/cell.hpp"
#include "check/signed_factors.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_visits = 96;  // of cells and of what lies above them
constexpr std::size_t most_operations = 4000;
constexpr std::int64_t most_degree = 12;

class Cases {
public:
    Cases(Pool& pool, Expr f, Expr g, std::span<const Expr> within, std::span<const Expr> conditions)
        : pool_(pool), factoring_(pool) {
        std::vector<Expr> roots = {f, g};
        for (const Expr e : within) roots.push_back(canonical(pool, e));
        const Expr fewer = with_fewer_functions(pool, pool.make(Op::vector, roots));
        for (std::size_t i = 0; i < roots.size(); ++i) roots[i] = simplify(pool, pool.args(fewer)[i]);
        roots.insert(roots.end(), conditions.begin(), conditions.end());
        free_of_roots_of_variables(roots);
        f_ = roots[0], g_ = roots[1];
        conditions_.assign(roots.end() - static_cast<std::ptrdiff_t>(conditions.size()), roots.end());
        order_ = reachable(pool, roots);
    }

    std::optional<CellProof> prove() {
        if (order_.size() > most_operations) return std::nullopt;
        std::vector<Signs> open = {given_};
        for (std::size_t visits = 0; !open.empty(); ++visits) {
            if (visits == most_visits) return std::nullopt;
            const Signs signs = std::move(open.back());
            open.pop_back();
            if (!visit(signs, open)) return std::nullopt;
        }
        if (proof_.cells.size() == substitutions_) return std::nullopt;
        std::ranges::sort(proof_.boundaries);
        proof_.boundaries.erase(std::ranges::unique(proof_.boundaries).begin(), proof_.boundaries.end());
        return std::move(proof_);
    }

private:
    // Where x^(1/q) occurs, x is not negative: with x = t^q and t > 0 its roots are polynomials.
    void free_of_roots_of_variables(std::vector<Expr>& roots) {
        if (has_pieces(pool_, roots)) return;
        std::map<Expr, std::int64_t> degrees;
        const auto look = [&](Expr base, Expr exponent) {
            if (pool_.op(base) != Op::symbol || !pool_.is_number(exponent)) return;
            const auto q = pool_.number(exponent).denominator().to_int();
            if (!q || *q == 1 || *q > most_degree) return;
            std::int64_t& degree = degrees.try_emplace(base, 1).first->second;
            degree = std::lcm(degree, *q);
        };
        for (const Expr e : reachable(pool_, roots)) {
            if (pool_.op(e) == Op::power) look(pool_.args(e)[0], pool_.args(e)[1]);
            if (pool_.op(e) == Op::product)
                for (const Pair& p : pool_.pairs(e)) look(p.first, p.second);
        }
        std::vector<Expr> from, to;
        for (const auto& [x, degree] : degrees) {
            if (degree > most_degree) continue;
            const Expr t = pool_.symbol(fmt::format("{}_root{}", pool_.name(x), degree));
            given_.assume(t, 1);
            from.push_back(x), to.push_back(power(pool_, t, pool_.number(Number(degree))));
            proof_.cells.push_back({"substitution", x, to.back(), {}});
        }
        if (from.empty()) return;
        // With t > 0 known, (t^q)^(1/q) is t: by the cells.
        for (Expr& root : roots) root = substitute(pool_, root, from, to);
        substitutions_ = from.size();
    }

    // False where the two are not shown to be equal there.
    bool visit(const Signs& signs, std::vector<Signs>& open) {
        Cell cell(pool_, factoring_, signs, order_);
        switch (cell.run()) {
            case Cell::Outcome::lost:
                return false;
            case Cell::Outcome::empty:
                add_boundaries(cell);
                return true;
            case Cell::Outcome::open:
                for (const int sign : {-1, 1}) {
                    open.push_back(signs);
                    open.back().assume(cell.missing(), sign);
                }
                return true;
            case Cell::Outcome::reached:
                break;
        }
        for (const Expr condition : conditions_)
            if (cell[condition] == truth_false) return true;
        const Expr f = cell[f_], g = cell[g_];
        if (!is_zero(pool_, subtract(pool_, f, g))) return false;
        proof_.cells.push_back({"cell", f, g, conditions(signs)});
        add_boundaries(cell);
        return true;
    }

    void add_boundaries(const Cell& cell) {
        proof_.boundaries.insert(proof_.boundaries.end(), cell.boundaries().begin(), cell.boundaries().end());
    }

    std::vector<Expr> conditions(const Signs& signs) {
        std::vector<Expr> result;
        for (const auto& [factor, sign] : signs.all()) {
            const Expr up[] = {zero, factor}, down[] = {factor, zero};
            result.push_back(rebuild(pool_, Op::less, sign > 0 ? up : down));
        }
        return result;
    }

    Pool& pool_;
    Factoring factoring_;
    Expr f_{}, g_{};
    std::vector<Expr> conditions_, order_;
    Signs given_;
    std::size_t substitutions_ = 0;
    CellProof proof_;
};

}  // namespace

std::optional<CellProof> prove_by_cells(Pool& pool, Expr f, Expr g, std::span<const Expr> within,
                                        std::span<const Expr> conditions) {
    return Cases(pool, f, g, within, conditions).prove();
}

}  // namespace pdiff
