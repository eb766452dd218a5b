#include "plot/samples.hpp"

#include <charconv>
#include <cmath>
#include <limits>

#include "pdiff/evaluate.hpp"

namespace pdiff {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t digits = 12;  // far more than a picture shows

double rounded(const Evaluation& found) {
    if (found.definedness != Definedness::defined) return not_a_number;
    double value = not_a_number;
    std::from_chars(found.digits.data(), found.digits.data() + found.digits.size(), value);
    return std::isfinite(value) ? value : not_a_number;
}

// The double itself, but for bits that no picture shows.
Number exact(double value) {
    int exponent = 0;
    const double mantissa = std::frexp(value, &exponent);
    constexpr int bits = 40;
    return Number(static_cast<std::int64_t>(std::ldexp(mantissa, bits))) * pow(Number(2), exponent - bits);
}

std::vector<Expr> joined(Expr first, std::vector<Expr> rest) {
    rest.insert(rest.begin(), first);
    return rest;
}

}  // namespace

Samples::Samples(Pool& pool, Expr typed, std::vector<Expr> partials, std::vector<Expr> variables)
    : pool_(pool),
      roots_(joined(typed, std::move(partials))),
      variables_(std::move(variables)),
      sampler_(pool, roots_, variables_),
      values_(roots_.size()) {}

std::span<const double> Samples::at(std::span<const double> point) {
    if (sampler_.complete()) sampler_.run(point);
    for (std::size_t i = 0; i < roots_.size(); ++i)
        values_[i] = i > 0 && std::isnan(values_[0]) ? not_a_number
                     : sampler_.complete()           ? sampler_[i]
                                                     : proved(roots_[i], point);
    return values_;
}

double Samples::function(std::span<const double> point) { return is_fast() ? at(point)[0] : proved(roots_[0], point); }

double Samples::one(std::size_t root, std::span<const double> point) {
    if (is_fast()) return at(point)[root];
    const double value = function(point);
    return root == 0 || std::isnan(value) ? value : proved(roots_[root], point);
}

double Samples::proved(Expr root, std::span<const double> point) const {
    std::vector<Binding> bindings;
    for (std::size_t i = 0; i < variables_.size(); ++i)
        bindings.push_back({variables_[i], pool_.number(exact(point[i]))});
    return rounded(evaluate(pool_, root, bindings, digits, {256}));
}

double rounded(Pool& pool, Expr constant) { return rounded(evaluate(pool, constant, {}, digits)); }

}  // namespace pdiff
