// Verdicts with proof: whether two expressions are equal over the reals, and what shows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pdiff/evaluate.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {

enum class Verdict : std::uint8_t {
    right,      // proved equal wherever both are defined
    wrong,      // proved different: there is a witness
    undecided,  // neither; there may be evidence
};

// What decided.
enum class Method : std::uint8_t {
    none,         // nothing did
    identical,    // the same canonical form
    normal_form,  // the difference has the normal form 0
    sign_cells,   // on each piece of a division of the space by signs the difference is 0
    constants,    // both are the same exact number
    derivatives,  // equal derivatives on a connected piece, equal at a point of it
    witness,      // disjoint enclosures at a point
    domain,       // defined at different points, where that was asked to count
};

// A step of a proof: `from` was rewritten to `to` where the conditions hold.
struct ProofStep {
    std::string rule;
    Expr from{}, to{};
    std::vector<Expr> conditions;
};

// A rational point inside both domains, with decimal digits, all proved, that tell the values apart.
struct Witness {
    std::vector<Binding> point;
    std::string left, right;  // empty: defined on the other side alone
};

// Where the sides are defined, as far as it differs.
enum class Domains : std::uint8_t { unknown, same, left_larger, right_larger, differ };
struct DomainComparison {
    Domains relation = Domains::unknown;
    std::vector<Expr> both;          // conditions under which both are defined; empty: everywhere, or not known
    std::vector<Binding> only_left;  // a point where the left side alone is defined, if one was met
    std::vector<Binding> only_right;
    std::optional<Expr> left_where,
        right_where;  // conditions under which one side alone is defined, where they are known
};

// Not a proof: enclosures that overlap at rational points.
struct Evidence {
    std::size_t points = 0;
    std::size_t digits = 0;  // agreed at every one of them
};

struct Judgement {
    Verdict verdict = Verdict::undecided;
    Method method = Method::none;
    std::vector<ProofStep> certificate;
    std::optional<Witness> witness;
    Evidence evidence;
    DomainComparison domain;
    bool never_defined = false;  // no point was found where both have real values
    bool outside = false;        // none where all of `within` has; what is said holds where the two alone are defined
};

struct JudgeOptions {
    std::vector<Expr> within =
        {};  // expressions that must have real values where values are compared: the function itself
    std::vector<Expr> conditions = {};  // that must hold there: assumptions, where a rule of differentiation applies
    bool same_domain = false;           // equal values on different domains are wrong
    bool want_evidence = true;          // gather it where nothing is proved
    bool want_domains = true;           // compare the domains of what is equal
    bool want_certificate = true;       // the steps of the proof
};

// Whether f and g are equal over the reals wherever both are defined and the pool's assumptions hold. Vectors and
// equations are not taken apart here. Work is bounded by counts; the verdict is the same on every machine.
Judgement judge(Pool& pool, Expr f, Expr g, const JudgeOptions& options = {});

// What is right, but defined at different points, becomes wrong.
void demand_same_domain(Pool& pool, Expr f, Expr g, Judgement& judgement);

}  // namespace pdiff
