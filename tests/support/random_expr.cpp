#include "support/random_expr.hpp"

#include "pdiff/error.hpp"

namespace pdiff::test {
namespace {

constexpr Function smooth[] = {Function::sin,     Function::cos,  Function::tan,   Function::log,
                               Function::atan,    Function::asin, Function::sinh,  Function::tanh,
                               Function::asinh,   Function::erf,  Function::sec,   Function::cbrt,
                               Function::sigmoid, Function::abs,  Function::acosh, Function::cot};

}  // namespace

// xorshift*, the same everywhere; std::uniform_int_distribution is not.
std::uint32_t RandomExpr::below(std::uint32_t bound) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::uint32_t>((state_ * 0x2545F4914F6CDD1Du) >> 33) % bound;
}

Expr RandomExpr::number() {
    return pool_.number(Number::fraction(static_cast<std::int64_t>(below(81)) - 40, below(16) + 1));
}

Expr RandomExpr::operator()(int size) {
    if (size <= 1) {
        if (below(4) == 0) return pool_.number(static_cast<std::int64_t>(below(9)) - 4);
        constexpr const char* names[] = {"x", "y", "z"};
        return pool_.symbol(names[below(3)]);
    }
    const int left = 1 + static_cast<int>(below(static_cast<std::uint32_t>(size - 1)));
    try {
        switch (below(9)) {
            case 0:
            case 1:
                return sum(pool_, {(*this)(left), (*this)(size - left)});
            case 2:
            case 3:
                return product(pool_, {(*this)(left), (*this)(size - left)});
            case 4:
                return divide(pool_, (*this)(left), (*this)(size - left));
            case 5:
                return power(pool_, (*this)(size - 1), pool_.number(static_cast<std::int64_t>(below(7)) - 3));
            case 6:
                return power(pool_, (*this)(size - 1), pool_.number(Number::fraction(below(9), below(4) + 1)));
            case 7:
                return exp(pool_, (*this)(size - 1));
            default:
                return call(pool_, smooth[below(std::size(smooth))], {(*this)(size - 1)});
        }
    } catch (const Error&) {
        return pool_.symbol("x");  // a random 1/0
    }
}

}  // namespace pdiff::test
