#include "algebra/normal/angles.hpp"

#include "expr/small_vector.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff::normal {
namespace {

// Σ cosine[k]*cos(k*u) + sine[k]*sin(k*u)
struct Waves {
    std::vector<Number> cosine, sine;
};

// Times sin(u) or cos(u): the product formulas. `flip` is 1 for round functions, -1 for hyperbolic ones.
Waves times(const Waves& w, bool by_sine, int flip) {
    const std::size_t n = w.cosine.size() + 1;
    Waves r{std::vector<Number>(n), std::vector<Number>(n)};
    const Number half_of = Number::fraction(1, 2);
    const auto add_cosine = [&](std::size_t k, const Number& c) { r.cosine[k] = r.cosine[k] + c * half_of; };
    const auto add_sine = [&](std::size_t k, bool negative, const Number& c) {
        if (k != 0) r.sine[k] = r.sine[k] + (negative ? -c : c) * half_of;
    };
    for (std::size_t k = 0; k + 1 < n; ++k) {
        const std::size_t lower = k == 0 ? 1 : k - 1;
        if (by_sine) {  // cos(k)*sin = (sin(k+1) - sin(k-1))/2, sin(k)*sin = (cos(k-1) - cos(k+1))/2
            add_sine(k + 1, false, w.cosine[k]), add_sine(lower, k != 0, w.cosine[k]);
            add_cosine(lower, w.sine[k] * Number(flip)), add_cosine(k + 1, -w.sine[k] * Number(flip));
        } else {
            add_cosine(k + 1, w.cosine[k]), add_cosine(lower, w.cosine[k]);
            add_sine(k + 1, false, w.sine[k]), add_sine(lower, k == 0, w.sine[k]);
        }
    }
    return r;
}

}  // namespace

Expr in_multiple_angles(Normalizer& n, const Poly& p) {
    Field& field = n.field();
    Pool& pool = n.pool();
    std::vector<Pair> sum;
    for (std::size_t t = 0; t < p.terms(); ++t) {
        auto exponents = p.exponents(t);
        std::vector<Expr> pieces{one};
        for (std::uint32_t s = 0; s < field.kernels(); ++s) {
            const Kernel k = field.kernel(s);
            if (k.relation != Relation::sine && k.relation != Relation::sinh) continue;
            const std::uint64_t a = exponents[s], b = exponents[k.partner];
            if (a + b < 2) continue;
            if (a + b > 12 || pool.op(k.expr) != Op::call) throw OutOfBudget{};
            exponents[s] = exponents[k.partner] = 0;
            Waves w{{1}, {0}};
            for (std::uint64_t i = 0; i < a + b; ++i) w = times(w, i < a, k.relation == Relation::sine ? 1 : -1);
            const Expr cosine = field.kernel(k.partner).expr, angle = pool.args(k.expr)[0];
            std::vector<Pair> waves;
            for (std::size_t m = 0; m < w.cosine.size(); ++m) {
                const Expr u = product(pool, {pool.number(Number(static_cast<std::int64_t>(m))), angle});
                if (!w.cosine[m].is_zero())
                    waves.push_back({m == 0 ? one : call(pool, pool.function(cosine), {u}), pool.number(w.cosine[m])});
                if (!w.sine[m].is_zero())
                    waves.push_back({call(pool, pool.function(k.expr), {u}), pool.number(w.sine[m])});
            }
            std::vector<Expr> longer;
            for (const Expr piece : pieces)
                for (const Pair& wave : waves) longer.push_back(product(pool, {piece, wave.first, wave.second}));
            pieces = std::move(longer);
        }
        SmallVector<Pair> powers;
        for (std::uint32_t i = 0; i < field.kernels(); ++i)
            if (exponents[i] != 0)
                powers.push_back({field.kernel(i).expr, pool.number(Number(static_cast<std::int64_t>(exponents[i])))});
        const Expr rest = product_of_powers(pool, one, powers);
        for (const Expr piece : pieces) sum.push_back({product(pool, {rest, piece}), pool.number(p.coefficient(t))});
    }
    return sum_of_multiples(pool, sum);
}

}  // namespace pdiff::normal
