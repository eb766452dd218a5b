// Products of sines and cosines of an angle as sums of sines and cosines of its multiples.
#pragma once

#include "algebra/normal/normalizer.hpp"

namespace pdiff::normal {

// The polynomial with powers of sin(u), cos(u) (also sinh, cosh) replaced by functions of multiples of u.
Expr in_multiple_angles(Normalizer& n, const Poly& p);

}  // namespace pdiff::normal
