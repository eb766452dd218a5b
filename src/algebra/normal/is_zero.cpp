// Whether an expression is zero: its normal form over as few kernels as possible.
#include <algorithm>

#include "algebra/fewer_functions.hpp"
#include "algebra/logarithms.hpp"
#include "algebra/normal/normalizer.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

constexpr std::size_t zero_budget = 400'000;

bool proves_zero(Pool& pool, normal::Lessons& lessons, Expr f) {
    try {
        return normal::with_normalizer(pool, lessons, true, zero_budget,
                                       [&](normal::Normalizer& n) { return n.value(f).is_zero(); });
    } catch (const normal::OutOfBudget&) {
        return false;
    } catch (const Error& e) {
        if (e.kind == ErrorKind::undefined || e.kind == ErrorKind::limit) return false;
        throw;
    }
}

bool proves_zero(Pool& pool, Expr f) {
    normal::Lessons lessons;
    if (proves_zero(pool, lessons, f)) return true;
    if (!lessons.angles_overlap) return false;
    normal::Lessons apart;
    apart.angles_apart = true;
    return proves_zero(pool, apart, f);
}

// log|sec(x) + tan(x)| + log|sec(x) - tan(x)|: the logarithms have values, so their arguments are positive.
bool proves_by_logarithms(Pool& pool, Expr f) {
    if (!pool.called()[static_cast<std::size_t>(Function::log)]) return false;
    std::vector<Expr> zeros;
    const auto rest = without_logarithms(pool, f, zeros);
    if (!rest) return false;
    zeros.push_back(*rest);
    return std::ranges::all_of(zeros, [&](Expr z) { return z == zero || proves_zero(pool, z); });
}

}  // namespace

bool is_zero(Pool& pool, Expr f) {
    if (f == zero) return true;
    if (pool.is_number(f)) return false;
    const Expr fewer = with_fewer_functions(pool, f);
    return proves_zero(pool, fewer) || proves_by_logarithms(pool, fewer);
}

}  // namespace pdiff
