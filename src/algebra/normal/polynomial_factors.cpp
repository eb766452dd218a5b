// The irreducible factors of a polynomial: what is seen to have none, what one unknown decides, and FLINT for the rest.
#include <algorithm>
#include <iterator>

#include <flint/fmpz_mpoly_factor.h>
#include <flint/fmpz_poly_factor.h>

#include "algebra/normal/polynomial.hpp"

namespace pdiff::normal {
namespace {

constexpr std::size_t factor_size = 48;     // terms times unknowns; beyond, a polynomial is not factored
constexpr std::int64_t factor_degree = 24;  // in one unknown
constexpr std::size_t factor_bits = 256;
constexpr slong substitutes[] = {2, -3, 5, 7, -11, 13};  // for all unknowns but one

using Powers = std::vector<std::pair<Poly, std::int64_t>>;

class Factors {
public:
    explicit Factors(Ring& ring) : ring_(ring) { fmpz_mpoly_factor_init(value_, ring.context()); }
    ~Factors() { fmpz_mpoly_factor_clear(value_, ring_.context()); }
    Factors(const Factors&) = delete;
    Factors& operator=(const Factors&) = delete;
    fmpz_mpoly_factor_struct* get() { return value_; }

private:
    Ring& ring_;
    fmpz_mpoly_factor_t value_;
};

// In one unknown, and its factors.
class Univariate {
public:
    Univariate() { fmpz_poly_init(value_), fmpz_poly_factor_init(factors_); }
    ~Univariate() { fmpz_poly_factor_clear(factors_), fmpz_poly_clear(value_); }
    Univariate(const Univariate&) = delete;
    Univariate& operator=(const Univariate&) = delete;

    fmpz_poly_struct* get() { return value_; }
    slong degree() const { return fmpz_poly_degree(value_); }
    void factor() { fmpz_poly_factor(factors_, value_); }
    bool is_irreducible() {
        if (degree() == 2) return has_no_rational_root();
        factor();
        return factors_->num == 1 && factors_->exp[0] == 1;
    }
    slong factors() const { return factors_->num; }
    const fmpz_poly_struct* base(slong i) const { return factors_->p + i; }
    slong exponent(slong i) const { return factors_->exp[i]; }

private:
    // By the discriminant.
    bool has_no_rational_root() const {
        const fmpz* c = value_->coeffs;
        fmpz_t d, product;
        fmpz_init(d), fmpz_init(product);
        fmpz_mul(d, c + 1, c + 1);
        fmpz_mul(product, c, c + 2);
        fmpz_submul_ui(d, product, 4);
        const bool square = fmpz_is_square(d) != 0;
        fmpz_clear(d), fmpz_clear(product);
        return !square;
    }

    fmpz_poly_t value_;
    fmpz_poly_factor_t factors_;
};

// How often each unknown occurs: in how many terms, and up to which power.
struct Occurrence {
    std::size_t unknown;
    std::size_t terms = 0;
    std::uint64_t degree = 0;
};

struct Exponents {
    explicit Exponents(const Poly& p) : unknowns(p.ring().count()) {
        for (std::size_t t = 0; t < p.terms(); ++t) {
            const auto row = p.exponents(t);
            rows.insert(rows.end(), row.begin(), row.end());
        }
        for (std::size_t i = 0; i < unknowns; ++i) {
            Occurrence o{i};
            for (std::size_t t = 0; t < p.terms(); ++t) {
                o.terms += of(t, i) != 0;
                o.degree = std::max(o.degree, of(t, i));
            }
            if (o.terms != 0) used.push_back(o);
        }
    }
    std::uint64_t of(std::size_t term, std::size_t unknown) const { return rows[term * unknowns + unknown]; }
    std::size_t terms() const { return rows.size() / unknowns; }

    std::size_t unknowns;
    std::vector<std::uint64_t> rows;
    std::vector<Occurrence> used;
};

// a*x + b where a or b is one term has no factors: what both share would divide every term of a primitive polynomial.
bool is_linear_in_one(const Exponents& e) {
    return std::ranges::any_of(
        e.used, [&](const Occurrence& o) { return o.degree == 1 && (o.terms == 1 || o.terms + 1 == e.terms()); });
}

// Some power of the unknown has one term: a factor without the unknown would divide that one.
bool has_lone_power(const Exponents& e, std::size_t unknown) {
    for (std::size_t t = 0; t < e.terms(); ++t) {
        std::size_t same = 0;
        for (std::size_t s = 0; s < e.terms(); ++s) same += e.of(s, unknown) == e.of(t, unknown);
        if (same == 1) return true;
    }
    return false;
}

// p with numbers for the unknowns but one, in which it keeps its degree.
void substitute(const Poly& p, const Exponents& e, std::size_t kept, Univariate& image) {
    fmpz_poly_zero(image.get());
    fmpz_t c, factor;
    fmpz_init(c), fmpz_init(factor);
    for (std::size_t t = 0; t < e.terms(); ++t) {
        fmpz_mpoly_get_term_coeff_fmpz(c, p.get(), static_cast<slong>(t), p.context());
        std::size_t next = 0;
        for (const Occurrence& o : e.used) {
            if (o.unknown == kept) continue;
            fmpz_set_si(factor, substitutes[next++ % std::size(substitutes)]);
            fmpz_pow_ui(factor, factor, static_cast<ulong>(e.of(t, o.unknown)));
            fmpz_mul(c, c, factor);
        }
        const auto power = static_cast<slong>(e.of(t, kept));
        fmpz_poly_get_coeff_fmpz(factor, image.get(), power);
        fmpz_add(factor, factor, c);
        fmpz_poly_set_coeff_fmpz(image.get(), power, factor);
    }
    fmpz_clear(c), fmpz_clear(factor);
}

// A polynomial whose image in one unknown has no factors has none either.
bool is_irreducible_by_image(const Poly& p, const Exponents& e) {
    const Occurrence* main = nullptr;
    for (const Occurrence& o : e.used)
        if ((main == nullptr || o.degree < main->degree) && has_lone_power(e, o.unknown)) main = &o;
    if (main == nullptr) return false;
    Univariate image;
    substitute(p, e, main->unknown, image);
    return image.degree() == static_cast<slong>(main->degree) && image.is_irreducible();
}

Powers factors_in_one(const Poly& p, const Exponents& e) {
    Univariate image;
    const std::size_t unknown = e.used[0].unknown;
    substitute(p, e, unknown, image);
    Powers result;
    if (image.degree() == 2 && image.is_irreducible()) {
        result.emplace_back(p, 1);
        return result;
    }
    image.factor();
    for (slong i = 0; i < image.factors(); ++i) {
        Poly base(p.ring());
        fmpz_mpoly_set_fmpz_poly(base.get(), image.base(i), static_cast<slong>(unknown), p.context());
        result.emplace_back(std::move(base), image.exponent(i));
    }
    return result;
}

}  // namespace

Powers factor(const Poly& p) {
    Powers itself;
    itself.emplace_back(p, 1);
    const Exponents e(p);
    std::uint64_t degree = 0;
    for (const Occurrence& o : e.used) degree = std::max(degree, o.degree);
    p.ring().spend(p.terms() * 16);
    if (e.used.empty() || is_linear_in_one(e)) return itself;
    if (p.terms() * e.used.size() > factor_size || degree > factor_degree || p.bits() > factor_bits) return itself;
    if (e.used.size() == 1) return factors_in_one(p, e);
    if (is_irreducible_by_image(p, e)) return itself;
    Factors factors(p.ring());
    const bool done = p.terms() > 12 && degree > 8 ? fmpz_mpoly_factor_squarefree(factors.get(), p.get(), p.context())
                                                   : fmpz_mpoly_factor(factors.get(), p.get(), p.context());
    if (!done) return itself;
    Powers result;
    for (slong i = 0; i < fmpz_mpoly_factor_length(factors.get(), p.context()); ++i) {
        Poly base(p.ring());
        fmpz_mpoly_factor_get_base(base.get(), factors.get(), i, p.context());
        result.emplace_back(std::move(base), fmpz_mpoly_factor_get_exp_si(factors.get(), i, p.context()));
    }
    return result;
}

}  // namespace pdiff::normal
