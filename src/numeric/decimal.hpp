// Decimal text of a value in which every digit is proved.
#pragma once

#include <optional>
#include <string>

#include "numeric/value.hpp"

namespace pdiff {

// Rounded to nearest at `digits` significant digits; an exact value without trailing zeros. Nothing where the
// enclosure does not settle the digits.
std::optional<std::string> decimal(const Value& value, std::size_t digits, slong precision);

// Whether the exponent is one that is written.
bool is_printable(const Value& value);

// For messages: exact where that is short, else a few digits.
std::string short_text(const Value& value);

}  // namespace pdiff
