/* Calcium behind plain C functions, for its own headers are not C++: an array of exact numbers in one field. */
#ifndef PDIFF_NUMERIC_CALCIUM_H
#define PDIFF_NUMERIC_CALCIUM_H

#include <flint/fmpq.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pdiff_exact_numbers pdiff_exact_numbers;

enum pdiff_exact_function {
    pdiff_exact_log,
    pdiff_exact_sin,
    pdiff_exact_cos,
    pdiff_exact_tan,
    pdiff_exact_cot,
    pdiff_exact_asin,
    pdiff_exact_acos,
    pdiff_exact_atan,
    pdiff_exact_abs,
    pdiff_exact_sign,
    pdiff_exact_floor,
    pdiff_exact_erf,
    pdiff_exact_gamma
};

/* `count` numbers, all 0; positions below are smaller than it. */
pdiff_exact_numbers* pdiff_exact_new(size_t count);
void pdiff_exact_free(pdiff_exact_numbers* numbers);

void pdiff_exact_set_rational(pdiff_exact_numbers* numbers, size_t to, const fmpq_t value);
void pdiff_exact_set_pi(pdiff_exact_numbers* numbers, size_t to);
void pdiff_exact_set_e(pdiff_exact_numbers* numbers, size_t to);
void pdiff_exact_set(pdiff_exact_numbers* numbers, size_t to, size_t from);
/* to += a*b */
void pdiff_exact_add_product(pdiff_exact_numbers* numbers, size_t to, size_t a, size_t b);
/* to *= base^exponent; e^exponent where the base is e */
void pdiff_exact_multiply_power(pdiff_exact_numbers* numbers, size_t to, size_t base, size_t exponent, int base_is_e);
void pdiff_exact_apply(pdiff_exact_numbers* numbers, size_t to, enum pdiff_exact_function function, size_t from);

/* 1: zero, 0: not zero, -1: not decided. */
int pdiff_exact_is_zero(pdiff_exact_numbers* numbers, size_t at);

#ifdef __cplusplus
}
#endif

#endif
