#include "check/pieces.hpp"

#include <doctest/doctest.h>

#include <string_view>

#include "pdiff/parse.hpp"

using namespace pdiff;

TEST_CASE("pieces of the line end where what is assumed ends") {
    // Equal for x > 1 alone; log(x) is defined on a part of what lies below.
    constexpr std::string_view left = "log(x) + atan(1/(x - 1))", right = "log(x) + pi/2 - atan(x - 1)";
    struct Row {
        std::string_view assumed;
        bool proved;
    };
    for (const Row& row : {Row{"", false}, Row{"x > 0", false}, Row{"x > 1", true}}) {
        CAPTURE(row.assumed);
        Assumptions assumptions;
        if (!row.assumed.empty()) parse_assumptions(assumptions, row.assumed);
        Pool pool;
        pool.assume(assumptions);
        CHECK(prove_by_pieces(pool, parse_expr(pool, left), parse_expr(pool, right)).has_value() == row.proved);
    }
}
