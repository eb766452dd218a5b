// Constants as exact numbers in fields that Calcium builds for them: Johansson, "Calcium: computing in exact real and
// complex fields", 2021.
#include <algorithm>
#include <memory>
#include <vector>

#include "numeric/calcium.h"
#include "numeric/value.hpp"
#include "pdiff/evaluate.hpp"

namespace pdiff {
namespace {

constexpr std::size_t most_operations = 300;
constexpr std::size_t most_number_bits = 2048;

struct FunctionOfCalcium {
    Function function;
    pdiff_exact_function exact;
};
// Where the argument is in the real domain, Calcium's principal values are the real ones.
constexpr FunctionOfCalcium functions_of_calcium[] = {
    {Function::log, pdiff_exact_log},     {Function::sin, pdiff_exact_sin},     {Function::cos, pdiff_exact_cos},
    {Function::tan, pdiff_exact_tan},     {Function::cot, pdiff_exact_cot},     {Function::asin, pdiff_exact_asin},
    {Function::acos, pdiff_exact_acos},   {Function::atan, pdiff_exact_atan},   {Function::abs, pdiff_exact_abs},
    {Function::sign, pdiff_exact_sign},   {Function::floor, pdiff_exact_floor}, {Function::erf, pdiff_exact_erf},
    {Function::gamma, pdiff_exact_gamma},
};

struct Free {
    void operator()(pdiff_exact_numbers* numbers) const { pdiff_exact_free(numbers); }
};

class Constant {
public:
    Constant(const Pool& pool, Expr root)
        : pool_(pool), order_(reachable(pool, root)), numbers_(pdiff_exact_new(order_.size())) {}

    // Nothing where an operation is none that Calcium knows, or there are too many.
    std::optional<bool> is_zero() {
        if (order_.size() > most_operations || !numbers_) return std::nullopt;
        for (std::size_t i = 0; i < order_.size(); ++i)
            if (!set(i, order_[i])) return std::nullopt;
        const int known = pdiff_exact_is_zero(numbers_.get(), order_.size() - 1);
        return known < 0 ? std::nullopt : std::optional(known == 1);
    }

private:
    std::size_t at(Expr e) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(order_, e) - order_.begin());
    }

    bool set(std::size_t to, Expr e) {
        const std::span<const Expr> args = pool_.args(e);
        switch (pool_.op(e)) {
            case Op::number:
                return set_number(to, pool_.number(e));
            case Op::pi:
                pdiff_exact_set_pi(numbers_.get(), to);
                return true;
            case Op::euler:
                pdiff_exact_set_e(numbers_.get(), to);
                return true;
            case Op::sum:
                pdiff_exact_set(numbers_.get(), to, at(args[0]));
                for (const Pair& p : pool_.pairs(e))
                    pdiff_exact_add_product(numbers_.get(), to, at(p.first), at(p.second));
                return true;
            case Op::product:
                pdiff_exact_set(numbers_.get(), to, at(args[0]));
                for (const Pair& p : pool_.pairs(e)) multiply_power(to, p.first, p.second);
                return true;
            case Op::power:
                set_number(to, 1);
                multiply_power(to, args[0], args[1]);
                return true;
            case Op::call:
                return apply(to, pool_.function(e), args);
            default:
                return false;
        }
    }

    bool set_number(std::size_t to, const Number& number) {
        if (number.bits() > most_number_bits) return false;
        Rational value;
        pdiff::set(value, number);
        pdiff_exact_set_rational(numbers_.get(), to, value);
        return true;
    }

    void multiply_power(std::size_t to, Expr base, Expr exponent) {
        pdiff_exact_multiply_power(numbers_.get(), to, at(base), at(exponent), base == euler);
    }

    bool apply(std::size_t to, Function function, std::span<const Expr> args) {
        const auto row = std::ranges::find(functions_of_calcium, function, &FunctionOfCalcium::function);
        if (row == std::end(functions_of_calcium) || args.size() != 1) return false;
        pdiff_exact_apply(numbers_.get(), to, row->exact, at(args[0]));
        return true;
    }

    const Pool& pool_;
    std::vector<Expr> order_;
    std::unique_ptr<pdiff_exact_numbers, Free> numbers_;
};

}  // namespace

std::optional<bool> is_zero_constant(Pool& pool, Expr constant) {
    if (!pool.is_constant(constant)) return std::nullopt;
    return Constant(pool, constant).is_zero();
}

}  // namespace pdiff
