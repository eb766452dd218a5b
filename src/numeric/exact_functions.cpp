#include "numeric/exact_functions.hpp"

namespace pdiff {
namespace {

using Args = std::span<const Rational* const>;
using ExactFunction = bool (*)(Rational& result, Args args);

void floor(Rational& result, const Rational& u) {
    fmpz_fdiv_q(fmpq_numref(result), fmpq_numref(u), fmpq_denref(u));
    fmpz_one(fmpq_denref(result));
}

bool abs(Rational& result, Args args) { return fmpq_abs(result, *args[0]), true; }
bool floor(Rational& result, Args args) { return floor(result, *args[0]), true; }

bool ceil(Rational& result, Args args) {
    fmpz_cdiv_q(fmpq_numref(result), fmpq_numref(*args[0]), fmpq_denref(*args[0]));
    fmpz_one(fmpq_denref(result));
    return true;
}

bool trunc(Rational& result, Args args) { return fmpq_sgn(*args[0]) < 0 ? ceil(result, args) : floor(result, args); }

bool round(Rational& result, Args args) {
    Rational half, shifted;
    fmpq_set_si(half, 1, 2);
    fmpq_add(shifted, *args[0], half);
    floor(result, shifted);
    return true;
}

bool frac(Rational& result, Args args) {
    Rational whole;
    floor(whole, *args[0]);
    fmpq_sub(result, *args[0], whole);
    return true;
}

bool mod(Rational& result, Args args) {
    if (fmpq_is_zero(*args[1])) return false;
    Rational quotient;
    fmpq_div(quotient, *args[0], *args[1]);
    floor(quotient, quotient);
    fmpq_mul(quotient, quotient, *args[1]);
    fmpq_sub(result, *args[0], quotient);
    return true;
}

bool max(Rational& result, Args args) {
    result = *args[0];
    for (const Rational* u : args) {
        if (fmpq_cmp(*u, result) > 0) result = *u;
    }
    return true;
}

bool min(Rational& result, Args args) {
    result = *args[0];
    for (const Rational* u : args) {
        if (fmpq_cmp(*u, result) < 0) result = *u;
    }
    return true;
}

bool clamp(Rational& result, Args args) {
    const Rational* const above[] = {args[0], args[1]};
    max(result, above);
    if (fmpq_cmp(result, *args[2]) > 0) result = *args[2];
    return true;
}

bool relu(Rational& result, Args args) {
    if (fmpq_sgn(*args[0]) > 0) result = *args[0];
    return true;
}

bool root_of_degree(Rational& result, const Rational& u, slong n) {
    if (fmpq_sgn(u) < 0 && n % 2 == 0) return false;
    return fmpz_root(fmpq_numref(result), fmpq_numref(u), n) && fmpz_root(fmpq_denref(result), fmpq_denref(u), n);
}

bool cbrt(Rational& result, Args args) { return root_of_degree(result, *args[0], 3); }

bool root(Rational& result, Args args) {
    constexpr ulong most_bits = 10;
    if (!fmpz_is_one(fmpq_denref(*args[1])) || fmpz_bits(fmpq_numref(*args[1])) > most_bits) return false;
    const slong n = fmpz_get_si(fmpq_numref(*args[1]));
    if (n == 0 || (n < 0 && fmpq_is_zero(*args[0]))) return false;
    if (!root_of_degree(result, *args[0], n < 0 ? -n : n)) return false;
    if (n < 0) fmpq_inv(result, result);
    return true;
}

struct Row {
    Function function;
    ExactFunction evaluate;
};

constexpr Row rows[] = {
    {Function::abs, abs},     {Function::floor, floor}, {Function::ceil, ceil}, {Function::trunc, trunc},
    {Function::round, round}, {Function::frac, frac},   {Function::mod, mod},   {Function::max, max},
    {Function::min, min},     {Function::clamp, clamp}, {Function::relu, relu}, {Function::cbrt, cbrt},
    {Function::root, root},
};

}  // namespace

bool evaluate_exactly(Rational& result, Function f, Args args) {
    for (const Row& row : rows) {
        if (row.function == f) return row.evaluate(result, args);
    }
    return false;
}

}  // namespace pdiff
