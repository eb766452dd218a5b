// The means of a verdict, cheap ones first.
#include <algorithm>

#include "check/witness.hpp"
#include "pdiff/check.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

// Counts bound the work, so that the verdict is the same everywhere.
constexpr std::size_t first_points = 3;
constexpr std::size_t close_points = 12;
constexpr std::size_t evidence_points = 16;
constexpr std::size_t evidence_bits = 1024;

class Judge {
public:
    Judge(Pool& pool, Expr f, Expr g, const JudgeOptions& options) : pool_(pool), f_(f), g_(g), options_(options) {}

    Judgement decide(std::vector<Expr> within) {
        Witnesses witnesses(pool_, f_, g_, std::move(within), options_.conditions);
        if (auto w = witnesses.look(first_points)) return wrong(std::move(*w));
        if (is_zero(pool_, subtract(pool_, f_, g_)))
            return right(Method::normal_form, "the difference has the normal form 0");
        if (auto w = witnesses.look_closely(close_points)) return wrong(std::move(*w));
        Judgement result;
        result.never_defined = !witnesses.met_domain();
        if (options_.want_evidence && !result.never_defined) {
            std::optional<Witness> witness;
            result.evidence = witnesses.gather(evidence_points, evidence_bits, witness);
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

private:
    static Judgement wrong(Witness witness) {
        Judgement result;
        result.verdict = Verdict::wrong;
        result.method = Method::witness;
        result.witness = std::move(witness);
        return result;
    }

    Pool& pool_;
    Expr f_, g_;
    const JudgeOptions& options_;
};

}  // namespace

Judgement judge(Pool& pool, Expr f, Expr g, const JudgeOptions& options) {
    f = resolve_derivatives(pool, f);
    g = resolve_derivatives(pool, g);
    Judge judge(pool, f, g, options);
    if (f == g) return judge.right(Method::identical, "the same expression");
    Judgement result = judge.decide(options.within);
    if (result.verdict != Verdict::undecided || !result.never_defined || options.within.empty()) return result;
    result = judge.decide({});
    result.outside = true;
    return result;
}

}  // namespace pdiff
