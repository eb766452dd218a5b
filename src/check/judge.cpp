// The means of a verdict, cheap ones first.
#include <algorithm>

#include "algebra/fewer_functions.hpp"
#include "check/assumed.hpp"
#include "check/cell.hpp"
#include "check/cells.hpp"
#include "check/compare_domains.hpp"
#include "check/pieces.hpp"
#include "check/unknowns.hpp"
#include "check/witness.hpp"
#include "pdiff/check.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

// Counts bound the work, so that the verdict is the same everywhere.
constexpr std::size_t first_points = 3;
struct Effort {
    std::size_t close_points, evidence_points, evidence_bits;
};
constexpr Effort elementary = {12, 16, 1024};
constexpr Effort special = {4, 8, 256};        // functions that have no value in doubles
constexpr Effort hypergeometric = {2, 2, 64};  // of several variables: an enclosure takes milliseconds
constexpr int most_boundaries_deep = 3;

class Judge {
public:
    Judge(Pool& pool, Expr f, Expr g, const JudgeOptions& options, int depth)
        : pool_(pool), f_(f), g_(g), options_(options), depth_(depth) {}

    Judgement decide(const std::vector<Expr>& within) {
        Witnesses witnesses(pool_, f_, g_, within, options_.conditions);
        const Effort effort = pool_.called()[static_cast<std::size_t>(Function::appellf1)] ? hypergeometric
                              : witnesses.knows_doubles()                                  ? elementary
                                                                                           : special;
        if (auto w = witnesses.look(first_points)) return wrong(std::move(*w));
        if (is_zero(pool_, subtract(pool_, f_, g_))) return by_normal_form();
        if (auto w = witnesses.look_closely(effort.close_points)) return wrong(std::move(*w));
        if (auto proved = prove(within)) return std::move(*proved);
        Judgement result;
        result.never_defined = !witnesses.met_domain();
        if (options_.want_evidence && !result.never_defined) {
            std::optional<Witness> witness;
            result.evidence = witnesses.gather(effort.evidence_points, effort.evidence_bits, witness);
            if (witness) return wrong(std::move(*witness));
        }
        return result;
    }

    Judgement right(Method method, std::string rule) const {
        Judgement result;
        result.verdict = Verdict::right;
        result.method = method;
        if (options_.want_certificate) result.certificate = {{std::move(rule), f_, g_, {}}};
        return result;
    }

    Judgement with_domains(Judgement result) {
        if (!options_.want_domains && !options_.same_domain) return result;
        const std::span<const Expr> within = result.outside ? std::span<const Expr>() : std::span(options_.within);
        result.domain = compare_domains(pool_, f_, g_, within, options_.conditions);
        if (options_.same_domain) demand_same_domain(pool_, f_, g_, result);
        return result;
    }

private:
    Judgement by_normal_form() {
        Judgement result = right(Method::normal_form, "the difference is 0");
        if (!options_.want_certificate) return result;
        const Expr difference = subtract(pool_, f_, g_), fewer = with_fewer_functions(pool_, difference);
        if (fewer != difference) result.certificate.push_back({"functions in terms of others", difference, fewer, {}});
        result.certificate.push_back(
            {"one fraction, with sin^2 + cos^2 = 1, addition theorems, roots, exponentials of sums and sums of "
             "logarithms as powers",
             fewer,
             zero,
             {}});
        return result;
    }

    static Judgement wrong(Witness witness) {
        Judgement result;
        result.verdict = Verdict::wrong;
        result.method = Method::witness;
        result.witness = std::move(witness);
        return result;
    }

    std::optional<Judgement> prove(const std::vector<Expr>& within) {
        if (pool_.is_constant(f_) && pool_.is_constant(g_)) return prove_constants();
        if (auto proved = prove_cells(within)) return proved;
        auto steps = prove_by_pieces(pool_, f_, g_);
        if (!steps) return std::nullopt;
        Judgement result = right(Method::derivatives, "piece by piece");
        result.certificate.insert(result.certificate.end(), steps->begin(), steps->end());
        return result;
    }

    std::optional<Judgement> prove_constants() {
        const Expr difference = with_fewer_functions(pool_, subtract(pool_, f_, g_));
        if (!is_zero_constant(pool_, difference).value_or(false)) return std::nullopt;
        return right(Method::constants, "the difference is exactly 0 as an algebraic or transcendental number");
    }

    std::optional<Judgement> prove_cells(const std::vector<Expr>& within) {
        const auto proof = prove_by_cells(pool_, f_, g_, within, options_.conditions);
        if (!proof) return std::nullopt;
        Judgement result = right(Method::sign_cells, "case by case");
        result.certificate.insert(result.certificate.end(), proof->cells.begin(), proof->cells.end());
        for (const Expr boundary : proof->boundaries) {
            Judgement there = on_boundary(boundary, within);
            if (there.verdict == Verdict::undecided) return std::nullopt;
            if (there.verdict == Verdict::wrong) return there;
            result.certificate.insert(result.certificate.end(), there.certificate.begin(), there.certificate.end());
        }
        return result;
    }

    // f and g where `factor`, linear in one of its variables, is 0.
    Judgement on_boundary(Expr factor, const std::vector<Expr>& within) {
        if (depth_ == most_boundaries_deep) return {};
        for (const Expr v : variables(pool_, factor)) {
            const Expr slope = differentiate(pool_, factor, v);
            if (!pool_.is_number(slope) || slope == zero) continue;
            const Expr root = in_form(pool_, subtract(pool_, v, divide(pool_, factor, slope)), Form::expanded);
            return where(v, root, within);
        }
        return {};
    }

    Judgement where(Expr v, Expr root, const std::vector<Expr>& within) {
        const auto put = [&](Expr e) { return substitute(pool_, e, std::span(&v, 1), std::span(&root, 1)); };
        Judgement result;
        try {
            const Expr f = put(f_), g = put(g_);
            JudgeOptions options = options_;
            options.want_evidence = false;
            for (Expr& c : options.conditions) c = put(c);
            options.within.clear();
            for (const Expr w : within) options.within.push_back(put(w));
            if (pool_.is_constant(f) && pool_.is_constant(g) && has_no_value(f, g))
                return right(Method::sign_cells, "");
            Judge judge(pool_, f, g, options, depth_ + 1);
            result = f == g ? judge.right(Method::identical, "boundary") : judge.decide(options.within);
        } catch (const Error& e) {
            const Expr roots[] = {f_, g_};
            if (e.kind != ErrorKind::undefined || has_pieces(pool_, roots)) return {};
            return right(Method::sign_cells, "");
        }
        if (result.witness) add_coordinate(*result.witness, v, root);
        return result;
    }

    bool has_no_value(Expr f, Expr g) {
        const Relation relation = compare(pool_, f, g, {}).relation;
        return relation == Relation::left_undefined || relation == Relation::right_undefined ||
               relation == Relation::both_undefined;
    }

    void add_coordinate(Witness& witness, Expr v, Expr root) {
        std::vector<Expr> from, to;
        for (const Binding& b : witness.point) from.push_back(b.symbol), to.push_back(b.value);
        witness.point.push_back({v, substitute(pool_, root, from, to)});
    }

    Pool& pool_;
    Expr f_, g_;
    const JudgeOptions& options_;
    int depth_;
};

Judgement judge_defined(Pool& pool, Expr f, Expr g, const JudgeOptions& given) {
    JudgeOptions options = given;
    for (const Expr condition : assumed_conditions(pool)) options.conditions.push_back(condition);
    std::vector<Expr> roots = {resolve_derivatives(pool, f), resolve_derivatives(pool, g)};
    roots.insert(roots.end(), options.within.begin(), options.within.end());
    const Unknowns unknowns(pool, roots);
    for (Expr& root : roots) root = unknowns.replaced(root);
    for (Expr& condition : options.conditions) condition = unknowns.replaced(condition);
    const std::vector<Expr> apart = unknowns.conditions();
    options.conditions.insert(options.conditions.end(), apart.begin(), apart.end());
    options.within.assign(roots.begin() + 2, roots.end());
    f = roots[0], g = roots[1];

    Judge judge(pool, f, g, options, 0);
    if (f == g) {
        Judgement result = judge.right(Method::identical, "the same expression");
        result.domain.relation = Domains::same;
        if (options.want_domains) result.domain.both = compare_domains(pool, f, g, options.within, {}).both;
        return result;
    }
    Judgement result = judge.decide(options.within);
    if (result.verdict == Verdict::undecided && result.never_defined && !options.within.empty()) {
        result = judge.decide({});
        result.outside = true;
    }
    return result.verdict == Verdict::right ? judge.with_domains(std::move(result)) : result;
}

}  // namespace

void demand_same_domain(Pool& pool, Expr f, Expr g, Judgement& judgement) {
    const DomainComparison& d = judgement.domain;
    if (judgement.verdict != Verdict::right || (d.only_left.empty() && d.only_right.empty())) return;
    judgement.verdict = Verdict::wrong;
    judgement.method = Method::domain;
    judgement.witness = Witness{d.only_left.empty() ? d.only_right : d.only_left, "", ""};
    Witness& w = *judgement.witness;
    (d.only_left.empty() ? w.right : w.left) = evaluate(pool, d.only_left.empty() ? g : f, w.point, 6).digits;
}

Judgement judge(Pool& pool, Expr f, Expr g, const JudgeOptions& options) {
    try {
        return judge_defined(pool, f, g, options);
    } catch (const Error& e) {
        // A constant part without a value leaves none to the whole.
        if (e.kind != ErrorKind::undefined) throw;
        Judgement result;
        result.never_defined = true;
        return result;
    }
}

}  // namespace pdiff
