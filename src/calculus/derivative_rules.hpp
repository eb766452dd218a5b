// The laws of differentiation: what the engine applies is what the worked solution prints.
//
// u, v stand for anything, c for what is free of the variable, du and dv for differentials. The laws of the single
// functions are in the function table. The engine has all in the first rows; those behind them follow from these, as a
// test proves, and are what a textbook would name.
#pragma once

#include <string_view>

namespace pdiff {

enum class Law : unsigned char {
    constant,
    sum,
    constant_multiple,
    product,
    power,
    exponential_e,
    exponential,
    general_power,
    // derived
    quotient,
    reciprocal,
    chain,
};

struct DerivativeRow {
    Law law;
    std::string_view name;
    std::string_view of;
    std::string_view differential;
};

inline constexpr DerivativeRow derivative_rows[] = {
    {Law::constant, "constant rule", "c", "0"},
    {Law::sum, "sum rule", "u + v", "du + dv"},
    {Law::constant_multiple, "constant multiple rule", "c*u", "c*du"},
    {Law::product, "product rule", "u*v", "v*du + u*dv"},
    {Law::power, "power rule", "u^c", "c*u^(c - 1)*du"},
    {Law::exponential_e, "exponential rule", "e^v", "e^v*dv"},
    {Law::exponential, "exponential rule", "c^v", "c^v*log(c)*dv"},
    {Law::general_power, "general power rule", "u^v", "v*u^(v - 1)*du + u^v*log(u)*dv"},
    {Law::quotient, "quotient rule", "u/v", "(v*du - u*dv)/v^2"},
    {Law::reciprocal, "reciprocal rule", "1/v", "-dv/v^2"},
    {Law::chain, "chain rule", "f(u)", "f'(u)*du"},
};

// Along the curve F(x, y) = 0: u, v stand for F_x and F_y of the slope, u, v, w for g_x, g_y and dy/dx of the
// derivative of g(x, y). In names $x and $y stand for the variables.
enum class CurveLaw : unsigned char { slope, along };

struct CurveRow {
    CurveLaw law;
    std::string_view name;
    std::string_view formula;
};

inline constexpr CurveRow curve_rows[] = {
    {CurveLaw::slope, "d$y/d$x = -F_$x/F_$y", "-u/v"},
    {CurveLaw::along, "g_$x + g_$y*d$y/d$x, with g for what is differentiated", "u + v*w"},
};

constexpr const CurveRow& row(CurveLaw law) { return curve_rows[static_cast<unsigned char>(law)]; }
constexpr const DerivativeRow& row(Law law) { return derivative_rows[static_cast<unsigned char>(law)]; }

}  // namespace pdiff
