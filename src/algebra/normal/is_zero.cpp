// Whether an expression is zero: its normal form over as few kernels as possible.
#include "algebra/fewer_functions.hpp"
#include "algebra/normal/normalizer.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

constexpr std::size_t zero_budget = 400'000;

bool proves_zero(Pool& pool, Expr f) {
    try {
        return normal::with_normalizer(pool, true, zero_budget,
                                       [&](normal::Normalizer& n) { return n.value(f).is_zero(); });
    } catch (const normal::OutOfBudget&) {
        return false;
    } catch (const Error& e) {
        if (e.kind == ErrorKind::undefined || e.kind == ErrorKind::limit) return false;
        throw;
    }
}

}  // namespace

bool is_zero(Pool& pool, Expr f) {
    if (f == zero) return true;
    if (pool.is_number(f)) return false;
    return proves_zero(pool, with_fewer_functions(pool, f));
}

}  // namespace pdiff
