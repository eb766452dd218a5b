#include <doctest/doctest.h>

#include <string_view>

#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"

using namespace pdiff;

TEST_CASE("constants that are exactly zero") {
    struct Row {
        std::string_view text;
        std::optional<bool> zero;
    };
    constexpr Row rows[] = {
        {"sqrt(2)*sqrt(3) - sqrt(6)", true},
        {"sqrt(3 + 2*sqrt(2)) - 1 - sqrt(2)", true},
        {"atan(1/2) + atan(1/3) - pi/4", true},
        {"cos(pi/7) - cos(2*pi/7) + cos(3*pi/7) - 1/2", true},
        {"log(2 + sqrt(3)) + log(2 - sqrt(3))", true},
        {"exp(log(2)/3)^3 - 2", true},
        {"sqrt(2) - 1414213562373095048801688724/10^27", false},
        {"exp(1) + pi - 5", false},
        {"x - x + pi*y", std::nullopt},
        {"besselj(0, 1) - 1", std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        Pool pool;
        CHECK(is_zero_constant(pool, parse_expr(pool, row.text)) == row.zero);
    }
}
