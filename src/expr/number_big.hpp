// What a Number holds when 64 bits are not enough.
#pragma once

#include <gmp.h>

#include "pdiff/number.hpp"

namespace pdiff {

struct Number::Big {
    mpq_t value;
    Big() { mpq_init(value); }
    Big(const Big& other) : Big() { mpq_set(value, other.value); }
    Big& operator=(const Big&) = delete;
    ~Big() { mpq_clear(value); }
};

}  // namespace pdiff
