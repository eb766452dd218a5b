#include "numeric/calcium.h"

#include <calcium/ca.h>
#include <calcium/ca_vec.h>
#include <stdlib.h>

struct pdiff_exact_numbers {
    ca_ctx_t field;
    ca_ptr values;
    ca_t scratch;
    size_t count;
};

/* Bounds on the work: precision, degree of algebraic numbers, powers written out, size of ideals. */
static const struct {
    slong option, value;
} bounds[] = {
    {CA_OPT_PREC_LIMIT, 1024},
    {CA_OPT_QQBAR_DEG_LIMIT, 60},
    {CA_OPT_POW_LIMIT, 16},
    {CA_OPT_GROEBNER_LENGTH_LIMIT, 60},
    {CA_OPT_GROEBNER_POLY_LENGTH_LIMIT, 500},
    {CA_OPT_GROEBNER_POLY_BITS_LIMIT, 4000},
};

static void (*const functions[])(ca_t, const ca_t, ca_ctx_t) = {
    [pdiff_exact_log] = ca_log,     [pdiff_exact_sin] = ca_sin,     [pdiff_exact_cos] = ca_cos,
    [pdiff_exact_tan] = ca_tan,     [pdiff_exact_cot] = ca_cot,     [pdiff_exact_asin] = ca_asin,
    [pdiff_exact_acos] = ca_acos,   [pdiff_exact_atan] = ca_atan,   [pdiff_exact_abs] = ca_abs,
    [pdiff_exact_sign] = ca_sgn,    [pdiff_exact_floor] = ca_floor, [pdiff_exact_erf] = ca_erf,
    [pdiff_exact_gamma] = ca_gamma,
};

pdiff_exact_numbers* pdiff_exact_new(size_t count) {
    pdiff_exact_numbers* numbers = malloc(sizeof *numbers);
    if (!numbers) return NULL;
    ca_ctx_init(numbers->field);
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; ++i)
        ca_ctx_set_option(numbers->field, bounds[i].option, bounds[i].value);
    numbers->count = count;
    numbers->values = _ca_vec_init((slong)count, numbers->field);
    ca_init(numbers->scratch, numbers->field);
    return numbers;
}

void pdiff_exact_free(pdiff_exact_numbers* n) {
    if (!n) return;
    ca_clear(n->scratch, n->field);
    _ca_vec_clear(n->values, (slong)n->count, n->field);
    ca_ctx_clear(n->field);
    free(n);
}

void pdiff_exact_set_rational(pdiff_exact_numbers* n, size_t to, const fmpq_t value) {
    ca_set_fmpq(n->values + to, value, n->field);
}

void pdiff_exact_set_pi(pdiff_exact_numbers* n, size_t to) { ca_pi(n->values + to, n->field); }

void pdiff_exact_set_e(pdiff_exact_numbers* n, size_t to) {
    ca_one(n->scratch, n->field);
    ca_exp(n->values + to, n->scratch, n->field);
}

void pdiff_exact_set(pdiff_exact_numbers* n, size_t to, size_t from) {
    ca_set(n->values + to, n->values + from, n->field);
}

void pdiff_exact_add_product(pdiff_exact_numbers* n, size_t to, size_t a, size_t b) {
    ca_mul(n->scratch, n->values + a, n->values + b, n->field);
    ca_add(n->values + to, n->values + to, n->scratch, n->field);
}

void pdiff_exact_multiply_power(pdiff_exact_numbers* n, size_t to, size_t base, size_t exponent, int base_is_e) {
    if (base_is_e)
        ca_exp(n->scratch, n->values + exponent, n->field);
    else
        ca_pow(n->scratch, n->values + base, n->values + exponent, n->field);
    ca_mul(n->values + to, n->values + to, n->scratch, n->field);
}

void pdiff_exact_apply(pdiff_exact_numbers* n, size_t to, enum pdiff_exact_function function, size_t from) {
    functions[function](n->values + to, n->values + from, n->field);
}

int pdiff_exact_is_zero(pdiff_exact_numbers* n, size_t at) {
    switch (ca_check_is_zero(n->values + at, n->field)) {
        case T_TRUE:
            return 1;
        case T_FALSE:
            return 0;
        default:
            return -1;
    }
}
