#include "rewrite/pattern.hpp"

#include <algorithm>

#include "expr/small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_attempts = 5000;  // of one search: a sum of n terms has n² pairs

// coefficient * Π base^exponent of any expression.
struct Factors {
    Number coefficient = 1;
    SmallVector<Pair> pairs;
};

Factors factors_of(const Pool& pool, Expr f) {
    Factors result;
    if (pool.op(f) == Op::number) {
        result.coefficient = pool.number(f);
    } else if (pool.op(f) == Op::product) {
        result.coefficient = pool.number(pool.lead(f));
        for (const Pair& p : pool.pairs(f)) result.pairs.push_back(p);
    } else if (pool.op(f) == Op::power) {
        result.pairs.push_back({pool.args(f)[0], pool.args(f)[1]});
    } else {
        result.pairs.push_back({f, one});
    }
    return result;
}

}  // namespace

Pattern::Pattern(const Pool& rules, Expr root, std::span<const Expr> letters) : shape_(pdiff::shape(rules, root)) {
    std::vector<std::uint32_t> node_of(index(root) + 1);
    for (const Expr e : reachable(rules, root)) {
        node_of[index(e)] = static_cast<std::uint32_t>(nodes_.size());
        Node n{.op = rules.op(e), .function = rules.function(e), .number = {}};
        if (const auto found = std::ranges::find(letters, e); found != letters.end()) {
            n.letter = static_cast<std::uint32_t>(found - letters.begin());
            const char c = rules.name(e)[0];
            n.kind = c == 'c'               ? Letter::number
                     : c == 'n' || c == 'm' ? Letter::integer
                     : c == 'w'             ? Letter::rest
                                            : Letter::any;
        }
        if (n.op == Op::number) n.number = rules.number(e);
        n.first = static_cast<std::uint32_t>(operands_.size());
        for (const Expr a : rules.args(e)) operands_.push_back(node_of[index(a)]);
        n.count = static_cast<std::uint32_t>(operands_.size()) - n.first;
        nodes_.push_back(std::move(n));
    }
    root_ = node_of[index(root)];
    const Node& r = nodes_[root_];
    if (r.op == Op::sum) {
        constant_ = nodes_[operand(r, 0)].number;
        for (std::uint32_t i = 1; i < r.count; i += 2) {
            terms_.push_back(as_term(operand(r, i), nodes_[operand(r, i + 1)].number));
            terms_.back().shape = pdiff::shape(rules, rules.args(root)[i]);
        }
        std::ranges::stable_sort(terms_, std::ranges::greater{}, [](const Term& t) { return t.factors.size(); });
    } else if (r.op == Op::product || r.op == Op::power) {
        terms_.push_back(as_term(root_, 1));
    }
}

Pattern::Term Pattern::as_term(std::uint32_t node, const Number& coefficient) const {
    Term term{.coefficient = coefficient, .rest = {}, .factors = {}, .shape = {}};
    const Node& n = nodes_[node];
    // The node of the number 1: an exponent that is not written.
    const auto add = [&](std::uint32_t base, std::uint32_t exponent) {
        if (nodes_[base].kind == Letter::rest)
            term.rest = nodes_[base].letter;
        else
            term.factors.push_back({base, exponent});
    };
    if (n.op == Op::product) {
        term.coefficient = term.coefficient * nodes_[operand(n, 0)].number;
        for (std::uint32_t i = 1; i < n.count; i += 2) add(operand(n, i), operand(n, i + 1));
    } else if (n.op == Op::power) {
        add(operand(n, 0), operand(n, 1));
    } else {
        add(node, UINT32_MAX);
    }
    // Letters match anything, so they come after what binds them.
    std::ranges::stable_sort(term.factors, {}, [&](const Factor& f) { return nodes_[f.base].kind != Letter::none; });
    return term;
}

// Recursion follows the pattern, which a rule's author wrote, never the expression.
class Pattern::Search {
public:
    Search(const Pattern& pattern, Pool& pool) : pattern_(pattern), pool_(pool) { bindings_.fill(unbound); }

    std::optional<Match> run(Expr f) {
        Expr rest = one;
        switch (pattern_.op()) {
            case Op::sum: {
                const auto left = match_sum(f);
                if (!left) return std::nullopt;
                rest = *left;
                break;
            }
            case Op::product:
            case Op::power:
                if (!match_term(pattern_.terms_[0], factors_of(pool_, f), &rest)) return std::nullopt;
                break;
            default:
                if (!match_node(pattern_.root_, f)) return std::nullopt;
        }
        return Match{bindings_, rest};
    }

private:
    bool bind(std::uint32_t letter, Expr value) {
        if (bindings_[letter] == unbound) bindings_[letter] = value;
        return bindings_[letter] == value;
    }

    bool match_node(std::uint32_t node, Expr e) {
        const Node& n = pattern_.nodes_[node];
        switch (n.kind) {
            case Letter::none:
                break;
            case Letter::number:
                return pool_.is_number(e) && bind(n.letter, e);
            case Letter::integer:
                return pool_.is_number(e) && pool_.number(e).is_integer() && bind(n.letter, e);
            default:
                return bind(n.letter, e);
        }
        switch (n.op) {
            case Op::number:
                return pool_.is_number(e) && pool_.number(e) == n.number;
            case Op::product:
                return match_term(pattern_.as_term(node, 1), factors_of(pool_, e), nullptr);
            default:
                break;
        }
        if (pool_.op(e) != n.op || pool_.function(e) != n.function || pool_.args(e).size() != n.count) return false;
        for (std::uint32_t i = 0; i < n.count; ++i)
            if (!match_node(pattern_.operand(n, i), pool_.args(e)[i])) return false;
        return true;
    }

    // The exponent left over after the pattern took its part of base^exponent.
    std::optional<Expr> match_exponent(std::uint32_t node, Expr exponent, bool partial) {
        if (node == UINT32_MAX ? exponent == one : match_node(node, exponent)) return zero;
        if (!partial || (node != UINT32_MAX && pattern_.nodes_[node].op != Op::number)) return std::nullopt;
        const Number wanted = node == UINT32_MAX ? Number(1) : pattern_.nodes_[node].number;
        if (!wanted.is_integer() || !pool_.is_number(exponent) || !pool_.number(exponent).is_integer())
            return std::nullopt;
        const Number left = pool_.number(exponent) - wanted;
        if (left.sign() != wanted.sign()) return std::nullopt;
        return pool_.number(left);
    }

    // Takes the factors of `term` from i on out of `subject`; `rest` receives what is left, or nothing may be left.
    bool match_term(const Term& term, Factors subject, Expr* rest, std::size_t i = 0) {
        if (++attempts_ > most_attempts) return false;
        const bool partial = rest != nullptr || term.rest.has_value();
        if (i == term.factors.size()) return finish_term(term, subject, rest);
        for (std::size_t k = 0; k < subject.pairs.size(); ++k) {
            const Bindings saved = bindings_;
            const Pair taken = subject.pairs[k];
            if (match_node(term.factors[i].base, taken.first))
                if (const auto left = match_exponent(term.factors[i].exponent, taken.second, partial)) {
                    Factors remaining = subject;
                    remaining.pairs[k].second = *left;
                    if (match_term(term, remaining, rest, i + 1)) return true;
                }
            bindings_ = saved;
        }
        return false;
    }

    bool finish_term(const Term& term, Factors& subject, Expr* rest) {
        const Number coefficient = subject.coefficient / term.coefficient;
        std::size_t kept = 0;
        for (std::size_t k = 0; k < subject.pairs.size(); ++k)
            if (subject.pairs[k].second != zero) subject.pairs[kept++] = subject.pairs[k];
        subject.pairs.shrink(kept);
        if (!term.rest && rest == nullptr) return subject.pairs.empty() && coefficient.is_one();
        const Expr left = product_of_powers(pool_, pool_.number(coefficient), subject.pairs);
        if (term.rest) return bind(*term.rest, left);
        *rest = left;
        return true;
    }

    std::optional<Expr> match_sum(Expr f) {
        if (pool_.op(f) != Op::sum) return std::nullopt;
        subject_.assign(pool_.pairs(f));
        for (const Pair& p : subject_.all()) shapes_.push_back(pdiff::shape(pool_, p.first));
        constant_ = pool_.number(pool_.lead(f));
        if (!pattern_.constant_.is_zero()) {
            if (constant_ != pattern_.constant_) return std::nullopt;
            constant_ = 0;
        }
        if (!match_terms(0)) return std::nullopt;
        subject_.push_back({pool_.number(constant_), one});
        return sum_of_multiples(pool_, subject_);
    }

    bool match_terms(std::size_t i) {
        if (i == pattern_.terms_.size()) return true;
        const Term& term = pattern_.terms_[i];
        if (term.factors.empty()) return take_bound(term) && match_terms(i + 1);
        for (std::size_t k = 0; k < subject_.size(); ++k) {
            if (subject_[k].second == zero || !shapes_[k].covers(term.shape)) continue;
            const Bindings saved = bindings_;
            Factors factors = factors_of(pool_, subject_[k].first);
            factors.coefficient = factors.coefficient * pool_.number(subject_[k].second);
            if (match_term(term, factors, nullptr)) {
                const Expr coefficient = subject_[k].second;
                subject_[k].second = zero;
                if (match_terms(i + 1)) return true;
                subject_[k].second = coefficient;
            }
            bindings_ = saved;
        }
        return false;
    }

    // The term c*w with w known: it must be there as it is.
    bool take_bound(const Term& term) {
        const Expr w = term.rest ? bindings_[*term.rest] : unbound;
        if (w == unbound) return false;
        if (pool_.is_number(w)) {
            if (constant_ != term.coefficient * pool_.number(w)) return false;
            constant_ = 0;
            return true;
        }
        Factors wanted = factors_of(pool_, w);
        const Expr coefficient = pool_.number(wanted.coefficient * term.coefficient);
        const Expr base = product_of_powers(pool_, one, wanted.pairs);
        for (Pair& p : subject_.all())
            if (p.first == base && p.second == coefficient) {
                p.second = zero;
                return true;
            }
        return false;
    }

    const Pattern& pattern_;
    Pool& pool_;
    Bindings bindings_;
    SmallVector<Pair> subject_;
    SmallVector<Shape> shapes_;  // of the subject's terms
    Number constant_;
    std::size_t attempts_ = 0;
};

// Whether what the pattern names as a factor, pi in w*pi, is one.
bool Pattern::factors_may_fit(const Pool& pool, const Node& product, Expr e) const {
    const Factors factors = factors_of(pool, e);
    for (std::uint32_t i = 1; i < product.count; i += 2) {
        const Node& n = nodes_[operand(product, i)];
        if (n.kind != Letter::none || n.op == Op::number) continue;
        const auto is_it = [&](const Pair& p) { return pool.op(p.first) == n.op; };
        if (std::ranges::none_of(factors.pairs.all(), is_it)) return false;
    }
    return true;
}

bool Pattern::heads_fit(const Pool& pool, Expr call) const {
    const Node& r = nodes_[root_];
    const auto args = pool.args(call);
    if (args.size() != r.count) return false;
    for (std::uint32_t i = 0; i < r.count; ++i) {
        const Node& n = nodes_[operand(r, i)];
        if (n.op == Op::product && !factors_may_fit(pool, n, args[i])) return false;
        if (n.kind != Letter::none || n.op == Op::product) continue;  // 2*u fits u too
        if (pool.op(args[i]) != n.op || pool.function(args[i]) != n.function) return false;
    }
    return true;
}

std::optional<Match> Pattern::match(Pool& pool, Expr f) const {
    if (op() == Op::call && (pool.op(f) != Op::call || !heads_fit(pool, f))) return std::nullopt;
    return Search(*this, pool).run(f);
}

}  // namespace pdiff
