#include "pdiff/evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "numeric/decimal.hpp"
#include "numeric/digits.hpp"
#include "numeric/steps.hpp"
#include "pdiff/error.hpp"

namespace pdiff {
namespace {

constexpr slong least_bits = 64;

slong bits_for(std::size_t digits) { return slong(double(digits) * 3.33) + 16; }

// A tape and its values at growing precision.
class Evaluator {
public:
    Evaluator(const Pool& pool, std::span<const Expr> roots, std::span<const Binding> point, slong first, slong limit)
        : tape_(make_tape(pool, roots, point)), limit_(std::max(first, limit)), next_(first) {}

    // False where the limit was reached.
    bool raise_precision() {
        if (precision_ == limit_) return false;
        precision_ = std::min(next_, limit_);
        next_ = 2 * precision_;
        run(tape_, values_, precision_);
        return true;
    }

    slong precision() const { return precision_; }
    const Value& root(std::size_t i) const { return values_[tape_.roots[i]]; }
    std::string cause(std::size_t i) const { return describe(tape_, values_, root(i).cause); }

private:
    Tape tape_;
    std::vector<Value> values_;
    slong limit_;
    slong next_;
    slong precision_ = 0;
};

bool is_final(const Value& v) { return v.status == Status::undefined || v.status == Status::unknowable; }

std::string reason(const Evaluator& evaluator, const Value& value) {
    switch (value.status) {
        case Status::undefined:
            return evaluator.cause(0);
        case Status::unknowable:
            return fmt::format("{} has no known value", evaluator.cause(0));
        case Status::undecided:
            return fmt::format("undecided at {} bits whether {} has a value", evaluator.precision(),
                               evaluator.cause(0));
        default:
            if (arb_contains_zero(value.ball)) {
                return fmt::format("undecided at {} bits whether the value is zero", evaluator.precision());
            }
            if (!is_printable(value)) return "a value too large or too near zero to be written";
            return fmt::format("the digits are not settled at {} bits", evaluator.precision());
    }
}

// The bits to which two enclosures agree: relative to their size, or absolute where both may be zero.
std::size_t agreement(const arb_t a, const arb_t b, slong precision) {
    Ball common;
    if (!arb_intersection(common, a, b, 2 * precision)) return 0;
    if (arb_is_exact(common)) return std::size_t(precision);
    slong bits = 0;
    if (arb_contains_zero(common)) {
        bits = -slong(std::min<double>(mag_get_d_log2_approx(arb_radref(common)), 0));
    } else {
        bits = arb_rel_accuracy_bits(common);
    }
    return std::size_t(std::clamp<slong>(bits, 0, precision));
}

std::string approximate(const Value& value, std::size_t digits, slong precision) {
    for (std::size_t n = digits; n > 0; --n) {
        if (auto s = decimal(value, n, precision)) return *s;
    }
    return {};
}

void write_values(Comparison& comparison, const Value& left, const Value& right, slong precision) {
    constexpr std::size_t fewest = 11;
    constexpr std::size_t most_exact = 5000;
    const auto most = left.is_exact && right.is_exact ? most_exact : std::size_t(double(precision) / 3.3);
    for (std::size_t digits = fewest;; digits += digits / 2) {
        if (left.status == Status::defined) comparison.left = approximate(left, digits, precision);
        if (right.status == Status::defined) comparison.right = approximate(right, digits, precision);
        if (without_zeros(comparison.left) != without_zeros(comparison.right) || digits >= most) return;
    }
}

// What is proved so far; overlap where nothing tells the two apart.
Relation relate(const Value& left, const Value& right) {
    const bool left_undefined = left.status == Status::undefined, right_undefined = right.status == Status::undefined;
    if (left_undefined && right_undefined) return Relation::both_undefined;
    if (left.status == Status::defined && right.status == Status::defined) {
        if (left.is_exact && right.is_exact && !fmpq_equal(left.exact, right.exact)) return Relation::different;
        return arb_overlaps(left.ball, right.ball) ? Relation::overlap : Relation::different;
    }
    if (left_undefined && right.status == Status::defined) return Relation::left_undefined;
    if (right_undefined && left.status == Status::defined) return Relation::right_undefined;
    return Relation::unknown;
}

}  // namespace

Evaluation evaluate(Pool& pool, Expr f, std::span<const Binding> point, std::size_t digits, Precision limit) {
    constexpr std::size_t most_digits = 1'000'000;
    if (digits == 0 || digits > most_digits) {
        throw Error(ErrorKind::limit, fmt::format("{} digits are out of range", digits), {},
                    fmt::format("from 1 to {} digits can be computed", most_digits));
    }
    if (is_condition(pool.op(f))) return {.digits = {}, .reason = "a condition has no number for its value"};
    const slong first = std::max(least_bits, bits_for(digits));
    Evaluator evaluator(pool, std::span(&f, 1), point, first, std::max(slong(limit.bits), first + least_bits));
    Evaluation result;
    while (evaluator.raise_precision()) {
        const Value& value = evaluator.root(0);
        if (is_final(value)) break;
        if (auto text = decimal(value, digits, evaluator.precision())) {
            return {.definedness = Definedness::defined, .digits = std::move(*text), .reason = {}};
        }
    }
    const Value& value = evaluator.root(0);
    if (value.status == Status::undefined) result.definedness = Definedness::undefined;
    result.reason = reason(evaluator, value);
    return result;
}

Comparison compare(Pool& pool, Expr f, Expr g, std::span<const Binding> point, Precision limit) {
    const Expr roots[] = {f, g};
    Evaluator evaluator(pool, roots, point, std::min(least_bits, slong(limit.bits)), slong(limit.bits));
    Comparison result;
    while (evaluator.raise_precision()) {
        const Value &left = evaluator.root(0), &right = evaluator.root(1);
        result.relation = relate(left, right);
        if (result.relation != Relation::overlap && result.relation != Relation::unknown) break;
        if (left.status == Status::unknowable || right.status == Status::unknowable) break;
    }
    const Value &left = evaluator.root(0), &right = evaluator.root(1);
    if (result.relation == Relation::overlap) {
        result.agreed_bits = agreement(left.ball, right.ball, evaluator.precision());
    }
    write_values(result, left, right, evaluator.precision());
    return result;
}

std::optional<int> sign_at(Pool& pool, Expr f, std::span<const Binding> point, Precision limit) {
    Evaluator evaluator(pool, std::span(&f, 1), point, least_bits, slong(limit.bits));
    while (evaluator.raise_precision()) {
        const Value& value = evaluator.root(0);
        if (is_final(value)) return {};
        if (value.status != Status::defined) continue;
        if (value.is_exact) return fmpq_sgn(value.exact);
        if (arb_is_zero(value.ball)) return 0;
        if (!arb_contains_zero(value.ball)) return arb_is_positive(value.ball) ? 1 : -1;
    }
    return {};
}

std::optional<bool> holds_at(Pool& pool, Expr condition, std::span<const Binding> point, Precision limit) {
    if (!is_condition(pool.op(condition))) {
        throw Error(ErrorKind::usage, "what should hold is not a condition", {}, "conditions compare: x > 0");
    }
    Evaluator evaluator(pool, std::span(&condition, 1), point, least_bits, slong(limit.bits));
    while (evaluator.raise_precision()) {
        const Value& value = evaluator.root(0);
        if (value.status == Status::defined) return value.truth;
        if (is_final(value)) return {};
    }
    return {};
}

}  // namespace pdiff
