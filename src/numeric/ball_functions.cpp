#include "numeric/ball_functions.hpp"

#include <arb_hypgeom.h>

#include <iterator>

namespace pdiff {
namespace {

constexpr BallFunction table[] = {
#define FUNCTION(name, ball, real, ...) BallFunction(ball),
#define DEFINITION(...)
#include "pdiff/functions.def"
#undef FUNCTION
#undef DEFINITION
};

}  // namespace

void evaluate_ball(arb_t result, Function f, arb_srcptr args, slong count, slong precision) {
    const BallFunction& row = table[static_cast<std::size_t>(f)];
    if (row.unary) {
        row.unary(result, args, precision);
    } else {
        row.several(result, args, count, precision);
    }
}

}  // namespace pdiff
