#include "algebra/gain/monomials.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace pdiff {
namespace {

constexpr double noise = 1e-9;  // of the sum of the sizes

}  // namespace

std::uint64_t Monomial::mark() const {
    std::array<std::uint64_t, 4> words;
    static_assert(sizeof words == sizeof exponents);
    std::memcpy(words.data(), exponents, sizeof exponents);
    return words[0] * 0x9e3779b97f4a7c15u + words[1] * 0xc2b2ae3d27d4eb4fu + words[2] * 0x165667b19e3779f9u +
           words[3] * 0xd6e8feb86659fd93u;
}

Monomials with_like_terms_merged(const Monomials& terms) {
    struct Place {
        std::uint64_t mark;
        std::size_t at;
    };
    SmallVector<Place, 32> places;
    for (std::size_t i = 0; i < terms.size(); ++i) places.push_back({terms[i].mark(), i});
    std::ranges::sort(places.all(), {}, &Place::mark);
    Monomials merged;
    for (std::size_t i = 0; i < places.size();) {
        double c = 0, size = 0;
        std::size_t k = i;
        for (; k < places.size() && places[i].mark == places[k].mark; ++k) {
            const double next = terms[places[k].at].coefficient;
            c += next, size += std::abs(next);
        }
        if (std::abs(c) > noise * size) {
            merged.push_back(terms[places[i].at]);
            merged[merged.size() - 1].coefficient = c;
        }
        i = k;
    }
    return merged;
}

double common_coefficient(std::span<const Monomial> terms) {
    if (terms.empty()) return 1;
    double smallest = std::abs(terms[0].coefficient);
    for (const Monomial& m : terms) smallest = std::min(smallest, std::abs(m.coefficient));
    const bool divides = std::ranges::all_of(terms, [&](const Monomial& m) {
        const double c = m.coefficient / smallest;
        return c == std::nearbyint(c);
    });
    return divides ? smallest : 1;
}

}  // namespace pdiff
