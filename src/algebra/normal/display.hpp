// Values as expressions in the shapes that people write: what is multiplied out, what is divided, which trigonometric
// functions stand for a sine and a cosine.
#pragma once

#include "algebra/normal/normalizer.hpp"

namespace pdiff::normal {

enum class Circles : std::uint8_t { quotients, reciprocals, tangents };  // sin/cos, sec, tan
enum class Brackets : std::uint8_t { as_built, irreducible, grouped, expanded };

struct Style {
    Brackets above = Brackets::as_built;
    Brackets below = Brackets::as_built;
    Circles circles = Circles::quotients;
    bool angles_above = false;  // powers of sines and cosines as multiples of the angle
    bool angles_below = false;
    bool spread = false;  // the denominator divided into each term of the numerator
    friend bool operator==(const Style&, const Style&) = default;
};

class Display {
public:
    explicit Display(Normalizer& n) : n_(n), field_(n.field()), pool_(n.pool()) {}

    Expr operator()(const Value& v, const Style& style);
    // Where sines and cosines occur: as factors below the line; two or more in one product.
    struct Circularity {
        bool below = false, products = false;
    };
    Circularity circularity(const Value& v);

private:
    struct Side {
        Expr factors = one;  // in any shape
        Expr sum = one;      // multiplied out
        Value value = {1, {}};
    };
    Side side(const std::vector<Power>& powers, Brackets brackets, bool angles);
    Value with_radicals(const Value& v);
    Expr factor(std::uint32_t id);
    Expr kernels(std::span<const Power> powers, Circles circles);
    Expr of_product(Function f, const std::vector<Power>& factors);
    Expr polynomial(const Poly& p, bool angles);
    bool stays_with_power(std::uint32_t divisor, const std::vector<Power>& powers);
    Poly over_sines(Poly numerator, std::span<const Power> below);
    Expr spread(const Poly& numerator, const Number& coefficient, std::span<const Power> below, Circles circles);

    Normalizer& n_;
    Field& field_;
    Pool& pool_;
};

}  // namespace pdiff::normal
