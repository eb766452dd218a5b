// Numbers as decimal text, compared.
#pragma once

#include <string_view>

namespace pdiff {

// "4.000" as "4".
inline std::string_view without_zeros(std::string_view digits) {
    if (digits.find('.') == std::string_view::npos || digits.find('e') != std::string_view::npos) return digits;
    while (digits.ends_with('0')) digits.remove_suffix(1);
    if (digits.ends_with('.')) digits.remove_suffix(1);
    return digits;
}

}  // namespace pdiff
