// The laws of differentiation: what the engine applies is what the worked solution prints.
//
// u, v stand for anything, c for what is free of the variable, du and dv for differentials. The laws of the single
// functions are in the function table.
#pragma once

#include <string_view>

namespace pdiff {

enum class Law : unsigned char { sum, constant_multiple, product, power, exponential_e, exponential, general_power };

struct DerivativeRow {
    Law law;
    std::string_view name;
    std::string_view of;
    std::string_view differential;
};

inline constexpr DerivativeRow derivative_rows[] = {
    {Law::sum, "sum rule", "u + v", "du + dv"},
    {Law::constant_multiple, "constant multiple rule", "c*u", "c*du"},
    {Law::product, "product rule", "u*v", "v*du + u*dv"},
    {Law::power, "power rule", "u^c", "c*u^(c - 1)*du"},
    {Law::exponential_e, "exponential rule", "e^v", "e^v*dv"},
    {Law::exponential, "exponential rule", "c^v", "c^v*log(c)*dv"},
    {Law::general_power, "general power rule", "u^v", "v*u^(v - 1)*du + u^v*log(u)*dv"},
};

}  // namespace pdiff
