// The Greek letters and their names, in the order of Unicode: θ and theta are one name.
#pragma once

#include <array>
#include <string_view>

namespace pdiff {

struct GreekLetter {
    std::string_view letter;
    std::string_view name;
};

inline constexpr std::array greek_letters{
    GreekLetter{"Α", "Alpha"},   GreekLetter{"Β", "Beta"},  GreekLetter{"Γ", "Gamma"},   GreekLetter{"Δ", "Delta"},
    GreekLetter{"Ε", "Epsilon"}, GreekLetter{"Ζ", "Zeta"},  GreekLetter{"Η", "Eta"},     GreekLetter{"Θ", "Theta"},
    GreekLetter{"Ι", "Iota"},    GreekLetter{"Κ", "Kappa"}, GreekLetter{"Λ", "Lambda"},  GreekLetter{"Μ", "Mu"},
    GreekLetter{"Ν", "Nu"},      GreekLetter{"Ξ", "Xi"},    GreekLetter{"Ο", "Omicron"}, GreekLetter{"Π", "Pi"},
    GreekLetter{"Ρ", "Rho"},     GreekLetter{"Σ", "Sigma"}, GreekLetter{"Τ", "Tau"},     GreekLetter{"Υ", "Upsilon"},
    GreekLetter{"Φ", "Phi"},     GreekLetter{"Χ", "Chi"},   GreekLetter{"Ψ", "Psi"},     GreekLetter{"Ω", "Omega"},
    GreekLetter{"α", "alpha"},   GreekLetter{"β", "beta"},  GreekLetter{"γ", "gamma"},   GreekLetter{"δ", "delta"},
    GreekLetter{"ε", "epsilon"}, GreekLetter{"ζ", "zeta"},  GreekLetter{"η", "eta"},     GreekLetter{"θ", "theta"},
    GreekLetter{"ι", "iota"},    GreekLetter{"κ", "kappa"}, GreekLetter{"λ", "lambda"},  GreekLetter{"μ", "mu"},
    GreekLetter{"ν", "nu"},      GreekLetter{"ξ", "xi"},    GreekLetter{"ο", "omicron"}, GreekLetter{"π", "pi"},
    GreekLetter{"ρ", "rho"},     GreekLetter{"σ", "sigma"}, GreekLetter{"τ", "tau"},     GreekLetter{"υ", "upsilon"},
    GreekLetter{"φ", "phi"},     GreekLetter{"χ", "chi"},   GreekLetter{"ψ", "psi"},     GreekLetter{"ω", "omega"},
    GreekLetter{"ϑ", "theta"},   GreekLetter{"ϕ", "phi"},   GreekLetter{"ϵ", "epsilon"}, GreekLetter{"ϱ", "rho"},
    GreekLetter{"ς", "sigma"},   GreekLetter{"µ", "mu"},
};

constexpr bool is_greek_name(std::string_view name) {
    for (const GreekLetter& row : greek_letters)
        if (row.name == name) return true;
    return false;
}

}  // namespace pdiff
