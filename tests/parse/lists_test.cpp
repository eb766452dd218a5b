#include "parse/expect.hpp"

namespace pdiff::test {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("variables of a derivative") {
    CHECK(parse_variables("x") == Names{"x"});
    CHECK(parse_variables("x,y") == Names{"x", "y"});
    CHECK(parse_variables(" x , x ") == Names{"x", "x"});
    CHECK(parse_variables("x^2,y") == Names{"x", "x", "y"});
    CHECK(parse_variables("x²") == Names{"x", "x"});
    CHECK(parse_variables("θ, w₁, \\theta_{12}") == Names{"theta", "w_1", "theta_12"});
    CHECK(parse_variables("e,gamma,sin") == Names{"e", "gamma", "sin"});
    for (const char* wrong :
         {"", "x,", ",x", "2", "x+y", "x^0", "x^-1", "x^y", "x^1.5", "sin(x)", "x y", "x^99999999999"}) {
        CAPTURE(std::string(wrong));
        CHECK_THROWS_AS(parse_variables(wrong), Error);
    }
}

TEST_CASE("points") {
    Pool pool;
    const auto point = parse_bindings(pool, "x=1, y = 2/3,z=max(1,2), θ=pi/4,e=-.5");
    REQUIRE(point.size() == 5);
    const char* const names[] = {"x", "y", "z", "theta", "e"};
    const char* const values[] = {"1", "2/3", "max(1, 2)", "pi/4", "-1/2"};
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(pool.name(point[i].first) == names[i]);
        CHECK(point[i].second == parse_expr(pool, values[i]));
    }
    for (const char* wrong : {"", "x", "x=", "x=y", "x=1,x=2", "2=x", "x=1;y=2", "x==", "x<1", "x=inf"}) {
        CAPTURE(std::string(wrong));
        CHECK_THROWS_AS(parse_bindings(pool, wrong), Error);
    }
}

}  // namespace
}  // namespace pdiff::test
